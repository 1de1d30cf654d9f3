package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Header;
import dev.wellknown.finding.Masked;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a redirect leads.
 *
 * @param text the Location as it was written, with secrets blotted out; not safe to print
 * @param uri the address that follows from it, or null where none does
 */
record RedirectTarget(String text, @Nullable URI uri) {

  static Optional<RedirectTarget> of(Answered answer) {
    return answer.headers().all().stream()
        .filter(header -> header.name().equalsIgnoreCase("Location"))
        .findFirst()
        .map(Header::text)
        .filter(text -> !text.isBlank())
        .map(text -> new RedirectTarget(Masked.url(text), resolved(answer.uri(), text)));
  }

  private static @Nullable URI resolved(URI asked, String text) {
    try {
      URI target = asked.resolve(new URI(text.strip()));
      return target.getScheme() == null || (isWeb(target) && target.getHost() == null)
          ? null
          : target;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  String host() {
    return uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  boolean isWeb() {
    return uri != null && isWeb(uri);
  }

  private static boolean isWeb(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http");
  }

  boolean isPlainHttp() {
    return uri != null && uri.getScheme().equalsIgnoreCase("http");
  }

  /** Whether it leads to where it comes from. */
  boolean isLoop(URI asked) {
    return uri != null
        && !isPlainHttp()
        && host().equals(String.valueOf(asked.getHost()).toLowerCase(Locale.ROOT))
        && port(uri) == port(asked)
        && String.valueOf(uri.getRawPath()).equals(asked.getRawPath())
        && uri.getRawQuery() == null;
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? 443 : uri.getPort();
  }
}
