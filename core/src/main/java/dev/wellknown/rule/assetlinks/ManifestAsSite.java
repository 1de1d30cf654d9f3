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
 * For the relation query_webapk Chromium wants the address of a web app's manifest as the site
 * (CheckDigitalAssetLinkRelationshipForWebApk in digital_asset_links_handler.cc). To WebAsset in
 * Android's own agent a site with a path is an exception, whatever the relation.
 */
final class ManifestAsSite extends StatementRule {

  ManifestAsSite() {
    super(
        Severity.NOTE,
        EnumSet.of(Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "A web app's manifest is named as a site");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null
        || !statement.isWeb()
        || statement.isInclude()
        || !(target.get("site") instanceof JsonString text)
        || !statement.hasRelation(KnownRelation.QUERY_WEBAPK.text())) {
      return;
    }
    Site site = Site.parse(text.value());
    if (site != null && site.problem() == null && site.hasPathForJava()) {
      findings.add(
          finding(
                  document.at(text),
                  "site "
                      + quote(text.value())
                      + " is right for Chromium, but Android 12 and later lose the whole file by"
                      + " its path on phones without Google services",
                  "where such phones matter and the host has apps too, leave the statement out")
              .withSeen(text.value()));
    }
  }
}
