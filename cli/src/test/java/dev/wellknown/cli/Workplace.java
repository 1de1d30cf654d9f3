package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.registration.HostName;
import dev.wellknown.serve.LocalHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a reader of the pages has it: a registration, a web root, files of the apps, lists;
 * and its hosts, on loopback. A real shell runs there what the pages say; {@code wellknown} answers
 * from this process, since a JVM for each line would take minutes.
 */
final class Workplace implements AutoCloseable {

  private static final String HUB = "demo-mmna-demo.eu1.mindsphere.io";
  static final String CDN = "app-site-association.cdn-apple.com";
  static final String API = "digitalassetlinks.googleapis.com";
  private static final HostName[] HOSTS =
      Stream.of(
              "shop.example.com",
              "www.shop.example.com",
              "files.example.com",
              HUB,
              "oper-mmna-oper.eu1.mindsphere.io",
              "demo.piam.eu1.mindsphere.io")
          .map(HostName::of)
          .toArray(HostName[]::new);
  private static final Set<String> NETWORK = Set.of("check", "diagnose", "statements");

  private final Path directory;
  private final Path calls;
  private final LocalHost host;
  private final @Nullable LocalSite services;
  private final RandomAccessFile queue;
  private final Thread clerk = new Thread(this::answer, "wellknown");

  /** What became of a statement. */
  record Result(int code, String out, String err) {}

  Workplace(Path parent, String registration, @Nullable LocalSite services) throws Exception {
    directory = Files.createDirectories(parent.resolve("work"));
    this.services = services;
    calls = Files.createDirectories(parent.resolve("calls"));
    write(
        "wellknown.yaml",
        registration.contains("insightsHub")
            ? registration
            : registration
                + "signIn: {authorizeUri: https://id.example.com/authorize, clientId: shop-app}\n");
    assertThat(run(List.of("generate", "-o", "public", "-q"), Map.of(), "").code()).isZero();
    host = LocalHost.serve(directory.resolve("public"), HOSTS);
    prepare();
    Path bin = Files.createDirectories(parent.resolve("bin"));
    command(bin, "wellknown", Files.readString(resource("wellknown.sh")));
    command(
        bin,
        "curl",
        "#!/bin/sh\nexec /usr/bin/curl --cacert '%s' --connect-to ::127.0.0.1:%d \"$@\"\n"
            .formatted(host.caFile(), host.port()));
    assertThat(new ProcessBuilder("mkfifo", calls.resolve("calls").toString()).start().waitFor())
        .isZero();
    // Open for writing too, so that it has no end while nobody calls.
    queue = new RandomAccessFile(calls.resolve("calls").toFile(), "rw");
    clerk.setDaemon(true);
    clerk.start();
  }

  private void prepare() throws IOException {
    Path links = directory.resolve("public/.well-known/assetlinks.json");
    Path apple = directory.resolve("public/.well-known/apple-app-site-association");
    write("shop.yaml", Files.readString(directory.resolve("wellknown.yaml")));
    String print =
        "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B:DD:61";
    write(
        "assetlinks.json", Files.readString(links).replace(print, print.toLowerCase(Locale.ROOT)));
    write("hosts.txt", "shop.example.com\nwww.shop.example.com\n");
    for (String list : List.of("links.txt", "links-that-open.txt")) {
      write(list, "https://shop.example.com/orders/42\nhttps://shop.example.com/login\n");
    }
    write("links-that-stay.txt", "https://shop.example.com/help/website/1\n");
    for (String place : List.of("", "app/src/main/", "android/")) {
      write(place + "AndroidManifest.xml", Files.readString(resource("AndroidManifest.xml")));
    }
    for (String place : List.of("app.entitlements", "ios/App.entitlements", "App.entitlements")) {
      write(place, Files.readString(resource("App.entitlements")));
    }
    Files.copy(host.caFile(), directory.resolve("staging-ca.pem"));
    // What came back from a sign-in, as somebody types it.
    write(
        "typed.txt",
        "https://"
            + (isHub() ? HUB : "shop.example.com")
            + "/login?code=c0de&state=5tate\n5tate\n");
    // What a browser recorded of a sign-in.
    write(
        "way.har",
        """
        {"log": {"version": "1.2", "entries": [
          {"request": {"method": "GET", "url": "https://shop.example.com/start"},
           "response": {"status": 302, "headers": [],
                        "redirectURL": "https://shop.example.com/login"}}]}}
        """);
    // The sources behind a gateway.
    Files.copy(links, directory.resolve("public/assetlinks.json"));
    Files.copy(apple, directory.resolve("public/apple-app-site-association"));
    String trusted = Files.readString(host.caFile());
    if (services != null) {
      services.serve("https://" + CDN + "/a/v1/shop.example.com", Files.readString(apple));
      services.serve("https://" + CDN + "/a/v1/www.shop.example.com", Files.readString(apple));
      services.serve("https://" + API + "/v1/statements:list", statements(print));
      trusted += Files.readString(Path.of(services.authority()));
    }
    Files.writeString(calls.resolve("trusted.pem"), trusted);
  }

  private boolean isHub() throws IOException {
    return Files.readString(directory.resolve("wellknown.yaml")).contains("insightsHub");
  }

  /** What Google's service has, for the certificate of the examples. */
  private static String statements(String fingerprint) {
    String statement =
        """
        {"source": {"web": {"site": "https://shop.example.com."}}, "relation": "delegate_permission/common.%s",
         "target": {"androidApp": {"packageName": "com.cornershop.app", "certificate": {"sha256Fingerprint": "%s"}}}}
        """;
    return "{\"statements\": ["
        + statement.formatted("handle_all_urls", fingerprint)
        + ","
        + statement.formatted("get_login_creds", fingerprint)
        + "], \"maxAge\": \"3600s\", \"debugString\": \"\"}";
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources/documentation").resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void command(Path bin, String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path directory() {
    return directory;
  }

  /** Runs a statement in a shell. */
  Result sh(String statement) throws Exception {
    Path out = calls.resolve("sh.out");
    Path err = calls.resolve("sh.err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-uc", statement)
            .directory(directory.toFile())
            .redirectInput(directory.resolve("typed.txt").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("CALLS", calls.toString());
    builder.environment().put("RUNNER_TEMP", directory.toString());
    builder
        .environment()
        .merge("PATH", calls.resolveSibling("bin").toString(), (old, own) -> own + ":" + old);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(statement).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void answer() {
    try {
      for (String call = queue.readLine(); call != null; call = queue.readLine()) {
        Path place = Path.of(call);
        List<String> args = Files.exists(place.resolve("args")) ? args(place) : List.of();
        Map<String, String> env = new HashMap<>();
        Files.readAllLines(place.resolve("env"))
            .forEach(line -> env.put(line.replaceFirst("=.*", ""), line.replaceFirst(".*?=", "")));
        Result result = run(reaching(args), env, Files.readString(place.resolve("in")));
        Files.writeString(place.resolve("out"), result.out());
        Files.writeString(place.resolve("err"), result.err());
        Files.writeString(place.resolve("done"), result.code() + "\n");
      }
    } catch (IOException e) {
      // Closed, or a test that will say so: its statement never ends.
    }
  }

  private static List<String> args(Path place) throws IOException {
    return Arrays.asList(Files.readString(place.resolve("args")).split("\0"));
  }

  /** The same, led to the hosts on loopback. */
  private List<String> reaching(List<String> args) {
    List<String> all = new ArrayList<>();
    args.forEach(arg -> all.add(arg.replace("staging.internal:8443", "127.0.0.1:" + host.port())));
    if (args.contains("--live") || args.stream().anyMatch(NETWORK::contains)) {
      if (!args.contains("--cacert")) {
        all.addAll(List.of("--cacert", calls.resolve("trusted.pem").toString()));
      }
      if (services != null) {
        all.addAll(List.of("--connect-to", services.mapping(CDN)));
        all.addAll(List.of("--connect-to", services.mapping(API)));
      }
      all.addAll(List.of("--connect-to", "::127.0.0.1:" + host.port(), "--retry", "0"));
    }
    return all;
  }

  private Result run(List<String> args, Map<String, String> env, String in) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(env);
    all.put("LANG", "C.UTF-8");
    InputStream input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    int code = Main.run(input, out, err, all, directory, args.toArray(String[]::new));
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    queue.close();
    host.close();
  }
}
