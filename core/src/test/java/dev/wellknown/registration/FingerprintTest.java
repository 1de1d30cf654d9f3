package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

  private static final String VALUE =
      "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B"
          + ":DD:61";

  private static Stream<String> forms() {
    String digits = VALUE.replace(":", "");
    return Stream.of(
        VALUE,
        VALUE.toLowerCase(Locale.ROOT),
        digits,
        digits.toLowerCase(Locale.ROOT),
        VALUE.replace(':', ' '),
        "SHA256: " + VALUE,
        "sha-256:" + digits,
        "\t SHA256: " + VALUE.substring(0, 48) + "\n\t " + VALUE.substring(48),
        ":" + VALUE + ":");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsWhatToolsPrint(String text) {
    assertThat(Fingerprint.of(text)).hasToString(VALUE);
  }

  private static Stream<String> others() {
    return Stream.of(
        "",
        VALUE.substring(0, 59),
        VALUE + ":00",
        "SHA1: " + VALUE,
        VALUE.replace('A', 'G'),
        VALUE.replace('A', '\u0410'),
        VALUE.replace(':', '-'),
        "PJELXtJ3SK8W6YQt8GvDWJohf9QFvmMYypJO9zCL3WE=");
  }

  @ParameterizedTest
  @MethodSource("others")
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.of(text));
  }

  @Test
  void holdsNothingButItsCanonicalForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fingerprint(VALUE.toLowerCase(Locale.ROOT)));
  }
}
