package dev.wellknown.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The headers of an answer.
 *
 * @param all in the order in which they came, with duplicates
 */
public record Headers(List<Header> all) {

  /** No header at all. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    all = List.copyOf(all);
  }

  /**
   * Headers from names and values by turns.
   *
   * @throws IllegalArgumentException where a value is missing
   */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value");
    }
    List<Header> all = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(all);
  }

  /** All values of a header, its name in any case. */
  public List<String> values(String name) {
    return all.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** The first value of a header. */
  public Optional<String> first(String name) {
    return all.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** The members of a header whose value is a list separated by commas, over all its lines. */
  List<String> tokens(String name) {
    List<String> tokens = new ArrayList<>();
    for (String value : values(name)) {
      for (String token : value.split(",", -1)) {
        if (!token.isBlank()) {
          tokens.add(token.strip());
        }
      }
    }
    return tokens;
  }
}
