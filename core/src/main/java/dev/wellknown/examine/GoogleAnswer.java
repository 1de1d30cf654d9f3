package dev.wellknown.examine;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.assetlinks.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code statements:list} of Google's Digital Asset Links API
 * (https://developers.google.com/digital-asset-links/reference/rest/v1/statements/list). Its debug
 * text is not read: Google says not to.
 *
 * @param statements those that have the form of one
 * @param codes error codes without their prefix, as they were sent
 * @param maxAge for how long it holds
 * @param links the rules about links that it tells, as a list of the same kind as the host's own
 */
record GoogleAnswer(
    Set<Statement> statements, List<String> codes, Optional<Duration> maxAge, AssetLinks links) {

  private static final String PREFIX = "ERROR_CODE_";

  /** There are ten; what is beyond comes from nobody who means well. */
  private static final int MOST_CODES = 20;

  private static final String UNSPECIFIED = "UNSPECIFIED";
  private static final Set<String> RULES =
      Set.of("dynamic_app_link_components", "dynamicAppLinkComponents");

  /** Empty where the text is no such answer. */
  static Optional<GoogleAnswer> read(byte[] bytes) {
    JsonObject root = Document.json(bytes, "answer").value().map(JsonValue::asObject).orElse(null);
    return root != null && (root.has("statements") || root.has("maxAge") || root.has("errorCode"))
        ? Optional.of(read(root))
        : Optional.empty();
  }

  private static GoogleAnswer read(JsonObject root) {
    Set<Statement> statements = new LinkedHashSet<>();
    List<Object> links = new ArrayList<>();
    for (JsonValue each : elements(root.array("statements"))) {
      JsonObject object = each.asObject();
      String relation = object == null ? null : object.text("relation");
      StatementTarget target = object == null ? null : target(object.object("target"));
      if (relation != null && target != null) {
        statements.add(new Statement(relation, target));
        JsonArray rules = rules(object.object("relationExtensions"));
        if (rules != null && target instanceof StatementTarget.AndroidApp app) {
          links.add(statement(relation, app, rules));
        }
      }
    }
    Set<String> codes = new LinkedHashSet<>();
    for (JsonValue each : elements(root.array("errorCode"))) {
      String code = each.asText();
      if (code != null && codes.size() < MOST_CODES) {
        codes.add(code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code);
      }
    }
    codes.remove(UNSPECIFIED);
    byte[] list = JsonText.compact(links).getBytes(StandardCharsets.UTF_8);
    return new GoogleAnswer(
        statements,
        List.copyOf(codes),
        Optional.ofNullable(root.text("maxAge")).flatMap(GoogleAnswer::duration),
        (AssetLinks) AssociationFile.read(Kind.ASSETLINKS, list, "answer"));
  }

  private static List<JsonValue> elements(@Nullable JsonArray array) {
    return array == null ? List.of() : array.elements();
  }

  private static @Nullable StatementTarget target(@Nullable JsonObject target) {
    JsonObject web = target == null ? null : target.object("web");
    JsonObject app = target == null ? null : target.object("androidApp");
    if (web != null) {
      String text = web.text("site");
      String site = text == null ? null : Site.canonical(text);
      return site == null ? null : new StatementTarget.Web(site);
    }
    JsonObject certificate = app == null ? null : app.object("certificate");
    String name = app == null ? null : app.text("packageName");
    String print = certificate == null ? null : certificate.text("sha256Fingerprint");
    return name == null || print == null ? null : new StatementTarget.AndroidApp(name, print);
  }

  /** The list of rules, wherever in the extensions it stands. */
  private static @Nullable JsonArray rules(@Nullable JsonObject extensions) {
    Deque<JsonObject> open = new ArrayDeque<>();
    if (extensions != null) {
      open.add(extensions);
    }
    while (!open.isEmpty()) {
      for (JsonObject.Member member : open.remove().members()) {
        if (RULES.contains(member.name()) && member.value() instanceof JsonArray rules) {
          return rules;
        }
        if (member.value() instanceof JsonObject inner) {
          open.add(inner);
        }
      }
    }
    return null;
  }

  private static Object statement(
      String relation, StatementTarget.AndroidApp app, JsonArray rules) {
    return Map.of(
        "relation", List.of(relation),
        "target",
            Map.of(
                "namespace",
                AssetLinks.Statement.ANDROID_APP,
                "package_name",
                app.packageName(),
                "sha256_cert_fingerprints",
                List.of(app.fingerprint())),
        "relation_extensions", Map.of(relation, Map.of("dynamic_app_link_components", rules)));
  }

  private static Optional<Duration> duration(String text) {
    return text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?s")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text.split("[.s]")[0])))
        : Optional.empty();
  }
}
