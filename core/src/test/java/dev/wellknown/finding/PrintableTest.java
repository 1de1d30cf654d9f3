package dev.wellknown.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(Printable.escape("Größe 中文 ✓ a/b \"c\" \\u{1b}"))
        .isEqualTo("Größe 中文 ✓ a/b \"c\" \\u{1b}");
  }

  @Test
  void writesOutWhatWouldMoveOrHide() {
    assertThat(Printable.escape("\u001b[31m\r\n\t\u0000"))
        .isEqualTo("\\u{1b}[31m\\u{d}\\u{a}\\u{9}\\u{0}");
    assertThat(Printable.escape("a\u202eb\u200bc\u00a0d\u2028e\ufefff\u009bg"))
        .isEqualTo("a\\u{202e}b\\u{200b}c\\u{a0}d\\u{2028}e\\u{feff}f\\u{9b}g");
    assertThat(Printable.escape("\ud800x\udfff")).isEqualTo("\\u{d800}x\\u{dfff}");
    assertThat(Printable.escape("\udb40\udc41\ufe0f")).isEqualTo("\\u{e0041}\\u{fe0f}");
  }

  @Test
  void letsNothingDangerousThroughAndEscapesOnce() {
    Random random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.append((char) random.nextInt(0x10000));
      }
      String safe = Printable.escape(text.toString());
      assertThat(safe.codePoints()).allMatch(Printable::isVisible);
      assertThat(safe.codePoints()).noneMatch(Character::isISOControl);
      assertThat(Printable.escape(safe)).isEqualTo(safe);
    }
  }

  @Test
  void cutsLongTextBetweenCharacters() {
    String cut = Printable.cut("😀".repeat(40_000));
    assertThat(cut).startsWith("😀").endsWith("… (40000 characters in all)");
    assertThat(cut.length()).isLessThan(300);
    assertThat(Printable.escape(cut)).isEqualTo(cut);
  }

  @Test
  void cutsWhatWasCutNoFurther() {
    for (String unit : List.of("a", "\u001b", "\ud800", "\ud83d\ude00", "\udb40\udc41")) {
      String safe = Printable.escape(Printable.cut(unit.repeat(60_000)));
      assertThat(safe).endsWith("… (60000 characters in all)");
      assertThat(Printable.cut(safe)).isEqualTo(safe);
    }
    String liar = "a".repeat(60_000) + "… (3 characters in all)";
    assertThat(Printable.cut(liar)).hasSizeLessThan(300);
  }

  @Test
  void leavesNoHalvesOfCharactersInAPlace() {
    assertThat(new Location("\ud800", "/\udc1f\ud83d/😀", null, null))
        .isEqualTo(new Location("\ufffd", "/\ufffd\ufffd/😀", null, null));
  }
}
