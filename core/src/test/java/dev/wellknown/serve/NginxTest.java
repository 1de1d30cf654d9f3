package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.Kind;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class NginxTest extends StartedServer {

  /**
   * Around what is printed: what makes it run as whoever runs the tests, in a directory of theirs.
   */
  private static final String FRAME =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      error_log stderr;
      events { }
      http {
          access_log off;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          gzip on;
          gzip_types application/json;
          %s
      }
      """;

  private static final String HOSTILE =
      """
      server {
          listen 127.0.0.1:%d;
          server_name shop.example.com;
          root www;
          charset utf-8;
          expires 1y;
          auth_basic "closed";
          auth_basic_user_file users;
          deny all;
          error_page 404 =200 /index.html;
          types { text/html html json; }
          default_type text/plain;

          location ~ /\\. { return 404; }
          location ~ \\.json$ { return 403; }
          location ^~ /.well-known/ { return 302 https://www.example.org/; }

          include snippets/wellknown.conf;

          location / { return 301 https://www.shop.example.com$request_uri; }
      }
      """;

  @Test
  void servesBothFilesWithThePrintedServers() throws Exception {
    String nginx = program("nginx");
    int http = freePort();
    int https = freePort();
    writeIdentity("host.pem", "host.key");
    write("snippets/wellknown.conf", configuration(WebServer.NGINX).get(0));
    String hosts =
        configuration(WebServer.NGINX)
            .get(1)
            .replace("listen 80;", "listen 127.0.0.1:" + http + ";")
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + https + " ssl;")
            .replace("/etc/ssl/certs/shop.example.com.pem", "host.pem")
            .replace("/etc/ssl/private/shop.example.com.key", "host.key");
    write("conf.d/wellknown-hosts.conf", hosts);
    write("nginx.conf", FRAME.formatted("include conf.d/*.conf;"));
    start(http, nginx, "-p", directory.toString(), "-c", "nginx.conf");

    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(http, path(kind)));
      assertServed(kind, securely(https, path(kind)));
    }
    assertPassesTheCheck(https);
    assertThat(plainly(http, "/").status()).isEqualTo(301);
    assertThat(securely(https, "/").text()).isEqualTo("<p>The application");
    Files.delete(root.resolve(Kind.AASA.path()));
    assertThat(securely(https, path(Kind.AASA)).status()).isEqualTo(404);
  }

  @Test
  void servesBothFilesAmongRedirectsSignInAndFallbacks() throws Exception {
    String nginx = program("nginx");
    int port = freePort();
    write("users", "");
    write("snippets/wellknown.conf", configuration(WebServer.NGINX).get(0));
    write("nginx.conf", FRAME.formatted(HOSTILE.formatted(port)));
    start(port, nginx, "-p", directory.toString(), "-c", "nginx.conf");

    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(port, path(kind)));
    }
    assertThat(plainly(port, "/").status()).isEqualTo(301);
    assertThat(plainly(port, "/.well-known/security.txt").status()).isEqualTo(302);
  }
}
