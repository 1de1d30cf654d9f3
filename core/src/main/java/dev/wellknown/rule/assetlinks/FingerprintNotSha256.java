package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * comptest2310, 2311, 2313 and 2314 of Google's protocol tests refuse it as "malformed cert";
 * Android's agents and Chromium compare texts, and no device writes its own side like this.
 */
final class FingerprintNotSha256 extends StatementRule {

  private static final String WHERE =
      "write the SHA-256 of the app signing key as the Play Console shows it under App integrity,"
          + " or keytool -list -v: 32 pairs of capitals and digits, joined by colons";

  FingerprintNotSha256() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "A certificate fingerprint has not the form of a SHA-256");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    if (!statement.isApp()) {
      return;
    }
    for (JsonString fingerprint : statement.fingerprintTexts()) {
      FingerprintText judged = FingerprintText.of(fingerprint.value());
      if (judged.kind() == FingerprintText.Kind.MALFORMED) {
        String corrected = judged.corrected();
        findings.add(
            finding(
                    document.at(fingerprint),
                    "fingerprint " + quote(fingerprint.value()) + " " + judged.problem(),
                    fix(fingerprint.value(), corrected))
                .withSeen(fingerprint.value())
                .withExpected(corrected)
                .withApp(statement.packageName()));
      }
    }
  }

  private static String fix(String text, @Nullable String corrected) {
    if (corrected != null) {
      return "write " + quote(corrected);
    }
    return FingerprintText.several(text) > 1
        ? "write each of them as an element of its own"
        : WHERE;
  }
}
