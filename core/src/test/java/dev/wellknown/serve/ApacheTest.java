package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wellknown.association.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApacheTest extends StartedServer {

  private static final List<String> MODULES =
      List.of(
          "mpm_event",
          "authn_core",
          "authn_file",
          "authz_core",
          "authz_user",
          "auth_basic",
          "access_compat",
          "alias",
          "mime",
          "dir",
          "headers",
          "rewrite",
          "socache_shmcb",
          "ssl");

  /** Around what is printed: what makes it run in a directory of whoever runs the tests. */
  private static final String FRAME =
      """
      %s
      ServerRoot "%s"
      ServerName localhost
      PidFile httpd.pid
      TypesConfig mime.types
      Mutex file:%2$s default
      ErrorLog server.log
      # Heeded where root starts it.
      User "#65534"
      Group "#65534"
      <Directory />
          AllowOverride None
          Require all denied
      </Directory>
      """;

  private static final String HOSTILE =
      """
      Listen 127.0.0.1:%d
      <VirtualHost *:%1$d>
          ServerName shop.example.com
          Include conf-available/wellknown.conf

          DocumentRoot "%s"
          Redirect permanent / https://www.shop.example.com/
          RewriteRule "^" "https://www.example.org%%{REQUEST_URI}" [R=302,L]
          FallbackResource /index.html
          Header set Cache-Control "no-store"
          <Location "/">
              AuthType Basic
              AuthName "closed"
              AuthUserFile users
              Require valid-user
          </Location>
          <DirectoryMatch "/\\.">
              Order allow,deny
              Deny from all
          </DirectoryMatch>
          <Directory "%2$s">
              AllowOverride All
              Options FollowSymLinks
          </Directory>
          <Files "*">
              ForceType text/html
          </Files>
      </VirtualHost>
      """;

  @Test
  void servesBothFilesWithThePrintedHosts() throws Exception {
    String apache = program("apache2", "httpd");
    int http = freePort();
    int https = freePort();
    writeIdentity("host.pem", "host.key");
    write("conf-available/wellknown.conf", configuration(WebServer.APACHE).get(0));
    String hosts =
        configuration(WebServer.APACHE)
            .get(1)
            .replace("*:80>", "*:" + http + ">")
            .replace("*:443>", "*:" + https + ">")
            .replace("/etc/ssl/certs/shop.example.com.pem", "host.pem")
            .replace("/etc/ssl/private/shop.example.com.key", "host.key");
    write("sites-available/wellknown-hosts.conf", hosts);
    write(
        "httpd.conf",
        frame()
            + ("Listen 127.0.0.1:" + http + "\nListen 127.0.0.1:" + https + "\n")
            + "Include sites-available/*.conf\n"
            + "<Directory \""
            + root
            + "\">\n  Require all granted\n</Directory>\n");
    start(http, apache, "-d", directory.toString(), "-f", "httpd.conf", "-DFOREGROUND");

    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(http, path(kind)));
      assertServed(kind, securely(https, path(kind)));
    }
    assertPassesTheCheck(https);
    assertThat(plainly(http, "/index.html").header("location"))
        .containsExactly("https://shop.example.com/index.html");
    assertThat(securely(https, "/index.html").text()).isEqualTo("<p>The application");
    Files.delete(root.resolve(Kind.AASA.path()));
    assertThat(securely(https, path(Kind.AASA)).status()).isEqualTo(404);
  }

  @Test
  void servesBothFilesAmongRedirectsSignInAndFallbacks() throws Exception {
    String apache = program("apache2", "httpd");
    int port = freePort();
    write("users", "");
    write("www/.htaccess", "RewriteEngine On\nRewriteRule ^ index.html [L]\nDeny from all\n");
    write("conf-available/wellknown.conf", configuration(WebServer.APACHE).get(0));
    write("httpd.conf", frame() + HOSTILE.formatted(port, root));
    start(port, apache, "-d", directory.toString(), "-f", "httpd.conf", "-DFOREGROUND");

    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(port, path(kind)));
    }
    assertThat(plainly(port, "/.well-known/security.txt").status()).isEqualTo(302);
  }

  private String frame() throws IOException {
    write("mime.types", "text/html html\n");
    Optional<Path> modules =
        Stream.of("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(modules.isPresent(), "no modules of Apache are installed here");
    String loaded =
        MODULES.stream()
            .map(name -> modules.get().resolve("mod_" + name + ".so"))
            .filter(Files::exists)
            .map(
                file ->
                    "LoadModule "
                        + file.getFileName().toString().replaceAll("^mod_|\\.so$", "")
                        + "_module "
                        + file)
            .collect(Collectors.joining("\n"));
    return FRAME.formatted(loaded, directory);
  }
}
