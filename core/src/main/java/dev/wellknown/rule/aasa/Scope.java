package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object with the members of a component: a component, or the defaults of an entry or the host.
 *
 * @param rule the component's rule; null for defaults
 * @param app the first app concerned, or null
 */
record Scope(JsonObject members, @Nullable LinkRule rule, @Nullable String app) {

  /** All of them that devices read, but for the host's defaults in the order of the file. */
  static List<Scope> in(AppSiteAssociation file) {
    List<Scope> scopes = new ArrayList<>();
    add(file.hostDefaults(), null, null, scopes);
    for (Entry entry : file.entries()) {
      String app = entry.app();
      add(entry.defaults(), null, app, scopes);
      for (LinkRule rule : entry.rules()) {
        if (!(rule.value() instanceof JsonString)) {
          add(rule.own(), rule, app, scopes);
        }
      }
    }
    return scopes;
  }

  private static void add(
      @Nullable JsonObject members,
      @Nullable LinkRule rule,
      @Nullable String app,
      List<Scope> scopes) {
    if (members != null) {
      scopes.add(new Scope(members, rule, app));
    }
  }

  /** Whether this is a component that keeps links from opening. */
  boolean excludes() {
    return rule != null && rule.excludes();
  }
}
