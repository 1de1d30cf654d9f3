package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.Kind;
import org.junit.jupiter.api.Test;

class CaddyTest extends StartedServer {

  /** Around what is printed: no certificates of others, and nothing beside the two ports. */
  private static final String FRAME =
      """
      {
      	admin off
      	auto_https off
      	http_port %d
      	https_port %d
      	default_bind 127.0.0.1
      	storage file_system "%s"
      }
      """;

  @Test
  void servesBothFilesWithThePrintedSites() throws Exception {
    String caddy = program("caddy");
    int http = freePort();
    int https = freePort();
    writeIdentity("host.pem", "host.key");
    String sites =
        configuration(WebServer.CADDY)
            .get(0)
            .replace(
                "https://www.shop.example.com {",
                "https://www.shop.example.com {\n\ttls host.pem host.key");
    write("Caddyfile", FRAME.formatted(http, https, directory.resolve("storage")) + sites);
    start(http, caddy, "run", "--config", "Caddyfile", "--adapter", "caddyfile");

    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(http, path(kind)));
      assertServed(kind, securely(https, path(kind)));
    }
    assertPassesTheCheck(https);
    assertThat(plainly(http, "/").header("location")).containsExactly("https://shop.example.com/");
    assertThat(securely(https, "/").text()).isEqualTo("<p>The application");
  }
}
