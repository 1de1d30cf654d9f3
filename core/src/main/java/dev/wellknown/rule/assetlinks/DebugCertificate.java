package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonString;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A certificate whose private key everybody can download: whoever signs an app with it under this
 * package name may open the site's links and ask for its passwords.
 */
final class DebugCertificate extends StatementRule {

  /**
   * Public keys and where they lie. The test keys of Android are in {@code target/product/security}
   * of https://android.googlesource.com/platform/build.
   */
  private static final Map<String, String> PUBLIC =
      Map.ofEntries(
          entry(
              "the debug.keystore of React Native's and Expo's templates",
              "FA:C6:17:45:DC:09:03:78:6F:B9:ED:E6:2A:96:2B:39:"
                  + "9F:73:48:F0:BB:6F:89:9B:83:32:66:75:91:03:3B:9C"),
          entry(
              "the debug keystore inside uber-apk-signer",
              "1E:08:A9:03:AE:F9:C3:A7:21:51:0B:64:EC:76:4D:01:"
                  + "D3:D0:94:EB:95:41:61:B6:25:44:EA:8F:18:7B:59:53"),
          entry(
              "Android's public testkey",
              "A4:0D:A8:0A:59:D1:70:CA:A9:50:CF:15:C1:8C:45:4D:"
                  + "47:A3:9B:26:98:9D:8B:64:0E:CD:74:5B:A7:1B:F5:DC"),
          entry(
              "Android's public platform test key",
              "C8:A2:E9:BC:CF:59:7C:2F:B6:DC:66:BE:E2:93:FC:13:"
                  + "F2:FC:47:EC:77:BC:6B:2B:0D:52:C1:1F:51:19:2A:B8"),
          entry(
              "Android's public shared test key",
              "28:BB:FE:4A:7B:97:E7:46:81:DC:55:C2:FB:B6:CC:B8:"
                  + "D6:C7:49:63:73:3F:6A:F6:AE:74:D8:C3:A6:E8:79:FD"),
          entry(
              "Android's public media test key",
              "46:59:83:F7:79:1F:2A:BE:B4:3E:A2:CB:DC:7F:21:A8:"
                  + "26:0B:72:BC:08:A5:5C:83:9F:C1:A4:3B:C7:41:A8:1E"),
          entry(
              "Android's public networkstack test key",
              "E1:DB:AD:CE:60:DC:08:0D:15:B5:8A:01:4B:0D:CF:94:"
                  + "00:E2:4D:E2:3F:A0:0B:28:7A:5A:98:2B:FE:BD:A2:EE"));

  DebugCertificate() {
    super(
        Severity.WARNING,
        EnumSet.noneOf(Reader.class),
        Evidence.OBSERVED,
        "A certificate is listed whose private key is public");
  }

  private static Map.Entry<String, String> entry(String owner, String fingerprint) {
    return Map.entry(fingerprint, owner);
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    if (!statement.isApp()) {
      return;
    }
    for (JsonString text : statement.fingerprintTexts()) {
      String fingerprint = FingerprintText.of(text.value()).corrected();
      String owner = fingerprint == null ? null : PUBLIC.get(fingerprint);
      if (owner != null) {
        findings.add(
            finding(
                    document.at(text),
                    "fingerprint "
                        + quote(text.value())
                        + " belongs to "
                        + owner
                        + ": anybody can sign an app with it",
                    statement.fingerprintTexts().size() > 1
                        ? "remove it; builds for tests can be verified on a test host"
                        : "replace it by the SHA-256 of the app signing key, as the Play Console"
                            + " shows it under App integrity")
                .withSeen(text.value())
                .withApp(statement.packageName()));
      }
    }
  }
}
