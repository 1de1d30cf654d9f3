package dev.wellknown.serve;

import dev.wellknown.json.JsonText;
import dev.wellknown.registration.HostName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The configuration with which a server serves the two files right: with the type that the readers
 * ask for, to everybody, and without a redirect, whatever else the server does.
 *
 * @param files in the order in which they are explained
 */
public record Hosting(WebServer server, List<ConfigurationFile> files) {

  /** The web root that is assumed. */
  public static final String DEFAULT_ROOT = "/var/www/html";

  /** Nothing that ends a quoted text or stands for something else in any of the languages. */
  private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}\"'\\\\${}%@#<>`]+");

  public Hosting {
    files = List.copyOf(files);
  }

  /**
   * A file of the configuration.
   *
   * @param path where it belongs, relative to the server's own directory or the project
   */
  public record ConfigurationFile(String path, String text) {}

  /** Whether a web root can be written into configurations. */
  public static boolean isRoot(String root) {
    return PATH.matcher(root).matches();
  }

  /**
   * The configuration for some hosts.
   *
   * @param hosts at least one
   * @param root the web root on the server, with {@code /}
   * @throws IllegalArgumentException where the web root holds what configurations do not
   */
  public static Hosting of(WebServer server, List<HostName> hosts, String root) {
    if (!isRoot(root) || hosts.isEmpty()) {
      throw new IllegalArgumentException("no web root, or no host");
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("@HOST@", hosts.get(0).value());
    values.put("@HOSTS@", join(hosts, "", "", " "));
    values.put("@HTTP_HOSTS@", join(hosts, "http://", "", ", "));
    values.put("@HTTPS_HOSTS@", join(hosts, "https://", "", ", "));
    values.put("@HOSTS_QUOTED@", join(hosts, "\"", "\"", ", "));
    values.put("@HOSTS_COUNT@", Integer.toString(hosts.size()));
    values.put("@ROOT@", root);
    values.put("@CACHE_CONTROL@", LocalHost.CACHE_CONTROL);
    return new Hosting(
        server,
        server.paths().stream()
            .map(path -> new ConfigurationFile(path, filled(template(server, path), values)))
            .toList());
  }

  private static String join(List<HostName> hosts, String before, String after, String between) {
    return hosts.stream().map(host -> before + host + after).collect(Collectors.joining(between));
  }

  private static String filled(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> each : values.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return text;
  }

  private static String template(WebServer server, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    try (InputStream in = Hosting.class.getResourceAsStream(server.id() + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no template " + name + " of " + server);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For people: the file, or the files with their paths. */
  public String text() {
    if (files.size() == 1) {
      return files.get(0).text();
    }
    return files.stream()
        .map(file -> "==> " + file.path() + " <==\n" + file.text())
        .collect(Collectors.joining("\n"));
  }

  /** For programs. */
  public String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-hosting/1");
    root.put("server", server.id());
    root.put(
        "files",
        files.stream()
            .map(
                file -> {
                  Map<String, Object> object = new LinkedHashMap<>();
                  object.put("path", file.path());
                  object.put("text", file.text());
                  return object;
                })
            .toList());
    return JsonText.pretty(root);
  }
}
