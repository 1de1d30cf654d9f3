package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Header;
import dev.wellknown.finding.Masked;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A header as it may be shown: what could let somebody in is blotted out. Not safe to print. */
public final class ShownHeader {

  private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie2?");
  private static final Pattern COOKIE_VALUE = Pattern.compile("=[^;]*");

  private ShownHeader() {}

  /** The value, without the values of cookies, and without the secrets in addresses. */
  public static String value(Header header) {
    String text = header.text();
    Matcher cookie = COOKIE_VALUE.matcher(text);
    return COOKIE.matcher(header.name().strip()).matches()
        ? cookie.replaceFirst("=…")
        : Masked.url(text);
  }
}
