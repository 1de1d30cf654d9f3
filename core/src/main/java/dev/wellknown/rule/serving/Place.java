package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Observation;
import java.net.InetAddress;

/** The machine that was connected to. */
final class Place {

  private static final int HTTPS = 443;

  private Place() {}

  static String of(Observation seen) {
    int port = seen.uri().getPort() < 0 ? HTTPS : seen.uri().getPort();
    String host = String.valueOf(seen.uri().getHost());
    InetAddress address = seen.connection().address();
    String mapped = seen.connection().mapped() ? "its mapping, " : "";
    return address == null
        ? host + " port " + port
        : host + " (" + mapped + address.getHostAddress() + ") port " + port;
  }
}
