package dev.wellknown.serve;

import dev.wellknown.finding.NearMiss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers for which there are configurations. */
public enum WebServer {
  /** F5 nginx, and what is made from it. */
  NGINX("snippets/wellknown.conf", "conf.d/wellknown-hosts.conf"),
  /** Apache HTTP Server 2.4. */
  APACHE("conf-available/wellknown.conf", "sites-available/wellknown-hosts.conf"),
  /** Caddy 2. */
  CADDY("Caddyfile"),
  /** Spring Boot on Servlets. */
  SPRING_BOOT("src/main/java/WellKnownFiles.java"),
  /** Apache Tomcat. */
  TOMCAT("META-INF/context.xml", "WEB-INF/rewrite.config", "WEB-INF/web.xml"),
  /** A bucket of Amazon S3 behind Amazon CloudFront. */
  S3_CLOUDFRONT("upload.sh", "distribution.json");

  private final String[] paths;

  WebServer(String... paths) {
    this.paths = paths;
  }

  /** The name used in commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(WebServer::id).toList();
  }

  /** The server of that name. */
  public static Optional<WebServer> find(String id) {
    return Arrays.stream(values()).filter(server -> server.id().equals(id)).findFirst();
  }

  /** The name that was probably meant. */
  public static Optional<String> nearest(String id) {
    return NearMiss.of(id, ids());
  }

  /** Where the files of its configuration belong; the templates have the same names. */
  List<String> paths() {
    return List.of(paths);
  }
}
