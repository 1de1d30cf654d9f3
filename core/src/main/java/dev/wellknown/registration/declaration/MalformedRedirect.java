package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A redirect URI that no platform can bring back to an app (RFC 6749 §3.1.2, RFC 8252 §7). */
final class MalformedRedirect extends ConstraintRule<RedirectUri, String> {

  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  /** The vendor's own sample of Insights Hub has {@code https://my_domain/.well-known}. */
  private static final AddressMistake ASSOCIATION_FILES =
      new AddressMistake(
          "points into /.well-known, where the association files are, and no app takes it",
          "write the address that the app opens, on Insights Hub https://HOST/login");

  private static boolean isWellKnown(URI uri) {
    String path = uri.getRawPath();
    return path != null && (path.equals("/.well-known") || path.startsWith("/.well-known/"));
  }

  private static @Nullable AddressMistake mistake(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return AddressMistake.of(e);
    }
    String scheme = uri.getScheme();
    if (scheme == null) {
      return new AddressMistake(
          "has no scheme",
          "write an https address on one of the hosts, a private scheme such as"
              + " com.example.shop:/login, or http://127.0.0.1 with a path");
    }
    if (uri.getRawFragment() != null) {
      return new AddressMistake(
          "has a fragment, which redirect URIs must not have",
          "remove # and what stands behind it");
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "https" -> isWellKnown(uri) ? ASSOCIATION_FILES : AddressMistake.ofHost(uri);
      case "http" ->
          uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches()
              ? AddressMistake.ofHost(uri)
              : new AddressMistake(
                  "is plain http, which only loopback addresses may be", "write https");
      default ->
          SystemSchemes.contains(scheme)
              ? new AddressMistake(
                  "has a scheme that belongs to no app",
                  "write a private scheme such as com.example.shop:/login")
              : null;
    };
  }

  @Override
  List<Offence> judge(String value) {
    AddressMistake mistake = mistake(value);
    return mistake == null
        ? List.of()
        : List.of(
            new Offence("redirect " + quote(value) + " " + mistake.text(), value, mistake.fix())
                .expecting("an absolute URI without a fragment"));
  }
}
