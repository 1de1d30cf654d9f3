package dev.wellknown.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules by the beginning of their path pattern: a URL is only compared with rules whose beginning
 * is its own. A node of a tree, whose way from the root spells the beginning.
 */
final class AppleIndex {

  private final int[] label;
  private final int[] rules;
  private final char[] firsts;
  private final AppleIndex[] children;
  private final AppleWords[] variables;
  private final AppleIndex[] behindVariables;

  /** A rule with its place in the list, and its beginning. */
  private record Entry(List<Object> beginning, int rule) {}

  /** The index of those of some rules that are chosen by their places in the list. */
  static AppleIndex of(List<AppleRule> rules, List<Integer> chosen) {
    List<Entry> entries = new ArrayList<>();
    for (int place : chosen) {
      ApplePattern path = rules.get(place).path();
      entries.add(new Entry(path == null ? List.of() : path.beginning().edges(), place));
    }
    return new AppleIndex(entries, 0, 0);
  }

  /**
   * A node.
   *
   * @param entries the rules below it, which agree up to {@code shared}
   * @param depth where the label of this node begins
   */
  private AppleIndex(List<Entry> entries, int depth, int shared) {
    List<Object> any = entries.isEmpty() ? List.of() : entries.get(0).beginning();
    this.label = any.subList(depth, shared).stream().mapToInt(edge -> (Integer) edge).toArray();
    List<Integer> here = new ArrayList<>();
    Map<Integer, List<Entry>> byPoint = new TreeMap<>();
    Map<AppleWords, List<Entry>> byVariable = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.beginning().size() == shared) {
        here.add(entry.rule());
      } else if (entry.beginning().get(shared) instanceof AppleWords words) {
        byVariable.computeIfAbsent(words, each -> new ArrayList<>()).add(entry);
      } else {
        Integer point = (Integer) entry.beginning().get(shared);
        byPoint.computeIfAbsent(point, each -> new ArrayList<>()).add(entry);
      }
    }
    this.rules = here.stream().mapToInt(Integer::intValue).toArray();
    this.firsts = new char[byPoint.size()];
    int i = 0;
    for (int point : byPoint.keySet()) {
      firsts[i++] = (char) point;
    }
    this.children = below(byPoint, shared + 1);
    this.variables = byVariable.keySet().toArray(AppleWords[]::new);
    this.behindVariables = below(byVariable, shared + 1);
  }

  private static AppleIndex[] below(Map<?, List<Entry>> groups, int depth) {
    return groups.values().stream()
        .map(entries -> new AppleIndex(entries, depth, shared(entries, depth)))
        .toArray(AppleIndex[]::new);
  }

  /** How far beginnings agree in plain characters. */
  private static int shared(List<Entry> entries, int depth) {
    List<Object> first = entries.get(0).beginning();
    int shared = first.size();
    for (Entry entry : entries) {
      List<Object> other = entry.beginning();
      int i = depth;
      while (i < shared
          && i < other.size()
          && first.get(i) instanceof Integer
          && first.get(i).equals(other.get(i))) {
        i++;
      }
      shared = i;
    }
    return shared;
  }

  /**
   * The place of the first rule that matches a URL.
   *
   * @param at the place in the path up to which it is as the way to this node spells it
   * @param best the answer where no rule matches that stands in front of it
   */
  int first(
      List<AppleRule> all,
      boolean fold,
      String path,
      int from,
      int at,
      int to,
      int end,
      String url,
      int pathEnd,
      int queryEnd,
      int best) {
    int behind = behindLabel(path, at, to, end, fold);
    if (behind < 0) {
      return best;
    }
    int found = best;
    for (int rule : rules) {
      if (rule >= found) {
        break;
      }
      AppleRule each = all.get(rule);
      ApplePattern pattern = each.path();
      if ((pattern == null || pattern.matches(path, from, to, end))
          && each.matchesBehindPath(url, pathEnd, queryEnd)) {
        found = rule;
      }
    }
    for (int i = 0; i < variables.length; i++) {
      AppleWords words = variables[i];
      for (int next = behind; words != null; ) {
        if (words.isWord()) {
          found =
              behindVariables[i].first(
                  all, fold, path, from, next, to, end, url, pathEnd, queryEnd, found);
        }
        if (next >= end) {
          break;
        }
        int point = AppleText.point(path, next, to);
        words = words.next(fold ? AppleText.fold(point) : point);
        next += Character.charCount(point);
      }
    }
    AppleIndex child = behind < end ? child(unit(path, behind, to, fold)) : null;
    return child == null
        ? found
        : child.first(all, fold, path, from, behind + 1, to, end, url, pathEnd, queryEnd, found);
  }

  private int behindLabel(String path, int from, int to, int end, boolean fold) {
    if (end - from < label.length) {
      return -1;
    }
    for (int i = 0; i < label.length; i++) {
      if (unit(path, from + i, to, fold) != label[i]) {
        return -1;
      }
    }
    return from + label.length;
  }

  private static char unit(String path, int at, int to, boolean fold) {
    char unit = AppleText.unit(path, at, to);
    return fold ? (char) AppleText.fold(unit) : unit;
  }

  private @Nullable AppleIndex child(char first) {
    int low = 0;
    int high = firsts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] == first) {
        return children[middle];
      }
      if (firsts[middle] < first) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }
}
