package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Location;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object in which devices look for names.
 *
 * @param level the names they look for
 * @param words what the object is, for messages
 * @param rule the rule that a component is; null for everything else
 * @param app the first app concerned, or null
 */
record KeyedObject(
    JsonObject object,
    KnownKeys level,
    String words,
    @Nullable LinkRule rule,
    @Nullable String app) {

  /** All of them, level by level. */
  static List<KeyedObject> in(AppSiteAssociation file) {
    List<KeyedObject> objects = new ArrayList<>();
    JsonObject root = file.root();
    if (root == null) {
      return objects;
    }
    objects.add(new KeyedObject(root, KnownKeys.ROOT, "the file", null, null));
    for (JsonObject.Member member : root.members()) {
      if (KnownKeys.ROOT.reads(member.name()) && member.value() instanceof JsonObject service) {
        boolean links = member.name().equals(AppSiteAssociation.APPLINKS);
        objects.add(
            new KeyedObject(
                service,
                links ? KnownKeys.APPLINKS : KnownKeys.SERVICE,
                quote(member.name()),
                null,
                null));
      }
    }
    for (Entry entry : file.entries()) {
      objects.add(new KeyedObject(entry.object(), KnownKeys.ENTRY, "an entry", null, entry.app()));
    }
    for (Scope scope : Scope.in(file)) {
      objects.add(
          new KeyedObject(
              scope.members(),
              KnownKeys.COMPONENT,
              scope.rule() == null ? "\"defaults\"" : "a component",
              scope.rule(),
              scope.app()));
    }
    return objects;
  }

  /** Whether the object lacks the list or the id of its apps. */
  boolean lacksApps() {
    return switch (level) {
      case SERVICE -> !object.has("apps");
      case ENTRY -> !object.has("appID") && !object.has("appIDs");
      default -> false;
    };
  }

  /**
   * The place of a member's name. Where what is required is missing because of that name, it stands
   * under the pointer of the object that misses it, so that the condition is told once.
   */
  Location place(AppSiteAssociation file, JsonObject.Member member, boolean isMissing) {
    return isMissing
        ? file.document().at(object.pointer(), member.namePosition())
        : file.document().at(object, member);
  }
}
