package dev.wellknown.registration;

import dev.wellknown.finding.Platform;
import dev.wellknown.json.Pointer;
import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
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

  /** Whether it is a claimed https address, the only kind that the two files can vouch for. */
  public boolean isHttps() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
