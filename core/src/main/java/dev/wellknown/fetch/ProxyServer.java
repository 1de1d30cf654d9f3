package dev.wellknown.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that is asked for a tunnel (CONNECT).
 *
 * @param host its name or address
 * @param port from 1
 * @param credentials {@code user:password}, or null; sent without waiting to be asked
 * @param except says of a host's name, in lower case, whether it is reached without the proxy
 */
public record ProxyServer(
    String host, int port, @Nullable String credentials, Predicate<String> except) {

  private static final int HTTP = 80;

  /**
   * @throws IllegalArgumentException where host or port can be none
   */
  public ProxyServer {
    if (!Host.of(host).isAllowed() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("no proxy");
    }
  }

  /**
   * Reads {@code [http://][USER:PASSWORD@]HOST[:PORT]}.
   *
   * @throws IllegalArgumentException where the text is not of this form; its message does not
   *     repeat the text, which may hold a password
   */
  public static ProxyServer parse(String text, Predicate<String> except) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        int port = uri.getPort() == -1 ? HTTP : uri.getPort();
        return new ProxyServer(uri.getHost(), port, uri.getUserInfo(), except);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Told below, without the text.
    }
    throw new IllegalArgumentException("the proxy has to be http://HOST:PORT");
  }

  /**
   * Exceptions as the environment variable {@code NO_PROXY} has them: between commas, a name means
   * itself and all below it, {@code *} all hosts.
   */
  public static Predicate<String> noProxy(String text) {
    List<String> names =
        Arrays.stream(text.split(","))
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .map(each -> each.startsWith("*.") ? each.substring(2) : each)
            .map(each -> each.startsWith(".") ? each.substring(1) : each)
            .filter(each -> !each.isEmpty())
            .toList();
    return host ->
        names.stream()
            .anyMatch(
                each ->
                    each.equals("*")
                        || host.equals(each)
                        || Host.of(host).literal() == null && host.endsWith("." + each));
  }

  /**
   * Exceptions as the JDK's {@code http.nonProxyHosts} and Maven's settings have them: names and
   * addresses between bars, or commas, in which {@code *} stands for any characters.
   */
  public static Predicate<String> nonProxyHosts(String text) {
    List<Pattern> patterns =
        Arrays.stream(text.split("[|,]"))
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .filter(each -> !each.isEmpty())
            .map(ProxyServer::glob)
            .toList();
    return host -> patterns.stream().anyMatch(each -> each.matcher(host).matches());
  }

  private static Pattern glob(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("\\*+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  boolean serves(Host target) {
    return !except.test(target.name());
  }

  /** Host and port, as they may be shown: without the credentials. */
  public String address() {
    return host + ":" + port;
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "ProxyServer[" + address() + "]";
  }
}
