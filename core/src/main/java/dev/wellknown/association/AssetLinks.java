package dev.wellknown.association;

import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code assetlinks.json}: a list of statements and includes (Digital Asset Links). */
public record AssetLinks(Document document) implements AssociationFile {

  /** The relation that lets an app open a site's links. */
  public static final String HANDLE_ALL_URLS = "delegate_permission/common.handle_all_urls";

  /** The relation that lets an app use a site's sign-in credentials. */
  public static final String GET_LOGIN_CREDS = "delegate_permission/common.get_login_creds";

  @Override
  public Kind kind() {
    return Kind.ASSETLINKS;
  }

  /** The elements of the list; none where the file is no list. */
  public List<JsonValue> elements() {
    return elementsOf(document.value().orElse(null));
  }

  /** The elements that are objects, includes too. */
  public List<Statement> statements() {
    return elements().stream()
        .filter(JsonObject.class::isInstance)
        .map(element -> new Statement((JsonObject) element))
        .toList();
  }

  private static List<JsonValue> elementsOf(@Nullable JsonValue value) {
    return value instanceof JsonArray array ? array.elements() : List.of();
  }

  /** One element of the list. */
  public record Statement(JsonObject object) {

    /** The namespace of Android apps. */
    public static final String ANDROID_APP = "android_app";

    /** The namespace of sites. */
    public static final String WEB = "web";

    /** Whether it refers to another list instead of stating something. */
    public boolean isInclude() {
      return object.has("include");
    }

    /** The target, where it is an object. */
    public @Nullable JsonObject target() {
      return object.object("target");
    }

    /** The target's namespace, where it is a text. */
    public @Nullable String namespace() {
      JsonObject target = target();
      return target == null ? null : target.text("namespace");
    }

    /** Whether the target is in the namespace of Android apps. */
    public boolean isAndroidApp() {
      return ANDROID_APP.equals(namespace());
    }

    /** Whether the target is in the namespace of sites. */
    public boolean isWeb() {
      return WEB.equals(namespace());
    }

    /**
     * Whether the target names an app, be its namespace right or not: Chromium does not look at the
     * namespace, and people mend one thing after the other.
     */
    public boolean isApp() {
      JsonObject target = target();
      return target != null
          && !isWeb()
          && (isAndroidApp()
              || target.has("package_name")
              || target.has("sha256_cert_fingerprints"));
    }

    /** The package name, where it is a text. */
    public @Nullable String packageName() {
      JsonObject target = target();
      return target == null ? null : target.text("package_name");
    }

    /** The elements of the relation list; none where it is no list. */
    public List<JsonValue> relations() {
      return elementsOf(object.get("relation"));
    }

    /** Whether the relation list names this relation. */
    public boolean hasRelation(String relation) {
      return relations().stream().anyMatch(each -> relation.equals(each.asText()));
    }

    /** The elements of the fingerprint list; none where it is no list. */
    public List<JsonValue> fingerprints() {
      JsonObject target = target();
      return elementsOf(target == null ? null : target.get("sha256_cert_fingerprints"));
    }

    /** The elements of the fingerprint list that are texts. */
    public List<JsonString> fingerprintTexts() {
      return fingerprints().stream()
          .filter(JsonString.class::isInstance)
          .map(JsonString.class::cast)
          .toList();
    }

    /** What stands where the rules of Android 15's dynamic links should stand; null if nothing. */
    public @Nullable JsonValue dynamicRulesValue() {
      JsonObject extensions = object.object("relation_extensions");
      JsonObject links = extensions == null ? null : extensions.object(HANDLE_ALL_URLS);
      return links == null ? null : links.get("dynamic_app_link_components");
    }

    /** The rules of Android 15's dynamic links; null where there is no such list. */
    public @Nullable JsonArray dynamicRules() {
      return dynamicRulesValue() instanceof JsonArray list ? list : null;
    }
  }
}
