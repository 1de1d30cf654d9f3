package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members that nobody knows are ignored (comptest2005 of Google's protocol tests), rules for links
 * among them: the app opens more than was meant.
 */
final class UnreadUrlRules extends StatementRule {

  private static final String EXTENSIONS = "relation_extensions";
  private static final String COMPONENTS = "dynamic_app_link_components";

  /** Names under which people have written rules into a statement or its target. */
  private static final Set<String> INVENTED =
      Set.of("paths", "path", "exclude", "excludes", "components", COMPONENTS);

  /** Names that are right wherever they stand here. */
  private static final Set<String> READ =
      Set.of(
          "relation",
          "target",
          "include",
          "namespace",
          "package_name",
          "sha256_cert_fingerprints",
          "site");

  UnreadUrlRules() {
    super(
        Severity.WARNING,
        EnumSet.noneOf(Reader.class),
        Evidence.DOCUMENTED,
        "Rules for links stand where nobody reads them");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    if (!statement.isApp()) {
      return;
    }
    JsonObject object = statement.object();
    JsonObject extensions = object.object(EXTENSIONS);
    JsonObject links = extensions == null ? null : extensions.object(AssetLinks.HANDLE_ALL_URLS);
    look(document, statement, object, EXTENSIONS, findings);
    look(document, statement, statement.target(), EXTENSIONS, findings);
    look(document, statement, extensions, AssetLinks.HANDLE_ALL_URLS, findings);
    look(document, statement, links, COMPONENTS, findings);
  }

  /**
   * Looks for members that were meant to be rules.
   *
   * @param known the one name that is read here
   */
  private void look(
      Document document,
      Statement statement,
      @Nullable JsonObject object,
      String known,
      List<Finding> findings) {
    if (object == null) {
      return;
    }
    boolean inLinks = known.equals(COMPONENTS);
    for (JsonObject.Member member : object.members()) {
      String name = member.name();
      if (READ.contains(name)) {
        continue;
      }
      boolean near =
          !name.equals(known)
              && (NearMiss.of(name, List.of(known)).isPresent()
                  || (inLinks && name.startsWith("dynamic_")));
      if (near || (!name.equals(known) && INVENTED.contains(name))) {
        findings.add(
            finding(
                    document.at(object, member),
                    "nobody reads "
                        + quote(name)
                        + " here: the app's manifest alone says which"
                        + " links open it",
                    near && !object.has(known)
                        ? "rename it to " + quote(known)
                        : "say it as \"relation_extensions\": {"
                            + quote(AssetLinks.HANDLE_ALL_URLS)
                            + ": {\"dynamic_app_link_components\": [{\"/\": \"/shop/*\"}]}}, for"
                            + " Android 15 and later")
                .withSeen(name)
                .withApp(statement.packageName()));
      }
    }
  }
}
