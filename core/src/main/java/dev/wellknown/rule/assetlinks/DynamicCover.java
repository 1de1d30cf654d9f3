package dev.wellknown.rule.assetlinks;

import dev.wellknown.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether one dynamic rule takes every link that another one would take. Says yes only where that
 * holds for every reader and version: patterns are compared without what the versions of Android's
 * parser treat differently (dots, backslashes, stars in the middle).
 */
final class DynamicCover {

  private static final String UNSURE = "*?.\\";

  private DynamicCover() {}

  /** Whether {@code earlier} leaves nothing for {@code later}; false where it is not sure. */
  static boolean covers(DynamicRule earlier, DynamicRule later) {
    return coversPath(earlier.path(), later.path())
        && coversFragment(earlier, later)
        && coversQuery(earlier.query(), later.query());
  }

  private static boolean coversPath(@Nullable String earlier, @Nullable String later) {
    if (earlier == null || earlier.equals("*")) {
      return true;
    }
    if (later == null) {
      return false;
    }
    return earlier.equals(later) || coversByPrefix(earlier, later);
  }

  /** {@code /a/*} takes whatever begins with {@code /a/}, and nothing else is a sure prefix. */
  private static boolean coversByPrefix(String earlier, String later) {
    if (!earlier.endsWith("*")) {
      return false;
    }
    int length = earlier.length() - 1;
    for (int i = 0; i < length; i++) {
      if (UNSURE.indexOf(earlier.charAt(i)) >= 0) {
        return false;
      }
    }
    return later.regionMatches(0, earlier, 0, length);
  }

  private static boolean coversFragment(DynamicRule earlier, DynamicRule later) {
    if (!earlier.object().has(DynamicRule.FRAGMENT)) {
      return true;
    }
    String one = earlier.fragment();
    String other = later.fragment();
    return one != null && other != null && (one.equals("*") || one.equals(other));
  }

  /** Every item that the earlier rule wants must be wanted by the later one, in the same words. */
  private static boolean coversQuery(@Nullable JsonObject earlier, @Nullable JsonObject later) {
    if (earlier == null) {
      return true;
    }
    if (later == null) {
      return false;
    }
    return earlier.members().stream()
        .allMatch(
            item ->
                item.value().asText() != null
                    && item.value().asText().equals(later.text(item.name())));
  }
}
