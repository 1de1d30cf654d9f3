package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.Rule;
import java.util.List;

/**
 * Every reader begins with "open the list": comptest2007, 2009 and 2010 of Google's protocol tests
 * (https://github.com/google/digitalassetlinks), {@code beginArray} in Android's StatementParser,
 * "Statement List is not a list" in Chromium.
 */
final class NotAnArray extends Rule<AssetLinks> {

  private static final String LIST = "a list of statements: [{\"relation\": […], \"target\": {…}}]";

  NotAnArray() {
    super(
        "assetlinks",
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "The file is not a list of statements");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    JsonValue root = file.document().value().orElse(null);
    if (root == null || root instanceof JsonArray) {
      return List.of();
    }
    return List.of(
        finding(
                file.document().at(root),
                "the file is "
                    + Shown.inWords(root)
                    + ", not a list of statements: nobody reads on",
                fix(root))
            .withSeen(root.inWords())
            .withExpected("a list"));
  }

  private static String fix(JsonValue root) {
    if (!(root instanceof JsonObject object)) {
      return "publish " + LIST;
    }
    if (object.has("relation") || object.has("target") || object.has("include")) {
      return "put [ before the first brace and ] behind the last one";
    }
    if (AppSiteAssociation.SERVICES.stream().anyMatch(object::has)) {
      return "this is Apple's file: publish it as apple-app-site-association, and here " + LIST;
    }
    return object.members().stream().anyMatch(member -> member.value() instanceof JsonArray)
        ? "publish the list alone, without the object around it"
        : "publish " + LIST;
  }
}
