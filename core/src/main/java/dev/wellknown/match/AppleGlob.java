package dev.wellknown.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of characters and stars. What stands between two stars is looked for once, from the
 * left: the star behind it takes whatever an earlier place would leave.
 */
final class AppleGlob implements ApplePattern {

  private final int[][] segments;
  private final int shortest;
  private final boolean fold;

  private AppleGlob(List<int[]> segments, boolean fold) {
    this.segments = segments.toArray(int[][]::new);
    this.shortest = segments.stream().mapToInt(segment -> segment.length).sum();
    this.fold = fold;
  }

  static AppleGlob of(List<AppleToken> tokens, boolean fold) {
    List<int[]> segments = new ArrayList<>();
    List<Integer> segment = new ArrayList<>();
    for (AppleToken token : tokens) {
      if (token instanceof AppleToken.Character one) {
        segment.add(one.code());
      } else {
        segments.add(codes(segment));
        segment.clear();
      }
    }
    segments.add(codes(segment));
    return new AppleGlob(segments, fold);
  }

  private static int[] codes(List<Integer> segment) {
    return segment.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public boolean matches(String text, int from, int to, int end) {
    if (end - from < shortest) {
      return false;
    }
    int at = follow(segments[0], text, from, to, end, fold);
    int last = segments.length - 1;
    if (at < 0 || last == 0) {
      return at == end;
    }
    for (int i = 1; i < last; i++) {
      at = find(segments[i], text, at, to, end);
      if (at < 0) {
        return false;
      }
    }
    int start = back(text, segments[last].length, to, end);
    return start >= at && follow(segments[last], text, start, to, end, fold) == end;
  }

  @Override
  public AppleBeginning beginning() {
    return AppleBeginning.NONE.with(segments[0]);
  }

  /** The end of the first place at or behind {@code at} where a segment stands; -1 if none. */
  private int find(int[] segment, String text, int at, int to, int end) {
    for (int start = at; start + segment.length <= end; start++) {
      int behind = follow(segment, text, start, to, end, fold);
      if (behind >= 0) {
        return behind;
      }
    }
    return -1;
  }

  /** The place so many characters in front of the end; -1 where there are fewer. */
  private static int back(String text, int characters, int to, int end) {
    int at = end;
    for (int i = 0; i < characters && at >= 0; i++) {
      at--;
      if (at > 0
          && at < to
          && Character.isLowSurrogate(text.charAt(at))
          && Character.isHighSurrogate(text.charAt(at - 1))) {
        at--;
      }
    }
    return at;
  }

  /** The place behind a row of characters that begins at a place; -1 where it does not stand. */
  static int follow(int[] codes, String text, int from, int to, int end, boolean fold) {
    int at = from;
    for (int code : codes) {
      if (at >= end) {
        return -1;
      }
      int point = AppleText.point(text, at, to);
      if (!AppleToken.accepts(code, fold ? AppleText.fold(point) : point)) {
        return -1;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
