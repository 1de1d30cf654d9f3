package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A redirect URI that no platform can bring back to an app (RFC 6749 §3.1.2, RFC 8252 §7). */
final class MalformedRedirect extends ConstraintRule<RedirectUri, String> {

  private static @Nullable String mistake(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      if (UNDERSCORE.matcher(text).lookingAt()) {
        return "has an underscore in its scheme, which schemes cannot have";
      }
      return "is no URI: character " + (e.getIndex() + 1) + " cannot stand there";
    }
    String scheme = uri.getScheme();
    if (scheme == null) {
      return "has no scheme";
    }
    if (uri.getRawFragment() != null) {
      return "has a fragment, which redirect URIs must not have";
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "https" ->
          uri.getHost() == null || !HostName.isOne(uri.getHost()) ? "has no host name" : null;
      case "http" ->
          uri.getHost() != null && LOOPBACK.contains(uri.getHost())
              ? null
              : "is plain http, which only loopback addresses may be";
      case "javascript", "data", "file", "about", "blob", "intent" ->
          "has a scheme that belongs to no app";
      default -> null;
    };
  }

  private static final Pattern UNDERSCORE = Pattern.compile("[A-Za-z0-9+.-]*_[A-Za-z0-9+._-]*:");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  @Override
  List<Offence> judge(String value) {
    String mistake = mistake(value);
    return mistake == null
        ? List.of()
        : List.of(
            new Offence(
                    "redirect " + quote(value) + " " + mistake,
                    value,
                    "write an https address on one of the hosts, a private scheme such as"
                        + " com.example.shop:/login, or http://127.0.0.1 with a path")
                .expecting("an absolute URI without a fragment"));
  }
}
