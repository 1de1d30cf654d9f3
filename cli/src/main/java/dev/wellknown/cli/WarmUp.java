package dev.wellknown.cli;

import dev.wellknown.registration.HostName;
import dev.wellknown.serve.LocalHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs every command once, for a JVM that writes down which classes that takes. The launcher starts
 * it to make a start-up archive; nothing is printed, and nothing leaves this machine.
 */
final class WarmUp {

  private static final String HOST = "shop.example.com";
  private static final String PAGE = "https://" + HOST + "/login";

  private static final String REGISTRATION =
      """
      format: wellknown/1
      name: Warm-up
      hosts: [shop.example.com]
      apps:
        - name: Shop
          purposes: [links, credentials]
          ios: {teamId: ABCDE12345, bundleId: com.example.shop}
          android:
            package: com.example.shop
            certificates:
              - sha256: "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B:DD:61"
                kind: release
          links:
            - /login
            - {path: /help/website/*, exclude: true}
            - {path: /help/*, query: {articleNumber: "????"}}
      redirects: [https://shop.example.com/login]
      expect:
        - {url: "https://shop.example.com/login", opens: [Shop]}
      """;

  /** What files with findings make to load beside good ones. */
  private static final String BAD_LINKS =
      """
      [{"relation": ["delegate_permission/common.handle_all_urls", "a"], "extra": 1,
        "target": {"namespace": "android_app", "package_name": "shop",
                   "sha256_cert_fingerprints": ["3c:91"]}}]
      """;

  private static final String BAD_ASSOCIATION =
      """
      {"applinks": {"apps": [], "details": [
        {"appID": "shop", "paths": ["login", "NOT /a", "*"], "components": [{"/": "/b?c"}]}]}}
      """;

  private WarmUp() {}

  public static void main(String... args) throws IOException {
    // Whatever hangs, this process ends: nobody waits for it, and nobody would end it.
    Thread limit = new Thread(WarmUp::endInTime, "warm-up-limit");
    limit.setDaemon(true);
    limit.start();
    Path directory = Files.createTempDirectory("wellknown-warm-up");
    try {
      prepare(directory);
      commands().forEach(command -> run(directory, command));
      network(directory);
    } finally {
      remove(directory);
    }
  }

  /** Writes what the commands work on. */
  static void prepare(Path directory) throws IOException {
    Files.writeString(directory.resolve("wellknown.yaml"), REGISTRATION);
    Path bad = Files.createDirectory(directory.resolve("bad"));
    Files.writeString(bad.resolve("assetlinks.json"), BAD_LINKS);
    Files.writeString(bad.resolve("apple-app-site-association"), BAD_ASSOCIATION);
  }

  /** A run of every command that ends by itself and needs no host, most of them in several ways. */
  static List<List<String>> commands() {
    return List.of(
        List.of("--help"),
        List.of("--version"),
        List.of("validat"),
        List.of("generate", "--check"),
        List.of("generate"),
        List.of("generate", "--format", "json"),
        List.of("validate"),
        List.of("validate", ".", "-r", "wellknown.yaml"),
        List.of("validate", ".well-known/assetlinks.json"),
        List.of("validate", "bad", "-r", "wellknown.yaml"),
        List.of("validate", "bad", "--format", "json"),
        List.of("validate", "--kind", "assetlinks", "-"),
        List.of("match", PAGE, "--files", "."),
        List.of("redirects"),
        List.of("signin"),
        List.of("rules"),
        List.of("rules", "--format", "json"),
        List.of("rules", "json/not-json"),
        List.of("hosting", "nginx"),
        List.of("completion", "bash"),
        List.of("help", "check"));
  }

  /** The commands that ask hosts, of a host on this machine. */
  static List<List<String>> networkCommands(String... options) {
    List<List<String>> commands = new ArrayList<>();
    for (List<String> command :
        List.of(
            List.of("check", HOST),
            List.of("check", "--format", "ndjson"),
            List.of("check", HOST, "--format", "json"),
            List.of("diagnose", PAGE),
            List.of("statements", "https://" + HOST))) {
      commands.add(Stream.concat(command.stream(), Stream.of(options)).toList());
    }
    return commands;
  }

  private static void network(Path directory) {
    try (LocalHost host = LocalHost.serve(directory, HostName.of(HOST))) {
      String to = HOST + ":443:127.0.0.1:" + host.port();
      networkCommands("--cacert", host.caFile().toString(), "--connect-to", to)
          .forEach(command -> run(directory, command));
    } catch (IOException e) {
      // Where no socket may be opened, the archive does without the classes of the network.
    }
  }

  private static void run(Path directory, List<String> command) {
    Main.run(
        new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Map.of("LANG", "C.UTF-8"),
        directory,
        command.toArray(String[]::new));
  }

  private static void endInTime() {
    try {
      Thread.sleep(60_000);
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
