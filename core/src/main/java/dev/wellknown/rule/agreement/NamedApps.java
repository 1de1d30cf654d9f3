package dev.wellknown.rule.agreement;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says, app by app, whatever its form. Texts that are wrong in form alone count as what
 * they are meant to be: that they are wrong is told by the rules about the file.
 *
 * @param byId the apps in the order of the file
 * @param unread texts that stand where an app should, and name none; empty where there is no text
 * @param broken services that cannot be read
 * @param includes the elements that lead to other lists; Android only
 * @param besides the statements about anything but apps; Android only
 */
record NamedApps(
    Map<String, NamedApp> byId,
    List<String> unread,
    Set<String> broken,
    List<JsonObject> includes,
    List<JsonObject> besides) {

  /** A file without an app. */
  static final NamedApps NONE = new NamedApps(Map.of(), List.of(), Set.of(), List.of(), List.of());

  /** Of the part of Apple's app ids that names the team. */
  private static final int PREFIX_LENGTH = 10;

  NamedApps {
    byId = Collections.unmodifiableMap(byId);
    unread = List.copyOf(unread);
    broken = Set.copyOf(broken);
    includes = List.copyOf(includes);
    besides = List.copyOf(besides);
  }

  /** What a file says; empty where it cannot be read, or is no file of its kind at all. */
  static Optional<NamedApps> in(AssociationFile file) {
    JsonValue root = file.document().value().orElse(null);
    if (file instanceof AssetLinks assetLinks) {
      return root instanceof JsonArray
          ? Optional.of(new AndroidReading(assetLinks).apps())
          : Optional.empty();
    }
    return root instanceof JsonObject object
        ? Optional.of(new AppleReading((AppSiteAssociation) file, object).apps())
        : Optional.empty();
  }

  /** Whether something that cannot be read may be meant for an app. */
  boolean mayMean(String id) {
    return unread.stream().anyMatch(text -> mayMean(text, id));
  }

  /** Whether a text that cannot be read holds what is looked for, or may stand for anything. */
  static boolean mayMean(String text, String meant) {
    String plain = plain(text);
    int dot = meant.indexOf('.');
    return plain.isEmpty()
        || plain.contains(plain(meant))
        || (dot == PREFIX_LENGTH
            && (plain.contains(plain(meant.substring(0, dot)))
                || plain.contains(plain(meant.substring(dot)))));
  }

  private static String plain(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** What a reader of a file has gathered so far. */
  static final class Draft {

    final Map<String, NamedApp.Draft> byId = new LinkedHashMap<>();
    final List<String> unread = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    final List<JsonObject> includes = new ArrayList<>();
    final List<JsonObject> besides = new ArrayList<>();

    NamedApp.Draft app(String id, JsonValue at) {
      return byId.computeIfAbsent(id, each -> new NamedApp.Draft(each, at));
    }

    NamedApps done() {
      Map<String, NamedApp> apps = new LinkedHashMap<>();
      byId.forEach((id, draft) -> apps.put(id, draft.done()));
      return new NamedApps(apps, unread, Set.copyOf(broken), includes, besides);
    }
  }
}
