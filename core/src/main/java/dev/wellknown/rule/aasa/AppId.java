package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads app ids: ten letters or digits (the application identifier prefix, nearly always the team
 * id), a dot, the bundle id.
 */
public final class AppId {

  private static final int PREFIX_LENGTH = 10;

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]{10}");
  private static final Pattern BUNDLE = Pattern.compile("[A-Za-z0-9._-]+");

  /** What templates put in front of a value that is to be filled in. */
  private static final Pattern MARKED =
      Pattern.compile(
          "\\$?\\{\\{?[^{}]*}}?|\\$\\([^()]*\\)|<[^<>]*>|\\[[^\\[\\]]*]|%[A-Za-z_]+%|@[A-Za-z_]+@"
              + "|__[A-Za-z_]+__|\\$[A-Za-z_]+");

  /** Prefixes that samples show and nobody was ever given. */
  private static final Pattern SAMPLE_PREFIX =
      Pattern.compile("(.)\\1{3,}|.*X{6,}.*|TEAM[0-9]*|PREFIX|APPID|TODO|FIXME");

  private static final Set<String> COUNTED = Set.of("1234567890", "0123456789", "ABCDEFGHIJ");

  private static final List<String> PREFIX_WORDS =
      List.of(
          "TEAMID",
          "YOURTEAM",
          "YOURAPP",
          "YOURPREFIX",
          "TEAMPREFIX",
          "APPIDPREFIX",
          "APPPREFIX",
          "APPIDENTIFIERPREFIX",
          "APPLICATIONIDENTIFIERPREFIX",
          "BUNDLESEED",
          "DEVELOPMENTTEAM",
          "REPLACE",
          "PLACEHOLDER",
          "CHANGEME");

  private static final Set<String> BUNDLE_WORDS =
      Set.of(
          "YOURAPP",
          "YOURAPPNAME",
          "YOURAPPID",
          "BUNDLEID",
          "BUNDLEIDENTIFIER",
          "PRODUCTBUNDLEIDENTIFIER",
          "APPBUNDLEID");

  private AppId() {}

  /** Whether devices see a prefix: the first dot stands behind ten letters or digits. */
  static boolean hasPrefix(String id) {
    return id.indexOf('.') == PREFIX_LENGTH
        && PREFIX.matcher(id.substring(0, PREFIX_LENGTH)).matches();
  }

  /** The part in front of the first dot, or everything where there is no dot. */
  public static String prefix(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  /** The part behind the first dot; empty where there is none. */
  public static String bundle(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? "" : id.substring(dot + 1);
  }

  /** Whether an app can have this id, as far as its form tells. */
  public static boolean isWellFormed(String id) {
    return hasPrefix(id) && BUNDLE.matcher(bundle(id)).matches() && !hasPrefixTwice(id);
  }

  /** Whether the bundle id begins with the prefix once more. */
  static boolean hasPrefixTwice(String id) {
    return hasPrefix(id)
        && bundle(id).regionMatches(true, 0, id, 0, PREFIX_LENGTH + 1)
        && bundle(id).length() > PREFIX_LENGTH + 1;
  }

  /** The id as devices compare it: the prefix in capitals, the bundle id as it is. */
  public static String compared(String id) {
    return AppSiteAssociation.compared(id);
  }

  /** The part of an id that is still to be filled in; null where there is none. */
  public static @Nullable String placeholder(String id) {
    Matcher marked = MARKED.matcher(id);
    if (marked.find()) {
      return marked.group();
    }
    String prefix = prefix(id);
    String word = word(prefix);
    if (SAMPLE_PREFIX.matcher(word).matches()
        || COUNTED.contains(word)
        || PREFIX_WORDS.stream().anyMatch(word::contains)) {
      return prefix;
    }
    for (String segment : bundle(id).split("\\.", -1)) {
      String plain = word(segment);
      if (BUNDLE_WORDS.contains(plain)
          || plain.startsWith("YOURBUNDLE")
          || plain.startsWith("YOURAPPBUNDLE")) {
        return segment;
      }
    }
    return null;
  }

  private static String word(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[_\\s-]", "");
  }
}
