package dev.wellknown.rule.agreement;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.aasa.AppId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Apple's file app by app. Of several entries for an app the first counts, as the rules about
 * the file say as well.
 */
final class AppleReading {

  private final NamedApps.Draft draft = new NamedApps.Draft();
  private final AppSiteAssociation file;

  AppleReading(AppSiteAssociation file, JsonObject root) {
    this.file = file;
    for (JsonObject.Member member : root.members()) {
      String name = member.name();
      if (!AppSiteAssociation.SERVICES.contains(name)) {
        NearMiss.of(name, AppSiteAssociation.SERVICES).ifPresent(draft.broken::add);
      } else if (!(root.get(name) instanceof JsonObject service)) {
        draft.broken.add(name);
      } else if (service == member.value()) {
        // Else the name stands again, and what stands there counts.
        read(name, service);
      }
    }
  }

  NamedApps apps() {
    return draft.done();
  }

  private void read(String name, JsonObject service) {
    boolean links = name.equals(AppSiteAssociation.APPLINKS);
    if (links && service.has("details")) {
      JsonValue details = service.get("details");
      if (details instanceof JsonArray || details instanceof JsonObject) {
        file.entries().forEach(this::read);
      } else {
        draft.broken.add(name);
      }
      return;
    }
    JsonArray apps = service.array("apps");
    if (apps == null) {
      draft.broken.add(name);
    } else {
      apps.elements().forEach(id -> name(id, name, null));
    }
  }

  private void read(Entry entry) {
    if (entry.appIdValues().isEmpty()) {
      draft.unread.add("");
      return;
    }
    LinkList links = links(entry);
    entry.appIdValues().forEach(id -> name(id, AppSiteAssociation.APPLINKS, links));
  }

  private void name(JsonValue value, String service, @Nullable LinkList links) {
    String text = value.asText();
    if (text == null || !AppId.isWellFormed(text) || AppId.placeholder(text) != null) {
      draft.unread.add(text == null ? "" : text);
      return;
    }
    NamedApp.Draft app = draft.app(AppId.compared(text), value);
    if (app.purposes.putIfAbsent(service, value) == null && links != null) {
      app.links = links;
    }
  }

  /** The rules of an entry; null where it has none, and then every link opens its apps. */
  private @Nullable LinkList links(Entry entry) {
    JsonArray list = entry.components() == null ? entry.paths() : entry.components();
    if (list == null) {
      return null;
    }
    List<LinkRule> rules = entry.rules();
    JsonObject variables = file.variables();
    return new LinkList(
        list, rules.stream().map(rule -> ComparedRule.of(rule, variables)).toList(), true);
  }
}
