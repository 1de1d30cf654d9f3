package dev.wellknown.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a manifest. Builds fill in placeholders and resources; what they will be is not in the
 * manifest, so such a value is unresolved and nobody guesses.
 *
 * @param written as it stands in the file
 */
public record ManifestValue(String written) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern REFERENCE =
      Pattern.compile("@(\\+?[\\w.:]+/.+|null|empty|0x[0-9a-fA-F]+)|\\?([\\w.]+:)?attr/.+");

  /** The placeholder or reference that a build replaces; null where the value is final. */
  public @Nullable String unresolved() {
    Matcher placeholder = PLACEHOLDER.matcher(written);
    if (placeholder.find()) {
      return placeholder.group();
    }
    return REFERENCE.matcher(written).matches() ? written : null;
  }

  /** Whether the value is what the app will have. */
  public boolean isResolved() {
    return unresolved() == null;
  }

  /**
   * The value as the app will have it, its escapes resolved: in a manifest, a backslash is written
   * twice (https://developer.android.com/guide/topics/manifest/data-element#path); before any other
   * character it is dropped, as aapt2 does.
   *
   * @throws IllegalStateException if it is unresolved
   */
  public String text() {
    if (!isResolved()) {
      throw new IllegalStateException("unresolved: " + written);
    }
    if (written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '\\' || i + 1 == written.length()) {
        text.append(c);
        continue;
      }
      c = written.charAt(++i);
      String code = i + 5 <= written.length() ? written.substring(i + 1, i + 5) : "";
      if (c == 'u' && code.matches("[0-9a-fA-F]{4}")) {
        text.append((char) Integer.parseInt(code, 16));
        i += 4;
      } else {
        text.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return written;
  }
}
