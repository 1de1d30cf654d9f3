package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import java.util.EnumSet;
import java.util.List;

/**
 * Project wizards begin with {@code com.example}, and Google Play takes no such app. Phones do, so
 * that nothing breaks for builds that are handed out otherwise.
 */
final class ExamplePackage extends StatementRule {

  ExamplePackage() {
    super(
        Severity.NOTE,
        EnumSet.noneOf(Reader.class),
        Evidence.OBSERVED,
        "A package name begins with com.example");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target != null
        && statement.isApp()
        && target.get("package_name") instanceof JsonString name
        && (name.value().equals("com.example") || name.value().startsWith("com.example."))
        && PackageName.isWellFormed(name.value())
        && !Placeholder.isForPackage(name.value())) {
      findings.add(
          finding(
                  document.at(name),
                  "package name " + quote(name.value()) + " is one that Google Play does not take",
                  "write the application ID of the released app, if it has another one")
              .withSeen(name.value())
              .withApp(name.value()));
    }
  }
}
