package dev.wellknown.app;

import dev.wellknown.json.Position;
import java.util.List;
import java.util.Locale;

/**
 * A host that Android asks for its file, or would if it were a domain.
 *
 * @param host as the manifest writes it; may begin with {@code *.}
 * @param positions the {@code data} elements that name it
 */
public record AskedHost(String host, List<Position> positions) {

  public AskedHost {
    positions = List.copyOf(positions);
  }

  /** Whether it stands for all hosts below a name. */
  public boolean isWildcard() {
    return host.startsWith("*.");
  }

  /**
   * The host whose {@code /.well-known/assetlinks.json} is asked for: in small letters and without
   * {@code *.}.
   */
  public String fileHost() {
    return (isWildcard() ? host.substring(2) : host).toLowerCase(Locale.ROOT);
  }
}
