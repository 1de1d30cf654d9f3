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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A fingerprint that would be right in capitals. Devices compare texts, and they write their own
 * side in capitals (AndroidAppAsset in Android's agent, GetCertificateSHA256Fingerprint in
 * Chromium); Google's service calls it malformed (comptest2312 of its protocol tests).
 */
final class FingerprintLowerCase extends StatementRule {

  FingerprintLowerCase() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "A certificate fingerprint has lower-case letters");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    if (!statement.isApp()) {
      return;
    }
    Set<String> texts = new HashSet<>();
    statement.fingerprintTexts().forEach(text -> texts.add(text.value()));
    for (JsonString fingerprint : statement.fingerprintTexts()) {
      FingerprintText judged = FingerprintText.of(fingerprint.value());
      String capitals = judged.corrected();
      if (judged.kind() == FingerprintText.Kind.LOWER_CASE && capitals != null) {
        boolean twice = texts.contains(capitals);
        Finding finding =
            finding(
                    document.at(fingerprint),
                    "fingerprint " + quote(fingerprint.value()) + " has lower-case letters",
                    twice
                        ? "remove it: the list has it in capitals too"
                        : "write it in capitals: " + quote(capitals))
                .withSeen(fingerprint.value())
                .withExpected(capitals)
                .withApp(statement.packageName());
        // Whoever compares texts finds the other one; Google's service refuses the statement.
        findings.add(twice ? finding.withBreaks(EnumSet.of(Reader.GOOGLE_API)) : finding);
      }
    }
  }
}
