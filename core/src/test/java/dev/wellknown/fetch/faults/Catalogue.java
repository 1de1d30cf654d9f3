package dev.wellknown.fetch.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The faults that a checker has to survive, and what it may conclude from each. */
public final class Catalogue {

  private Catalogue() {}

  /**
   * One fault.
   *
   * @param group control, tls, http, body, include, net or named
   * @param name of the fault and of its host
   * @param what the host does
   * @param apple conclusions allowed for Apple: ok, warn, error
   * @param android the same for Android
   * @param causes the rules that have to speak; none where silence may be right
   */
  public record Row(
      String group,
      String name,
      String what,
      Set<String> apple,
      Set<String> android,
      Set<String> causes) {}

  public static List<Row> rows() {
    try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  new Row(
                      cells[0],
                      cells[1],
                      cells[2],
                      Set.of(cells[3].split(" ")),
                      Set.of(cells[4].split(" ")),
                      cells.length > 5 ? Set.of(cells[5].split(" ")) : Set.of()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
