package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;

/** comptest2303 and 2307 of Google's protocol tests; AndroidAppAsset in Android's agent. */
final class MissingPackage extends StatementRule {

  private static final String LOSS =
      ": nobody knows which app is meant, and Android 12 and later lose the whole file";

  MissingPackage() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "An app is not named by its package");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null || !statement.isAndroidApp()) {
      return;
    }
    JsonValue name = target.get("package_name");
    if (name == null) {
      findings.add(
          finding(
              document.at(target),
              "the target has no \"package_name\"" + LOSS,
              MisspeltMember.fix(target, "package_name")
                  .orElse("add \"package_name\" with the app's application ID")));
    } else if (name.asText() == null || name.asText().isEmpty()) {
      findings.add(
          finding(
                  document.at(name),
                  "\"package_name\" is "
                      + Shown.inWords(name)
                      + (name.asText() == null ? ", not a text" : "")
                      + LOSS,
                  "write the app's application ID, as its build.gradle has it")
              .withSeen(name.toJson()));
    }
  }
}
