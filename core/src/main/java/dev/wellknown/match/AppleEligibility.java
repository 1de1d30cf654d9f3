package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import java.util.Optional;

/**
 * Whether Apple's systems ask for an app at all, before any file is looked at. Only web addresses
 * with a host that has a dot, on the scheme's own port, are universal links.
 */
public enum AppleEligibility {
  /** The files decide. */
  ELIGIBLE(Evidence.DOCUMENTED),
  /** Neither http nor https. */
  OTHER_SCHEME(Evidence.DOCUMENTED),
  /** No host. */
  NO_HOST(Evidence.DERIVED),
  /** A host without a dot, such as {@code localhost}. */
  HOST_WITHOUT_DOT(Evidence.DERIVED),
  /** A port other than the scheme's own. */
  OTHER_PORT(Evidence.DERIVED);

  private final Evidence evidence;

  AppleEligibility(Evidence evidence) {
    this.evidence = evidence;
  }

  /** How it is known. */
  public Evidence evidence() {
    return evidence;
  }

  /** Whether a URL can open an app, as far as the URL alone tells. */
  public static AppleEligibility of(String url) {
    int schemeEnd = Url.schemeEnd(url);
    int authority = Url.authorityStart(url, schemeEnd);
    return of(url, schemeEnd, authority, Url.pathStart(url, authority, schemeEnd));
  }

  static AppleEligibility of(String url, int schemeEnd, int authority, int path) {
    boolean https = schemeEnd == 5 && url.regionMatches(true, 0, "https", 0, 5);
    if (!https && !(schemeEnd == 4 && url.regionMatches(true, 0, "http", 0, 4))) {
      return OTHER_SCHEME;
    }
    int start = authority < 0 ? path : Url.hostStart(url, authority, path);
    int end = authority < 0 ? path : Url.hostEnd(url, start, path);
    if (start == end) {
      return NO_HOST;
    }
    int dot = url.indexOf('.', start);
    if (dot < 0 || dot >= end) {
      return HOST_WITHOUT_DOT;
    }
    return end + 1 >= path || port(url, end + 1, path) == (https ? 443 : 80)
        ? ELIGIBLE
        : OTHER_PORT;
  }

  /** The number that stands there; -1 where there is none, or one that is no port. */
  private static int port(String url, int start, int end) {
    int port = 0;
    for (int i = start; i < end; i++) {
      int digit = url.charAt(i) - '0';
      if (digit < 0 || digit > 9 || port > 65_535) {
        return -1;
      }
      port = port * 10 + digit;
    }
    return port;
  }

  /** Why no app opens the URL, whatever the files say; empty where they decide. */
  public Optional<String> reason(String url) {
    Url parts = Url.parse(url);
    String seen =
        switch (this) {
          case ELIGIBLE -> null;
          case OTHER_SCHEME ->
              parts.scheme() == null
                  ? "it has no scheme, and universal links are http or https"
                  : "scheme " + quote(parts.scheme()) + ", and universal links are http or https";
          case NO_HOST -> "it has no host";
          case HOST_WITHOUT_DOT -> "host " + quote(String.valueOf(parts.host())) + " has no dot";
          case OTHER_PORT ->
              "port "
                  + quote(String.valueOf(parts.port()))
                  + ", and only the scheme's own port (443 for https, 80 for http) counts";
        };
    return Optional.ofNullable(seen)
        .map(each -> "no app opens this URL, whatever the files say: " + each);
  }
}
