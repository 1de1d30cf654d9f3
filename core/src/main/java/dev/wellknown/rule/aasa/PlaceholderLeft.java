package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A template that was not filled in. {@code ABCDE12345} and {@code com.example}, which Apple's
 * documents and this project's use, are let pass: they also stand in files that only show the form.
 */
final class PlaceholderLeft extends AppIdRule {

  PlaceholderLeft() {
    super(Severity.ERROR, BOTH, Evidence.DOCUMENTED, "An app id still has a placeholder in it");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, JsonValue value) {
    String id = value.asText();
    String placeholder = id == null ? null : AppId.placeholder(id);
    if (id == null || placeholder == null) {
      return null;
    }
    return finding(
            file.document().at(value),
            placeholder.equals(id)
                ? "the app id is still a placeholder: " + quote(id)
                : "app id " + quote(id) + " still has the placeholder " + quote(placeholder),
            "fill it in: the ten characters of the App ID prefix (nearly always the team id, in the"
                + " membership details of the developer account), a dot, the bundle id")
        .withExpected("PREFIX.bundle.id");
  }
}
