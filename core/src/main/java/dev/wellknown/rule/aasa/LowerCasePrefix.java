package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Devices are reported to read the prefix in capitals. Ten lower-case letters without a digit are
 * hardly a prefix, but the first part of a bundle id whose prefix is missing.
 */
final class LowerCasePrefix extends AppIdRule {

  LowerCasePrefix() {
    super(Severity.NOTE, NONE, Evidence.DERIVED, "The prefix of an app id has lower-case letters");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, JsonValue value) {
    String id = value.asText();
    if (id == null
        || !AppId.isWellFormed(id)
        || AppId.compared(id).equals(id)
        || AppId.placeholder(id) != null) {
      return null;
    }
    String prefix = AppId.prefix(id);
    if (prefix.chars().noneMatch(c -> c < 'a')) {
      return finding(
              file.document().at(value),
              "app id "
                  + quote(id)
                  + " begins with ten lower-case letters, which devices take for its prefix",
              "if "
                  + quote(prefix)
                  + " belongs to the bundle id, put the App ID prefix and a dot in front")
          .withSeverity(Severity.WARNING);
    }
    return finding(
            file.document().at(value),
            "app id " + quote(id) + " has a prefix with lower-case letters; devices read capitals",
            "write it as " + quote(AppId.compared(id)) + ", as other tools may compare it exactly")
        .withExpected(AppId.compared(id));
  }
}
