package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One report in every format, as it stands in {@code src/test/resources/report/}.
 *
 * <p>{@code -Dfixtures.update=true} writes the files anew, to be read before they are committed.
 */
class FormatsGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/report");

  @TestFactory
  Stream<DynamicTest> writesTheSameReportAsEver() {
    return Arrays.stream(Format.values())
        .map(format -> DynamicTest.dynamicTest(format.id(), () -> compare(format)));
  }

  private static void compare(Format format) throws IOException {
    String text = steady(Samples.text(format, Samples.report()));
    assertThat(steady(Samples.text(format, Samples.report()))).isEqualTo(text);
    Path golden = FOLDER.resolve("check." + format.id());
    if (Boolean.getBoolean("fixtures.update")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** The pages of the rules have tests of their own. */
  private static String steady(String text) {
    return text.replace(Version.TEXT, "VERSION")
        .replaceAll("\"markdown\": \".*\"", "\"markdown\": \"PAGE\"")
        .replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1>…</$1>")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-…")
        .replaceAll("<time datetime=[^<]*<", "<time><")
        .replaceAll("(?s)(<div class=\"page\"[^>]*>).*?</div>", "$1PAGE</div>");
  }
}
