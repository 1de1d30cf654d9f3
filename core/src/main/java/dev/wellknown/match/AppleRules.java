package dev.wellknown.match;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules of one entry in their order: the first that matches decides. */
final class AppleRules {

  /** Rules that see the path of a URL alike. */
  private enum Sight {
    AS_WRITTEN(false, false),
    FOLDED(true, false),
    DECODED(false, true),
    DECODED_AND_FOLDED(true, true);

    private final boolean fold;
    private final boolean decodes;

    Sight(boolean fold, boolean decodes) {
      this.fold = fold;
      this.decodes = decodes;
    }

    static Sight of(AppleRule rule) {
      if (rule.decodes()) {
        return rule.fold() ? DECODED_AND_FOLDED : DECODED;
      }
      return rule.fold() ? FOLDED : AS_WRITTEN;
    }
  }

  private record Group(Sight sight, AppleIndex index) {}

  private final AppleDecision otherwise;
  private final List<AppleRule> rules;
  private final Group[] groups;

  private AppleRules(AppleDecision otherwise, List<AppleRule> rules) {
    this.otherwise = otherwise;
    this.rules = rules;
    Map<Sight, List<Integer>> places = new EnumMap<>(Sight.class);
    for (int place = 0; place < rules.size(); place++) {
      AppleRule rule = rules.get(place);
      if (!(rule.path() instanceof ApplePattern.Never)) {
        places.computeIfAbsent(Sight.of(rule), sight -> new ArrayList<>()).add(place);
      }
    }
    this.groups =
        places.entrySet().stream()
            .map(each -> new Group(each.getKey(), AppleIndex.of(rules, each.getValue())))
            .toArray(Group[]::new);
  }

  /** The rules of an entry. Without a list of rules it opens every URL. */
  static AppleRules of(AppSiteAssociation.Entry entry, AppleVariables variables) {
    if (entry.components() == null && entry.paths() == null) {
      return everything(entry.object());
    }
    return new AppleRules(
        AppleDecision.NO_MATCH,
        entry.rules().stream().map(rule -> AppleRule.of(rule, variables)).toList());
  }

  /** No rules: every URL opens the app. */
  static AppleRules everything(JsonValue because) {
    return new AppleRules(new AppleDecision(AppleVerdict.OPENS, because), List.of());
  }

  List<AppleRule> list() {
    return rules;
  }

  /** What the rules say about a URL whose path begins at {@code path}. */
  AppleDecision decide(String url, int path) {
    int pathEnd = Url.pathEnd(url, path);
    int queryEnd = Url.queryEnd(url, pathEnd);
    int found = Integer.MAX_VALUE;
    for (Group group : groups) {
      String text = url;
      int from = path;
      int to = pathEnd;
      if (group.sight().decodes && AppleText.hasEscapes(url, path, pathEnd)) {
        text = AppleText.decoded(url, path, pathEnd);
        from = 0;
        to = text.length();
      }
      if (AppleText.hasRuns(text, from, to)) {
        text = AppleText.withoutRuns(text.substring(from, to));
        from = 0;
        to = text.length();
      }
      int end = AppleText.pathEnd(text, from, to);
      found =
          group
              .index()
              .first(
                  rules,
                  group.sight().fold,
                  text,
                  from,
                  from,
                  to,
                  end,
                  url,
                  pathEnd,
                  queryEnd,
                  found);
    }
    return found == Integer.MAX_VALUE ? otherwise : rules.get(found).decision();
  }
}
