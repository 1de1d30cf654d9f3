package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that should name a site, taken apart as far as it goes (RFC 3986, appendix B).
 *
 * @param rest path, query and fragment, as they stand
 */
public record Site(String scheme, String authority, String rest) {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#\\\\]*))?(.*)", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]]*)(:[^:]*)?");

  /** Null where the text does not even have a scheme. */
  public static @Nullable Site parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    String authority = form.group(2);
    return new Site(
        form.group(1).toLowerCase(Locale.ROOT), authority == null ? "" : authority, form.group(3));
  }

  boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /** Whether what looks like a scheme is a host in front of a port. */
  boolean isMissingScheme() {
    return authority.isEmpty() && (scheme.contains(".") || scheme.equals("localhost"));
  }

  /** The site without path, query and fragment. */
  String origin() {
    return scheme + "://" + authority;
  }

  /**
   * The one way of writing that Google's service compares by (comptest2204, 2205 and 4403 to 4406
   * of its protocol tests): lower case, without the scheme's own port and without a final dot. Null
   * where the text is no site to it.
   */
  public static @Nullable String canonical(String text) {
    Site site = parse(text);
    if (site == null || site.problem() != null || !site.rest.isEmpty() || hasBlank(text)) {
      return null;
    }
    Matcher parts = AUTHORITY.matcher(site.authority);
    if (!parts.matches()) {
      return null;
    }
    String host = parts.group(1).toLowerCase(Locale.ROOT);
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!host.chars().allMatch(unit -> unit < 0x80)) {
      // What the service makes of other letters is not known; as A-labels they mean the same.
      if (!HostName.isOne(host)) {
        return null;
      }
      host = HostName.of(host).value();
    }
    int own = site.scheme.equals("https") ? 443 : 80;
    int port = parts.group(2) == null ? own : Integer.parseInt(parts.group(2).substring(1));
    return host.isEmpty() ? null : site.scheme + "://" + host + (port == own ? "" : ":" + port);
  }

  /** Whether something in it is white, be it ASCII or not. */
  public static boolean hasBlank(String text) {
    return text.codePoints().anyMatch(p -> Character.isWhitespace(p) || Character.isSpaceChar(p));
  }

  /** Whether WebAsset in Android's agent sees more than a lone slash; it ignores fragments. */
  boolean hasPathForJava() {
    return !rest.matches("(?s)/?(#.*)?");
  }

  /** What is wrong in front of the path, in words; null where nothing is. */
  public @Nullable String problem() {
    if (!isHttp()) {
      return isMissingScheme()
          ? "has no scheme"
          : "has the scheme " + quote(scheme) + ", where only https and http are known";
    }
    if (hasUser()) {
      return "has a user name in it";
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return "has no readable host";
    }
    String host = parts.group(1);
    if (host.isEmpty()) {
      return "has no host";
    }
    if (host.indexOf('*') >= 0) {
      return "has a wildcard in it, where one host is expected";
    }
    String port = parts.group(2);
    return isPort(port)
        ? null
        : "has the port " + quote(port.substring(1)) + ", where 0 to 65535 are possible";
  }

  /**
   * Whether java.net.URL or WebAsset in Android's agent throws, whatever stands behind the host. A
   * port of many digits does not make it throw.
   */
  boolean isRefusedByJava() {
    return !isHttp() || hasUser() || authority.matches(".*:[^\\]]*[^0-9\\]][^\\]]*");
  }

  private boolean hasUser() {
    return authority.indexOf('@') >= 0;
  }

  private static boolean isPort(@Nullable String port) {
    if (port == null) {
      return true;
    }
    return port.matches(":[0-9]{1,5}") && Integer.parseInt(port.substring(1)) <= 65535;
  }
}
