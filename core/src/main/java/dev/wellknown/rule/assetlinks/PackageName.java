package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of an Android package name: two or more segments of ASCII letters, digits and
 * underscores, each beginning with a letter
 * (https://developer.android.com/build/configure-app-module#set-application-id).
 */
public final class PackageName {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private PackageName() {}

  /** Whether an app of that name can be installed. */
  public static boolean isWellFormed(String name) {
    return name.equals("android") || problem(name) == null;
  }

  /** The first thing wrong with a name that is not empty, in words; null where nothing is. */
  static @Nullable String problem(String name) {
    if (name.codePoints().anyMatch(PackageName::isBlank)) {
      return "has a blank in it";
    }
    String[] segments = name.split("\\.", -1);
    for (String segment : segments) {
      if (segment.isEmpty()) {
        return "has an empty part: a dot at an end, or two in a row";
      }
      if (!SEGMENT.matcher(segment).matches()) {
        return segmentProblem(segment);
      }
    }
    return segments.length < 2 ? "has no dot" : null;
  }

  private static String segmentProblem(String segment) {
    int first = segment.codePointAt(0);
    if ((first >= '0' && first <= '9') || first == '_') {
      return "has the part " + quote(segment) + ", which does not begin with a letter";
    }
    int other = segment.codePoints().filter(point -> !isAllowed(point)).findFirst().orElse(first);
    return "holds " + quote(Character.toString(other)) + ", which no package name can hold";
  }

  private static boolean isAllowed(int point) {
    return point < 0x80 && (Character.isLetterOrDigit(point) || point == '_');
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }
}
