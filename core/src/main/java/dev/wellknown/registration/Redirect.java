package dev.wellknown.registration;

import dev.wellknown.finding.Platform;
import dev.wellknown.json.Pointer;
import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A redirect URI of sign-in (RFC 6749 §3.1.2, RFC 8252 §7).
 *
 * @param uri absolute, without a fragment
 * @param platforms the platforms on which it is used
 * @param declaredAt where it stands in the registration
 */
public record Redirect(URI uri, Set<Platform> platforms, Pointer declaredAt) {

  public Redirect {
    platforms = Collections.unmodifiableSet(EnumSet.copyOf(platforms));
  }

  /**
   * The path that an app must open for a redirect to come back to it. Empty where no app can be
   * associated with the address: it is not https, or on another port than platforms take; and where
   * the path, read as a pattern, would match more than itself.
   *
   * @param hosts the hosts that serve the files
   */
  public static Optional<String> link(URI uri, Set<String> hosts) {
    // Java finds no host in a name with an underscore, which old names of Insights Hub have.
    String host = uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
    if (!"https".equalsIgnoreCase(uri.getScheme())
        || host == null
        || !hosts.contains(host.toLowerCase(Locale.ROOT))
        || (uri.getPort() != -1 && uri.getPort() != 443)) {
      return Optional.empty();
    }
    String path = uri.getRawPath();
    return path.contains("*") || path.contains("$(")
        ? Optional.empty()
        : Optional.of(path.isEmpty() ? "/" : path);
  }

  /**
   * The host in small letters; empty where there is none. Java finds none in old names of Insights
   * Hub, which have underscores.
   */
  public String host() {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
  }

  /** Whether it is a claimed https address, the only kind that the two files can vouch for. */
  public boolean isHttps() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
