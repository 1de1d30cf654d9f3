package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.NearMiss;
import dev.wellknown.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A member that was meant to be another one: names are compared letter by letter. */
final class MisspeltMember {

  private MisspeltMember() {}

  /** The way out, where a name like the missing one stands in its place. */
  static Optional<String> fix(JsonObject object, String missing) {
    return object.members().stream()
        .map(JsonObject.Member::name)
        .filter(name -> NearMiss.of(name, List.of(missing)).isPresent())
        .findFirst()
        .map(name -> "rename " + quote(name) + " to " + quote(missing));
  }
}
