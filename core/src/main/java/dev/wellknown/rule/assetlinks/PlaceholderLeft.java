package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;

/**
 * A template's text where the app's own value should stand. Where it has the right form readers
 * take it for a value, so that nothing breaks but what never was there.
 */
final class PlaceholderLeft extends StatementRule {

  private static final String FINGERPRINT =
      "write the SHA-256 of the app signing key, as the Play Console shows it under App integrity";

  PlaceholderLeft() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "A placeholder was never replaced");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null || !statement.isApp()) {
      return;
    }
    JsonValue name = target.get("package_name");
    if (name instanceof JsonString text && Placeholder.isForPackage(text.value())) {
      Finding finding =
          finding(
              document.at(text),
              "package name " + quote(text.value()) + " is a placeholder",
              "write the application ID, as the app's build.gradle has it");
      add(findings, statement, text, finding, PackageName.isWellFormed(text.value()));
    }
    for (JsonString text : statement.fingerprintTexts()) {
      FingerprintText.Kind kind = FingerprintText.of(text.value()).kind();
      boolean filler = kind == FingerprintText.Kind.FILLER;
      if (filler || kind == FingerprintText.Kind.PLACEHOLDER) {
        Finding finding =
            finding(
                document.at(text),
                "fingerprint "
                    + quote(text.value())
                    + (filler ? " is a filler: no certificate has it" : " is a placeholder"),
                FINGERPRINT);
        add(findings, statement, text, finding, filler && !isBlank(text.value()));
      }
    }
  }

  private static void add(
      List<Finding> findings,
      Statement statement,
      JsonString text,
      Finding finding,
      boolean wellFormed) {
    Finding full =
        finding
            .withSeen(text.value())
            .withBreaks(Audience.of(statement))
            .withApp(statement.packageName());
    findings.add(
        wellFormed
            ? full.withSeverity(Severity.WARNING).withBreaks(EnumSet.noneOf(Reader.class))
            : full);
  }

  /** All zeros or all ones: what stands there when nobody has filled it in. */
  private static boolean isBlank(String fingerprint) {
    return fingerprint.matches("[0:]*|[Ff:]*");
  }
}
