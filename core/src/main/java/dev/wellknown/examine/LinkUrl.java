package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Platform;
import dev.wellknown.match.AppleEligibility;
import dev.wellknown.match.Url;
import dev.wellknown.registration.HostName;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL that is to be matched.
 *
 * @param text as it was given
 */
record LinkUrl(String text) {

  /**
   * One that a person gave.
   *
   * @throws UnusableInputException where the text is no URL at all
   */
  static LinkUrl of(String text) throws UnusableInputException {
    LinkUrl url = new LinkUrl(text);
    if (!url.hasScheme()) {
      throw new UnusableInputException(
          quote(Masked.url(text))
              + " is no URL; write it with its scheme, for instance https://"
              + hint(text));
    }
    return url;
  }

  private static String hint(String text) {
    String host = new LinkUrl("https://" + text).host();
    return host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+") ? host + "/…" : "shop.example.com/orders/42";
  }

  private Url parts() {
    return Url.parse(text);
  }

  boolean hasScheme() {
    return parts().scheme() != null;
  }

  /** Whether its scheme has capitals, which browsers do not hand on. */
  boolean hasCapitalScheme() {
    String scheme = parts().scheme();
    return scheme != null && !scheme.equals(scheme.toLowerCase(Locale.ROOT));
  }

  /** In lower case, letters outside ASCII as browsers hand them on; empty where there is none. */
  String host() {
    String host = parts().host();
    if (host == null) {
      return "";
    }
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return HostName.isOne(plain) ? HostName.of(plain).value() : plain.toLowerCase(Locale.ROOT);
  }

  /** The host as one that can be asked for its files; empty where it is none. */
  Optional<HostName> hostName() {
    return HostName.isOne(host()) ? Optional.of(HostName.of(host())) : Optional.empty();
  }

  /** The URL as browsers hand it on: scheme and host folded. */
  String folded() {
    Url parts = parts();
    String scheme = parts.scheme();
    if (scheme == null || parts.host() == null) {
      return text;
    }
    StringBuilder folded = new StringBuilder(scheme.toLowerCase(Locale.ROOT)).append("://");
    if (parts.userInfo() != null) {
      folded.append(parts.userInfo()).append('@');
    }
    folded.append(host());
    if (parts.port() != null) {
      folded.append(':').append(parts.port());
    }
    folded.append(parts.path());
    if (parts.query() != null) {
      folded.append('?').append(parts.query());
    }
    if (parts.fragment() != null) {
      folded.append('#').append(parts.fragment());
    }
    return folded.toString();
  }

  /** Why no file could make the URL open an app on a platform; empty where files decide. */
  Optional<String> ineligible(Platform platform) {
    if (platform == Platform.APPLE) {
      return AppleEligibility.of(text).reason(text);
    }
    String scheme = parts().scheme();
    boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (!web) {
      return Optional.of(
          "no app link, whatever the files say: "
              + (scheme == null ? "it has no scheme" : "scheme " + quote(scheme))
              + ", and app links are https or http");
    }
    return host().isEmpty()
        ? Optional.of("no app link, whatever the files say: it has no host")
        : Optional.empty();
  }
}
