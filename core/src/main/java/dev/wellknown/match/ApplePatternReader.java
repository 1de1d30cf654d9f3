package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pattern language: {@code *}, {@code ?}, {@code $(name)}, and everything else literal,
 * but for the backslash, which together with the next character is reported to stand for any one
 * character.
 */
final class ApplePatternReader {

  /** So many wildcards and variables one behind the other are reported to be too complex. */
  private static final int TOO_MANY = 65;

  private final boolean fold;
  private final AppleVariables variables;
  private final List<AppleToken> tokens;
  private @Nullable String trouble;

  ApplePatternReader(String pattern, boolean fold, AppleVariables variables) {
    this.fold = fold;
    this.variables = variables;
    this.tokens = read(pattern);
    if (trouble == null && wildcards(tokens) >= TOO_MANY) {
      trouble =
          "has " + wildcards(tokens) + " wildcards and variables, " + TOO_MANY + " is too many";
    }
  }

  List<AppleToken> tokens() {
    return tokens;
  }

  /** Why the pattern matches nothing at all; empty where it may match something. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private List<AppleToken> read(String pattern) {
    List<AppleToken> read = new ArrayList<>();
    for (int i = 0; i < pattern.length(); ) {
      int point = pattern.codePointAt(i);
      int next = i + Character.charCount(point);
      if (point == '*') {
        if (read.isEmpty() || !(read.get(read.size() - 1) instanceof AppleToken.Star)) {
          read.add(new AppleToken.Star());
        }
      } else if (point == '?') {
        read.add(new AppleToken.Character(AppleToken.ONE));
      } else if (point == '\\') {
        read.add(new AppleToken.Character(AppleToken.ONE));
        next = next < pattern.length() ? pattern.offsetByCodePoints(next, 1) : next;
      } else if (pattern.startsWith("$(", i)) {
        int close = pattern.indexOf(')', i);
        if (close < 0) {
          trouble = "has a variable without \")\"";
          return List.of();
        }
        next = close + 1;
        AppleToken variable = variable(pattern.substring(i + 2, close), pattern, next);
        if (variable == null) {
          return List.of();
        }
        read.add(variable);
      } else {
        read.add(new AppleToken.Character(fold ? AppleText.fold(point) : point));
      }
      i = next;
    }
    return List.copyOf(read);
  }

  private @Nullable AppleToken variable(String name, String pattern, int rest) {
    Integer code = variables.characterClass(name);
    if (code != null) {
      boolean isOfOneCase = code == AppleToken.UPPER || code == AppleToken.LOWER;
      return new AppleToken.Character(fold && isOfOneCase ? AppleToken.ALPHA : code);
    }
    boolean isName = name.indexOf('$') < 0 && name.indexOf('(') < 0;
    List<String> values = isName ? variables.values(name) : null;
    if (values == null || values.isEmpty()) {
      trouble =
          "has the variable "
              + quote(name)
              + (values == null ? ", which nothing defines" : ", which has no values");
      return null;
    }
    boolean opens = pattern.startsWith("(", rest);
    return variables.choice(name, fold, opens, () -> choice(values, opens));
  }

  /** The values that do not spell a variable themselves, alone or with the text behind them. */
  private AppleToken.Choice choice(List<String> values, boolean opens) {
    return AppleToken.Choice.of(
        values.stream()
            .filter(value -> !value.contains("$(") && !(opens && value.endsWith("$")))
            .map(this::read)
            .toList());
  }

  /** How many wildcards and variables stand one behind the other, on the longest way through. */
  private static int wildcards(List<AppleToken> tokens) {
    int count = 0;
    for (AppleToken token : tokens) {
      if (token instanceof AppleToken.Star) {
        count++;
      } else if (token instanceof AppleToken.Character one) {
        count += one.code() < AppleToken.ONE ? 1 : 0;
      } else if (token instanceof AppleToken.Choice choice) {
        count +=
            1 + choice.patterns().stream().mapToInt(ApplePatternReader::wildcards).max().orElse(0);
      }
    }
    return count;
  }
}
