package dev.wellknown.rule.agreement;

import dev.wellknown.json.JsonValue;
import java.util.List;

/**
 * The rules about an app's links, in order: the first that matches decides, and what none matches
 * stays in the browser.
 *
 * @param at the list
 * @param comparable false where the platform discards the list, and the file rules say why
 */
record LinkList(JsonValue at, List<ComparedRule> rules, boolean comparable) {

  LinkList {
    rules = List.copyOf(rules);
  }

  /** Whether every link opens the app, so that the list might as well not be there. */
  boolean opensEverything() {
    return !rules.isEmpty() && rules.get(0).matchesEverything() && !rules.get(0).excludes();
  }
}
