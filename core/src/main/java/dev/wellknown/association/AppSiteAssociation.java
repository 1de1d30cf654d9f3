package dev.wellknown.association;

import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code apple-app-site-association} (AASA): an object with a member per service. */
public record AppSiteAssociation(Document document) implements AssociationFile {

  /** The service that opens links in an app. */
  public static final String APPLINKS = "applinks";

  private static final int PREFIX_LENGTH = 10;

  /** The services that Apple's systems know. */
  public static final Set<String> SERVICES =
      Set.of(
          APPLINKS,
          "webcredentials",
          "activitycontinuation",
          "appclips",
          "authsrv",
          "messagefilter",
          "classificationreport");

  /** The substitution variables that need no definition. */
  public static final Set<String> BUILT_IN_VARIABLES =
      Set.of("alpha", "upper", "lower", "alnum", "digit", "xdigit", "region", "lang");

  @Override
  public Kind kind() {
    return Kind.AASA;
  }

  /** The file as an object; null where it is none. */
  public @Nullable JsonObject root() {
    return document.value().map(JsonValue::asObject).orElse(null);
  }

  /** The service that opens links, where it is an object. */
  public @Nullable JsonObject applinks() {
    JsonObject root = root();
    return root == null ? null : root.object(APPLINKS);
  }

  /** The defaults of the host: for every rule that is silent; null where there are none. */
  public @Nullable JsonObject hostDefaults() {
    JsonObject applinks = applinks();
    return applinks == null ? null : applinks.object("defaults");
  }

  /** The file's own substitution variables, by name; null where there are none. */
  public @Nullable JsonObject variables() {
    JsonObject applinks = applinks();
    return applinks == null ? null : applinks.object("substitutionVariables");
  }

  /**
   * The entries of {@code applinks.details}: the objects of the list, or the members of the oldest
   * form, an object keyed by app id.
   */
  public List<Entry> entries() {
    JsonObject applinks = applinks();
    JsonValue details = applinks == null ? null : applinks.get("details");
    JsonObject defaults = hostDefaults();
    List<Entry> entries = new ArrayList<>();
    if (details instanceof JsonArray list) {
      for (JsonValue element : list.elements()) {
        if (element instanceof JsonObject object) {
          entries.add(new Entry(object, null, defaults));
        }
      }
    } else if (details instanceof JsonObject byApp) {
      for (JsonObject.Member member : byApp.members()) {
        if (member.value() instanceof JsonObject object) {
          entries.add(
              new Entry(
                  object,
                  new JsonString(
                      byApp.pointer().child(member.name()), member.namePosition(), member.name()),
                  defaults));
        }
      }
    }
    return entries;
  }

  /**
   * Every place of the file where an app id should stand: entries, and the {@code apps} lists of
   * all services. Values of any type.
   */
  public List<JsonValue> appIdValues() {
    List<JsonValue> values = new ArrayList<>();
    for (Entry entry : entries()) {
      values.addAll(entry.appIdValues());
    }
    JsonObject root = root();
    if (root != null) {
      for (JsonObject.Member member : root.members()) {
        if (member.value() instanceof JsonObject service) {
          JsonArray apps = service.array("apps");
          if (apps != null) {
            values.addAll(apps.elements());
          }
        }
      }
    }
    return values;
  }

  /**
   * An app id as devices compare it: a prefix of ten characters in capitals, the bundle id as it
   * is.
   */
  public static String compared(String appId) {
    return appId.indexOf('.') == PREFIX_LENGTH
        ? appId.substring(0, PREFIX_LENGTH).toUpperCase(Locale.ROOT)
            + appId.substring(PREFIX_LENGTH)
        : appId;
  }

  /**
   * The app ids of a service's {@code apps} list that are texts, as they are written. For {@link
   * #APPLINKS} devices look at it only where there is no {@code details}; every link then opens the
   * apps.
   */
  public List<JsonString> appsOf(String service) {
    JsonObject root = root();
    JsonObject object = root == null ? null : root.object(service);
    JsonArray apps = object == null ? null : object.array("apps");
    return apps == null ? List.of() : texts(apps.elements());
  }

  private static List<JsonString> texts(List<JsonValue> values) {
    return values.stream()
        .filter(JsonString.class::isInstance)
        .map(JsonString.class::cast)
        .toList();
  }

  /**
   * One entry of {@code details}.
   *
   * @param key the app id as the key of the oldest form, or null
   * @param hostDefaults the defaults of the host, or null
   */
  public record Entry(
      JsonObject object, @Nullable JsonString key, @Nullable JsonObject hostDefaults) {

    /**
     * The values that name the entry's apps. {@code appIDs} hides {@code appID}, and both hide the
     * key of the oldest form.
     */
    public List<JsonValue> appIdValues() {
      JsonArray several = object.array("appIDs");
      if (several != null) {
        return several.elements();
      }
      JsonValue single = object.get("appID");
      if (single != null) {
        return List.of(single);
      }
      return key == null ? List.of() : List.of(key);
    }

    /** The app ids that are texts, as they are written. */
    public List<JsonString> appIds() {
      return texts(appIdValues());
    }

    /** The first app id, for messages; null where there is none. */
    public @Nullable String app() {
      return appIds().isEmpty() ? null : appIds().get(0).value();
    }

    /** The modern list of rules (iOS 13 and later); null where it is absent or no list. */
    public @Nullable JsonArray components() {
      return object.array("components");
    }

    /**
     * The old list of rules; null where it is absent, no list, or hidden by {@link #components}.
     */
    public @Nullable JsonArray paths() {
      return components() == null ? object.array("paths") : null;
    }

    /** The defaults of the entry, which go before those of the host; null if there are none. */
    public @Nullable JsonObject defaults() {
      return object.object("defaults");
    }

    /**
     * The rules that devices walk, in order: of {@link #components}, else of {@link #paths}. Where
     * there is neither list, every link opens the entry's apps.
     */
    public List<LinkRule> rules() {
      JsonArray components = components();
      if (components != null) {
        List<JsonObject> defaults = layers();
        return components.elements().stream()
            .map(element -> LinkRule.ofComponent(element, defaults))
            .toList();
      }
      JsonArray paths = paths();
      return paths == null ? List.of() : pathRules(paths);
    }

    /** The rules of a list of the old form, be it read or hidden. */
    public List<LinkRule> pathRules(JsonArray paths) {
      List<JsonObject> defaults = layers();
      return paths.elements().stream().map(path -> LinkRule.ofPath(path, defaults)).toList();
    }

    private List<JsonObject> layers() {
      return Stream.of(defaults(), hostDefaults).filter(Objects::nonNull).toList();
    }
  }
}
