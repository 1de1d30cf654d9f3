package dev.wellknown.finding;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows texts and URLs of a sign-in without what must not be seen: codes, states, tokens, names.
 */
public final class Masked {

  /** What stands in place of a secret. */
  public static final String SECRET = "…";

  private static final Set<String> NAMES =
      Set.of(
          "code",
          "state",
          "access_token",
          "refresh_token",
          "id_token",
          "id_token_hint",
          "login_hint",
          "token",
          "nonce",
          "code_verifier",
          "client_secret",
          "client_assertion",
          "assertion",
          "password",
          "username",
          "session_state",
          "sid",
          "device_code",
          "user_code",
          "samlresponse",
          "samlrequest",
          "relaystate",
          "session",
          "session_id",
          "sessionid",
          "jsessionid",
          "phpsessid",
          "ticket",
          "code_challenge");

  private static final String NAME = "[a-z_]*token|" + String.join("|", NAMES);

  /** Nobody reads longer ones, and a trace may hold megabytes. */
  private static final int LONGEST = 8_000;

  /** A parameter in a text or, once or twice encoded, in the value of another parameter. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?:(?<=%26|%3F|%23)|(?<=%2526|%253F|%2523)|(?<![a-z0-9_.%-]))(?:"
              + NAME
              + ")(?:=|%3D|%253D)");

  /** Where the value of a parameter ends. */
  private static final Pattern PARAMETER_END = Pattern.compile("[&#\\s\"'<>]|%26|%2526");

  private static final Pattern MEMBER = Pattern.compile("(?i)\"(?:" + NAME + ")\"\\s*:\\s*\"");

  /** Where a text of JSON ends, as far as one can tell without reading it. */
  private static final Pattern MEMBER_END = Pattern.compile("(?<!\\\\)\"");

  private static final Pattern TOLD =
      Pattern.compile("(?i)(?:authorization code|refresh token|access token):\\s*(?=\\S)");
  private static final Pattern TOLD_END = Pattern.compile("\\s");
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{5,}+(?:\\.[A-Za-z0-9_-]*+){1,4}");
  private static final Pattern USER = Pattern.compile("(//)[^/?#\\s@]*@");
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)\\b(basic|bearer)\\s+[a-z0-9+/=_.~-]{6,}");

  private Masked() {}

  /** A URL with every secret value, and whatever stands in front of its host, left out. */
  public static String url(String whole) {
    String url = cut(whole);
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (int end = next(url, 0); end < url.length(); end = next(url, at)) {
      masked.append(part(url.substring(at, end))).append(url.charAt(end));
      at = end + 1;
    }
    masked.append(part(url.substring(at)));
    return text(masked.toString());
  }

  private static int next(String url, int from) {
    int at = from;
    while (at < url.length() && "?&#".indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Names may be encoded themselves. */
  private static String part(String part) {
    int equals = part.indexOf('=');
    if (equals <= 0) {
      return part;
    }
    String name = Percent.decode(part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || name.endsWith("token")
        ? part.substring(0, equals + 1) + SECRET
        : part;
  }

  /** Any text, with whatever looks like a secret of a sign-in left out. */
  public static String text(String text) {
    String masked = USER.matcher(cut(text)).replaceAll("$1" + SECRET + "@");
    masked = hide(PARAMETER, PARAMETER_END, masked);
    masked = hide(MEMBER, MEMBER_END, masked);
    masked = hide(TOLD, TOLD_END, masked);
    masked = CREDENTIALS.matcher(masked).replaceAll("$1 " + SECRET);
    return TOKEN.matcher(masked).replaceAll(SECRET);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + SECRET;
  }

  /** Hides what stands between a beginning and the next end. */
  private static String hide(Pattern beginning, Pattern end, String text) {
    Matcher begins = beginning.matcher(text);
    Matcher ends = end.matcher(text);
    StringBuilder masked = new StringBuilder();
    int at = 0;
    while (at <= text.length() && begins.find(at)) {
      masked.append(text, at, begins.end()).append(SECRET);
      at = ends.find(begins.end()) ? ends.start() : text.length();
    }
    return masked.append(text, at, text.length()).toString();
  }
}
