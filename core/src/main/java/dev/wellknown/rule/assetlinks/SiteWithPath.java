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
 * comptest2210 to 2215 of Google's protocol tests: a site is scheme, host and port, and even a lone
 * slash is refused. WebAsset in Android's agent takes a lone slash and does not look at a fragment;
 * a path or a query costs it the whole file from Android 12 on. For the relation query_webapk
 * Chromium wants the address of a manifest here, so that a path is right.
 */
final class SiteWithPath extends StatementRule {

  SiteWithPath() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "A site has a path, query or fragment");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null
        || !statement.isWeb()
        || !(target.get("site") instanceof JsonString text)
        || statement.hasRelation(KnownRelation.QUERY_WEBAPK.text())) {
      return;
    }
    Site site = Site.parse(text.value());
    if (site == null || site.problem() != null || site.rest().isEmpty()) {
      return;
    }
    boolean lost = site.hasPathForJava();
    findings.add(
        finding(
                document.at(text),
                "site "
                    + quote(text.value())
                    + " has "
                    + quote(site.rest())
                    + " behind the host: "
                    + (lost
                        ? "Google's service refuses the statement, Android 12 and later lose the"
                            + " whole file"
                        : "Google's service refuses the statement"),
                "write " + quote(site.origin()))
            .withSeen(text.value())
            .withExpected(site.origin())
            .withBreaks(
                lost
                    ? EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12)
                    : EnumSet.of(Reader.GOOGLE_API)));
  }
}
