package dev.wellknown.registration;

import dev.wellknown.json.Pointer;
import java.util.List;

/**
 * What a URL should do.
 *
 * @param url absolute, https or http
 * @param opens names of the apps that should open it; none where it should stay in the browser
 * @param declaredAt where it stands in the registration
 */
public record Expectation(String url, List<String> opens, Pointer declaredAt) {
  public Expectation {
    opens = List.copyOf(opens);
  }
}
