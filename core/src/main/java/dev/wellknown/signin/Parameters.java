package dev.wellknown.signin;

import dev.wellknown.finding.Percent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters as they stand in a query, a fragment or a form, in their order; values raw. */
final class Parameters {

  private final Map<String, List<String>> raw;

  private Parameters(Map<String, List<String>> raw) {
    this.raw = Collections.unmodifiableMap(raw);
  }

  /** Those of a text such as {@code a=1&b=2}. Nothing is refused. */
  static Parameters of(String text) {
    Map<String, List<String>> raw = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        raw.computeIfAbsent(name, key -> new ArrayList<>())
            .add(equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return new Parameters(raw);
  }

  /** Those of a URL's query. */
  static Parameters ofQuery(String url) {
    return ofUrl(url.split("#", 2)[0]);
  }

  /** Those of a URL's query and, behind them, of its fragment. */
  static Parameters ofUrl(String url) {
    int hash = url.indexOf('#');
    String head = hash < 0 ? url : url.substring(0, hash);
    int question = head.indexOf('?');
    String query = question < 0 ? "" : head.substring(question + 1);
    return of(query + "&" + (hash < 0 ? "" : url.substring(hash + 1)));
  }

  boolean has(String name) {
    return raw.containsKey(name);
  }

  /** Whether everything that stands here stands there too, letter for letter. */
  boolean isPartOf(Parameters other) {
    return raw.entrySet().stream()
        .allMatch(
            entry ->
                other.raw.getOrDefault(entry.getKey(), List.of()).containsAll(entry.getValue()));
  }

  /** How often it stands there. */
  int count(String name) {
    return raw.getOrDefault(name, List.of()).size();
  }

  /** The first value, decoded; empty where there is none, or a blank one. */
  Optional<String> value(String name) {
    return raw(name).map(Percent::decode).filter(value -> !value.isBlank());
  }

  /** The first value as it is written. */
  Optional<String> raw(String name) {
    return raw.getOrDefault(name, List.of()).stream().findFirst();
  }
}
