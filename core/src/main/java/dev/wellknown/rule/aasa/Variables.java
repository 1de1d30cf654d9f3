package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The substitution variables, {@code $(name)}, that patterns use. */
final class Variables {

  private Variables() {}

  /** The names in a pattern, in its order; a beginning without end is none. */
  static List<String> in(String pattern) {
    List<String> names = new ArrayList<>();
    int start = pattern.indexOf("$(");
    while (start >= 0) {
      int end = pattern.indexOf(')', start);
      if (end < 0) {
        break;
      }
      names.add(pattern.substring(start + 2, end));
      start = pattern.indexOf("$(", end);
    }
    return names;
  }

  /** Whether a variable begins and does not end. */
  static boolean hasUnclosed(String pattern) {
    int start = pattern.lastIndexOf("$(");
    return start >= 0 && pattern.indexOf(')', start) < 0;
  }

  /** The names that any pattern of a file uses. */
  static Set<String> usedIn(AppSiteAssociation file) {
    Set<String> used = new HashSet<>();
    WrittenPattern.in(file).forEach(pattern -> used.addAll(in(pattern.text())));
    return used;
  }

  /** Whether a file gives the name values of its own. */
  static boolean defines(AppSiteAssociation file, String name) {
    JsonObject variables = file.variables();
    return variables != null && variables.has(name);
  }
}
