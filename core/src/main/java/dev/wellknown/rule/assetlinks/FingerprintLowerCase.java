package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonString;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fingerprint that would be right in capitals. Devices compare texts, and they write their own
 * side in capitals; Google's service calls it malformed (android.md §1.3).
 */
final class FingerprintLowerCase extends Rule<AssetLinks> {

  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}");

  FingerprintLowerCase() {
    super(
        "assetlinks",
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY, Reader.CHROME),
        Evidence.DOCUMENTED,
        "A certificate fingerprint has lower-case letters");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    List<Finding> findings = new ArrayList<>();
    for (AssetLinks.Statement statement : file.androidStatements()) {
      for (JsonString fingerprint : statement.fingerprintTexts()) {
        String capitals = fingerprint.value().toUpperCase(Locale.ROOT);
        if (FORM.matcher(fingerprint.value()).matches() && !capitals.equals(fingerprint.value())) {
          findings.add(
              finding(
                      file.document().at(fingerprint),
                      "fingerprint " + quote(fingerprint.value()) + " has lower-case letters",
                      "write it in capitals: " + quote(capitals))
                  .withSeen(fingerprint.value())
                  .withExpected(capitals)
                  .withApp(statement.packageName()));
        }
      }
    }
    return findings;
  }
}
