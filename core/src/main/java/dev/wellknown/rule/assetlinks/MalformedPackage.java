package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonValue;
import java.util.List;
import java.util.Objects;

/**
 * comptest2308 of Google's protocol tests refuses blanks; for the rest no reader complains, but no
 * app of such a name can be installed
 * (https://developer.android.com/build/configure-app-module#set-application-id).
 */
final class MalformedPackage extends StatementRule {

  MalformedPackage() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "No Android app can have this package name");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    String name = statement.packageName();
    if (name == null
        || name.isEmpty()
        || !statement.isApp()
        || PackageName.isWellFormed(name)
        || Placeholder.isForPackage(name)) {
      return;
    }
    JsonValue at = Objects.requireNonNull(statement.target()).get("package_name");
    String stripped = name.replaceAll("[\\s\\p{Z}]", "");
    boolean mended = !stripped.equals(name) && PackageName.isWellFormed(stripped);
    findings.add(
        finding(
                document.at(Objects.requireNonNull(at)),
                "package name "
                    + quote(name)
                    + " "
                    + PackageName.problem(name)
                    + ": no app can have it",
                mended
                    ? "write " + quote(stripped)
                    : "write the application ID exactly as the app's build.gradle has it")
            .withSeen(name)
            .withExpected(mended ? stripped : null)
            .withApp(name));
  }
}
