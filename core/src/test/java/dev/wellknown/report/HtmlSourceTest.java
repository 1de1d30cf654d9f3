package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.report.HtmlSource.Line;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlSourceTest {

  private static Finding at(int line, int column) {
    return Finding.of(
        Samples.rule("json/not-json"), new Location("x", "", line, column), "message", "fix");
  }

  private static List<Line> lines(String text, Finding... findings) {
    return HtmlSource.of(text, Arrays.asList(findings)).lines();
  }

  @Test
  void marksTheValueThatIsMeant() {
    List<Line> lines = lines("{\n  \"a\\\"b\": [12, true],\n}\n", at(2, 3), at(3, 1));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .extracting(Line::number, Line::before, Line::value, Line::after, Line::mark)
        .containsExactly(2, "  ", "\"a\\\"b\"", ": [12, true],", "error");
    assertThat(lines.get(0).marks()).isEmpty();
    assertThat(lines("[12, true]", at(1, 2)).get(0).value()).isEqualTo("12");
    assertThat(lines("[12, true]", at(1, 6)).get(0).value()).isEqualTo("true");
    assertThat(lines("[12, true]", at(1, 1)).get(0).value()).isEqualTo("[");
  }

  @Test
  void countsColumnsInCharactersAndLinesAsTheReadersDo() {
    assertThat(lines("\uD83D\uDE00\"x\"\r\n\r\"y\"", at(1, 2), at(3, 1)))
        .extracting(Line::before, Line::value)
        .containsExactly(tuple("\uD83D\uDE00", "\"x\""), tuple("", ""), tuple("", "\"y\""));
    assertThat(lines("\uFEFF[]", at(1, 1)).get(0).value()).isEqualTo("[");
  }

  @Test
  void showsOfALongLineThePartThatIsMeant() {
    String text = "x".repeat(50_000) + " \"here\" " + "y".repeat(50_000);
    Line line = lines(text, at(1, 50_002)).get(0);
    assertThat(line.value()).isEqualTo("\"here\"");
    assertThat(line.before()).startsWith("… x").hasSizeLessThan(100);
    assertThat(line.after()).endsWith(" …").hasSizeLessThan(300);
  }

  @Test
  void showsOfALongFileItsBeginningAndTheLinesThatAreMeant() {
    String text =
        IntStream.rangeClosed(1, 9_000).mapToObj(i -> "line").collect(Collectors.joining("\n"));
    List<Line> lines = lines(text, at(7_000, 1), at(7_002, 1));
    assertThat(lines).hasSizeLessThan(300);
    assertThat(lines.get(0).number()).isEqualTo(1);
    assertThat(lines).anyMatch(line -> line.number() == 7_000 && !line.marks().isEmpty());
    assertThat(lines).anyMatch(line -> line.number() == 7_006 && line.skipped() == 0);
    assertThat(lines.stream().mapToInt(line -> Math.max(1, line.skipped())).sum()).isEqualTo(9_000);
  }

  @Test
  void survivesPlacesThatAreNotThere() {
    assertThat(lines("[]", at(9, 9), at(1, 99))).hasSize(1);
    assertThat(lines("", at(1, 1))).hasSize(1);
  }
}
