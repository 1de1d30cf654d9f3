package dev.wellknown.rule.assetlinks;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text that was to be replaced before the file was published. */
final class Placeholder {

  /**
   * {@code <…>}, {@code ${…}}, {@code {{…}}}, {@code %…%}, {@code @…@}, {@code #{…}#}, brackets.
   */
  private static final Pattern MARKERS =
      Pattern.compile(
          "<[^<>]*>|\\$[({][^)}]*[)}]|\\{+[^{}]*\\}+|%[A-Za-z][A-Za-z0-9_.]*%"
              + "|@[A-Za-z][A-Za-z0-9_.]*@|\\[[^\\[\\]]*\\]|\\.\\.\\.|\u2026");

  /** Words of instructions; none of them can be spelt in hexadecimal digits. */
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?<![a-z])(your|replace|reemplazar|remplacer|ersetze|insert|todo|fixme|tbd|placeholder"
              + "|change ?me|put|paste|enter|here|example|sample|dummy|fingerprint|keystore"
              + "|certificate|signing|xxx+)(?![a-z])");

  private static final Pattern PACKAGE_INSTRUCTION =
      Pattern.compile(
          "(?<![a-z])(your|replace|reemplazar|remplacer|ersetze|insert|todo|fixme|tbd|placeholder"
              + "|change ?me|package name|xxx+)(?![a-z])");

  /** {@code XX:XX:…}, {@code ??:??:…} and the like: no digit at all. */
  private static final Pattern BLANKED =
      Pattern.compile("[xX?*#_.\\-:\\s]*[xX?*#_][xX?*#_.\\-:\\s]*");

  /** Segments of package names in templates, where the whole has the form of a package name. */
  private static final Pattern TEMPLATE_SEGMENT =
      Pattern.compile(
          "(?i)your|your_?(app|application|company|domain|name|org|organization|organisation"
              + "|package|packagename|project|brand|site|website|game|product|business)"
              + "|package_?name|placeholder|change_?me|replace_?me|x{4,}");

  private Placeholder() {}

  /** Whether a fingerprint's text was never one. */
  static boolean isForFingerprint(String text) {
    if (text.length() > 500) {
      return false;
    }
    return MARKERS.matcher(text).find()
        || INSTRUCTION.matcher(words(text)).find()
        || BLANKED.matcher(text).matches();
  }

  /** Whether a package name, of whatever form, was never one. */
  static boolean isForPackage(String text) {
    if (text.length() > 500) {
      return false;
    }
    if (PackageName.isWellFormed(text)) {
      return isTemplate(text);
    }
    return MARKERS.matcher(text).find()
        || BLANKED.matcher(text).matches()
        || PACKAGE_INSTRUCTION.matcher(words(text)).find();
  }

  private static boolean isTemplate(String name) {
    for (String segment : name.split("\\.")) {
      if (TEMPLATE_SEGMENT.matcher(segment).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
