package dev.wellknown.fetch;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that is asked for a tunnel (CONNECT).
 *
 * @param host its name or address
 * @param port from 1
 * @param credentials {@code user:password}, or null; sent without waiting to be asked
 * @param except hosts that are reached without it: a name means itself and all below it, {@code *}
 *     all hosts
 */
public record ProxyServer(
    String host, int port, @Nullable String credentials, List<String> except) {

  /**
   * @throws IllegalArgumentException where host or port can be none
   */
  public ProxyServer {
    if (!Host.of(host).isAllowed() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("no proxy");
    }
    except =
        except.stream()
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .map(each -> each.startsWith("*.") ? each.substring(2) : each)
            .map(each -> each.startsWith(".") ? each.substring(1) : each)
            .filter(each -> !each.isEmpty())
            .toList();
  }

  boolean serves(Host target) {
    return except.stream()
        .noneMatch(
            each ->
                each.equals("*")
                    || target.name().equals(each)
                    || target.literal() == null && target.name().endsWith("." + each));
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "ProxyServer[" + host + ":" + port + "]";
  }
}
