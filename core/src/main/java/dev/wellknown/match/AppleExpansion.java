package dev.wellknown.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern with variables that have values. As long as there is one way through the text, it is
 * walked; from the first doubt on, the set of all places reached is carried from step to step, so
 * that no place is looked at twice in a step.
 */
final class AppleExpansion implements ApplePattern {

  private static final int NONE = -1;
  private static final int MANY = -2;
  private static final int[] NOTHING = {};

  private sealed interface Step {}

  private record Row(int[] codes) implements Step {}

  private record Star() implements Step {}

  /** The values that are plain texts, and those that are patterns. */
  private record Choice(AppleWords words, List<List<Step>> patterns) implements Step {}

  private final List<Step> steps;
  private final boolean fold;

  private AppleExpansion(List<Step> steps, boolean fold) {
    this.steps = steps;
    this.fold = fold;
  }

  static AppleExpansion of(List<AppleToken> tokens, boolean fold) {
    return new AppleExpansion(steps(tokens), fold);
  }

  private static List<Step> steps(List<AppleToken> tokens) {
    List<Step> steps = new ArrayList<>();
    List<Integer> row = new ArrayList<>();
    for (AppleToken token : tokens) {
      if (token instanceof AppleToken.Character one) {
        row.add(one.code());
        continue;
      }
      endRow(row, steps);
      steps.add(token instanceof AppleToken.Choice choice ? choice(choice) : new Star());
    }
    endRow(row, steps);
    return List.copyOf(steps);
  }

  private static void endRow(List<Integer> row, List<Step> steps) {
    if (!row.isEmpty()) {
      steps.add(new Row(row.stream().mapToInt(Integer::intValue).toArray()));
      row.clear();
    }
  }

  private static Choice choice(AppleToken.Choice choice) {
    return new Choice(
        choice.words(), choice.patterns().stream().map(AppleExpansion::steps).toList());
  }

  @Override
  public boolean matches(String text, int from, int to, int end) {
    int at = from;
    int last = steps.size() - 1;
    for (int i = 0; i <= last; i++) {
      Step step = steps.get(i);
      int next = MANY;
      if (step instanceof Row row) {
        next = AppleGlob.follow(row.codes(), text, at, to, end, fold);
      } else if (step instanceof Choice choice && choice.patterns().isEmpty()) {
        int[] behind = i < last && steps.get(i + 1) instanceof Row row ? row.codes() : NOTHING;
        next = onlyEnd(choice.words(), text, at, to, end, behind, i == last);
      } else if (step instanceof Star && i == last) {
        return true;
      }
      if (next == MANY) {
        return matchesFrom(i, text, at, to, end);
      }
      if (next == NONE) {
        return false;
      }
      at = next;
    }
    return at == end;
  }

  @Override
  public AppleBeginning beginning() {
    AppleBeginning beginning = AppleBeginning.NONE;
    for (Step step : steps) {
      if (step instanceof Row row) {
        beginning = beginning.with(row.codes());
      } else if (step instanceof Choice choice && choice.patterns().isEmpty()) {
        beginning = beginning.with(choice.words());
      } else {
        return beginning;
      }
    }
    return beginning;
  }

  /** The end of the one word that stands there with the right text behind it; NONE, or MANY. */
  private int onlyEnd(
      AppleWords words, String text, int from, int to, int end, int[] behind, boolean last) {
    int only = NONE;
    int at = from;
    AppleWords node = words;
    while (node != null) {
      boolean fits =
          node.isWord()
              && (last ? at == end : AppleGlob.follow(behind, text, at, to, end, fold) != NONE);
      if (fits) {
        if (only != NONE) {
          return MANY;
        }
        only = at;
      }
      if (at >= end) {
        break;
      }
      int point = AppleText.point(text, at, to);
      node = node.next(fold ? AppleText.fold(point) : point);
      at += Character.charCount(point);
    }
    return only;
  }

  private boolean matchesFrom(int step, String text, int at, int to, int end) {
    BitSet places = new BitSet(end + 1);
    places.set(at);
    return walk(steps.subList(step, steps.size()), places, text, to, end).get(end);
  }

  private BitSet walk(List<Step> some, BitSet from, String text, int to, int end) {
    BitSet places = from;
    for (Step step : some) {
      if (places.isEmpty()) {
        return places;
      }
      BitSet next = new BitSet(end + 1);
      if (step instanceof Star) {
        next.set(places.nextSetBit(0), end + 1);
      } else if (step instanceof Row row) {
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
          int behind = AppleGlob.follow(row.codes(), text, at, to, end, fold);
          if (behind >= 0) {
            next.set(behind);
          }
        }
      } else if (step instanceof Choice choice) {
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
          addEnds(choice.words(), text, at, to, end, next);
        }
        for (List<Step> pattern : choice.patterns()) {
          next.or(walk(pattern, places, text, to, end));
        }
      }
      places = next;
    }
    return places;
  }

  private void addEnds(AppleWords words, String text, int from, int to, int end, BitSet ends) {
    int at = from;
    AppleWords node = words;
    while (node != null) {
      if (node.isWord()) {
        ends.set(at);
      }
      if (at >= end) {
        return;
      }
      int point = AppleText.point(text, at, to);
      node = node.next(fold ? AppleText.fold(point) : point);
      at += Character.charCount(point);
    }
  }
}
