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
import java.util.Set;

/**
 * comptest5006 of Google's protocol tests: a host that is asked over https may include over https
 * only. UrlFetcher in Android's agent casts the connection to HttpsURLConnection, and outside of
 * its try block: the exception costs the whole file from Android 12 on.
 */
final class InsecureInclude extends StatementRule {

  /** Schemes for which Android opens a connection that is no HttpsURLConnection. */
  private static final Set<String> OPENED = Set.of("http", "ftp", "file", "jar");

  InsecureInclude() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "An include is not fetched over https");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    if (!(statement.object().get("include") instanceof JsonString include)) {
      return;
    }
    Site address = Site.parse(include.value());
    if (address == null || address.isMissingScheme() || address.scheme().equals("https")) {
      return;
    }
    boolean http = address.scheme().equals("http") && address.problem() == null;
    String https = "https://" + address.authority() + address.rest();
    findings.add(
        finding(
                document.at(include),
                "include "
                    + quote(include.value())
                    + " is not https: "
                    + (OPENED.contains(address.scheme())
                        ? "Google's service leaves the list out, Android 12 and later lose the"
                            + " whole file"
                        : "no reader fetches it"),
                http
                    ? "serve the list over https and write " + quote(https)
                    : "serve the list over https, or put its statements into this file")
            .withSeen(include.value())
            .withExpected(http ? https : null));
  }
}
