package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Apple allows letters, digits, hyphens and dots; Android's package names have underscores. */
final class UnderscoreInBundleId extends AppIdRule {

  UnderscoreInBundleId() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "A bundle id has an underscore, which Apple does not allow");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, JsonValue value) {
    String id = value.asText();
    if (id == null
        || !AppId.isWellFormed(id)
        || AppId.bundle(id).indexOf('_') < 0
        || AppId.placeholder(id) != null) {
      return null;
    }
    return finding(
        file.document().at(value),
        "the bundle id in " + quote(id) + " has an underscore; it may be an Android package name",
        "compare it with the bundle id in Xcode, which has letters, digits, hyphens and dots only");
  }
}
