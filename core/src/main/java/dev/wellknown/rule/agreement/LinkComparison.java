package dev.wellknown.rule.agreement;

import dev.wellknown.rule.aasa.Coverage;
import dev.wellknown.rule.agreement.ComparedRule.Says;
import dev.wellknown.rule.agreement.Registered.RegisteredRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares two lists of rules about links by what they open, as far as that can be told from the
 * patterns alone: what makes no difference to any link is no difference. Where nothing is certain,
 * rules are compared one by one.
 *
 * @param missing rules of the registration that the file lacks
 * @param extra rules of the file that the registration lacks
 * @param overtaken rules of the registration that stand behind another one in the file, though the
 *     registration has them in front of it, and there are links that both match
 */
record LinkComparison(
    List<RegisteredRule> missing, List<ComparedRule> extra, List<Overtaken> overtaken) {

  static final LinkComparison SAME = new LinkComparison(List.of(), List.of(), List.of());

  /** Longer lists are compared rule by rule; nobody writes such lists by hand. */
  private static final int MOST = 500;

  /** A rule, and the one of the file that takes links from it. */
  record Overtaken(RegisteredRule rule, ComparedRule by) {}

  LinkComparison {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
    overtaken = List.copyOf(overtaken);
  }

  static LinkComparison of(List<RegisteredRule> registered, LinkList given) {
    // Of rules that say the same the first decides.
    List<RegisteredRule> wanted = distinct(registered, each -> each.rule().says());
    List<ComparedRule> all = wanted.stream().map(RegisteredRule::rule).toList();
    List<ComparedRule> found = distinct(given.rules(), ComparedRule::says);
    return says(all).equals(says(found)) ? SAME : new Comparing(wanted, all, found).result();
  }

  private static <R> List<R> distinct(List<R> rules, Function<R, Says> says) {
    Map<Says, R> first = new LinkedHashMap<>();
    rules.forEach(rule -> first.putIfAbsent(says.apply(rule), rule));
    return List.copyOf(first.values());
  }

  private static List<Says> says(List<ComparedRule> rules) {
    return rules.stream().map(ComparedRule::says).toList();
  }

  /** One comparison under way. */
  private static final class Comparing {

    private final Coverage coverage = new Coverage();
    private long work = 50_000_000;
    private final List<RegisteredRule> registered;
    private final List<ComparedRule> all;
    private final List<ComparedRule> given;
    private final boolean closely;
    private final Map<Says, Integer> inRegistration;
    private final Map<Says, Integer> inFile;

    Comparing(List<RegisteredRule> registered, List<ComparedRule> all, List<ComparedRule> given) {
      this.registered = registered;
      this.all = all;
      this.given = given;
      this.closely = all.size() <= MOST && given.size() <= MOST;
      this.inRegistration = places(all);
      this.inFile = places(given);
    }

    LinkComparison result() {
      return new LinkComparison(missing(), extra(), closely ? overtaken() : List.of());
    }

    private static Map<Says, Integer> places(List<ComparedRule> rules) {
      Map<Says, Integer> places = new HashMap<>();
      for (int i = 0; i < rules.size(); i++) {
        places.put(rules.get(i).says(), i);
      }
      return places;
    }

    private List<RegisteredRule> missing() {
      List<ComparedRule> required = required();
      Set<ComparedRule> effective = new HashSet<>(effective(required));
      List<ComparedRule> opened = effective(given);
      List<RegisteredRule> missing = new ArrayList<>();
      Set<Says> before = new HashSet<>();
      for (RegisteredRule each : registered) {
        ComparedRule rule = each.rule();
        if (effective.contains(rule)
            && !inFile.containsKey(rule.says())
            && !keeps(opened, rule, before)) {
          missing.add(each);
        }
        before.add(rule.says());
      }
      // What the file rules doubt may be meant for what is missing.
      long doubtful =
          given.stream()
              .filter(rule -> rule.doubtful() && !inRegistration.containsKey(rule.says()))
              .count();
      return missing.size() <= doubtful ? List.of() : missing;
    }

    private List<ComparedRule> required() {
      return registered.stream()
          .filter(RegisteredRule::required)
          .map(RegisteredRule::rule)
          .toList();
    }

    private List<ComparedRule> extra() {
      List<ComparedRule> opened = effective(all);
      Set<ComparedRule> effective = new HashSet<>(effective(given));
      List<ComparedRule> extra = new ArrayList<>();
      Set<Says> before = new HashSet<>();
      for (ComparedRule rule : given) {
        if (effective.contains(rule)
            && !rule.doubtful()
            && !inRegistration.containsKey(rule.says())
            && !keeps(opened, rule, before)) {
          extra.add(rule);
        }
        before.add(rule.says());
      }
      return extra;
    }

    private List<Overtaken> overtaken() {
      Set<ComparedRule> effective = new HashSet<>(effective(required()));
      Set<ComparedRule> opened = new HashSet<>(effective(given));
      List<Overtaken> overtaken = new ArrayList<>();
      for (int i = 0; i < registered.size(); i++) {
        ComparedRule first = all.get(i);
        if (!effective.contains(first) || !inFile.containsKey(first.says())) {
          continue;
        }
        for (int j = i + 1; j < registered.size(); j++) {
          ComparedRule second = all.get(j);
          int place = place(second);
          if (first.excludes() != second.excludes()
              && place < place(first)
              && opened.contains(given.get(place))
              && mayMeet(first, second)) {
            overtaken.add(new Overtaken(registered.get(i), given.get(place)));
            break;
          }
        }
      }
      return overtaken;
    }

    /** After a fixed amount of work whatever is asked may meet. */
    private boolean mayMeet(ComparedRule one, ComparedRule other) {
      if (work <= 0) {
        return true;
      }
      work -= 10 + (long) one.length() * other.length();
      return one.mayMeet(other);
    }

    private int place(ComparedRule rule) {
      return inFile.getOrDefault(rule.says(), Integer.MAX_VALUE);
    }

    /**
     * The rules without which the list would open other links. Left out are those that come too
     * late, and those whose links a later rule treats alike.
     */
    private List<ComparedRule> effective(List<ComparedRule> rules) {
      List<ComparedRule> needed = new ArrayList<>(rules);
      for (int i = needed.size() - 1; closely && i >= 0; i--) {
        if (isRedundant(needed, i)) {
          needed.remove(i);
        }
      }
      List<ComparedRule> kept = new ArrayList<>();
      Set<Object> conditions = new HashSet<>();
      for (ComparedRule rule : needed) {
        if (conditions.add(rule.condition())
            && (!closely || kept.stream().noneMatch(each -> each.covers(rule, coverage)))) {
          kept.add(rule);
        }
      }
      return kept;
    }

    private boolean isRedundant(List<ComparedRule> rules, int index) {
      ComparedRule rule = rules.get(index);
      return keeps(rules.subList(index + 1, rules.size()), rule, Set.of());
    }

    /**
     * Whether a list certainly does with the links of a rule what the rule would do with them.
     *
     * @param before what may take links away from the rule, as it does where the rule stands
     */
    private boolean keeps(List<ComparedRule> rules, ComparedRule rule, Set<Says> before) {
      if (!closely) {
        return false;
      }
      for (ComparedRule each : rules) {
        if (each.excludes() == rule.excludes()) {
          if (each.covers(rule, coverage)) {
            return true;
          }
        } else if (mayMeet(each, rule) && !before.contains(each.says())) {
          return false;
        }
      }
      // A link that no rule matches stays in the browser.
      return rule.excludes();
    }
  }
}
