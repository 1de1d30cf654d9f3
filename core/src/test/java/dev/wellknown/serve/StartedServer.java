package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wellknown.Associations;
import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import dev.wellknown.registration.HostName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started with the configuration that is printed for it. */
abstract class StartedServer {

  static final String SHOP = "shop.example.com";
  static final List<HostName> HOSTS =
      List.of(HostName.of(SHOP), HostName.of("www.shop.example.com"));

  @TempDir Path directory;

  /** The web root, with both files and a page. */
  Path root;

  private final Authority authority = Authority.create();
  private @Nullable Process process;

  @BeforeEach
  void putFiles() throws IOException {
    root = Files.createDirectories(directory.resolve("www"));
    write("www/.well-known/assetlinks.json", "[\n  \"äöü\"\n]\n");
    write("www/.well-known/apple-app-site-association", "{\n  \"applinks\": {}\n}\n");
    write("www/index.html", "<p>The application");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** The texts of a configuration, for the web root here. */
  List<String> configuration(WebServer server) {
    return Hosting.of(server, HOSTS, root.toString()).files().stream()
        .map(Hosting.ConfigurationFile::text)
        .toList();
  }

  Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Writes a certificate for the hosts and its key. */
  void writeIdentity(String certificate, String key) throws IOException {
    Identity identity = identity();
    write(certificate, identity.certificatePem());
    write(key, identity.keyPem());
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** Where a program of this machine is; without it the test is skipped, and says so. */
  static String program(String... names) {
    Optional<Path> found =
        Stream.of(names)
            .flatMap(
                name ->
                    Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no " + String.join(" or ", names) + " is installed here");
    return found.get().toString();
  }

  /** Starts a program and waits until it listens. */
  void start(int port, String... command) throws Exception {
    openToAll();
    Path log = directory.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("HOME", directory.toString());
    process = builder.start();
    process.getOutputStream().close();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        new Socket(InetAddress.getByName("127.0.0.1"), port).close();
        return;
      } catch (IOException e) {
        assertThat(process.isAlive() && System.nanoTime() < end)
            .as("%s runs; it says: %s", command[0], Files.readString(log))
            .isTrue();
        Thread.sleep(50);
      }
    }
  }

  /** Started as root, a server gives up its rights, and then must still find its files. */
  private void openToAll() throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.toList()) {
          Files.setPosixFilePermissions(
              file,
              PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  Asked plainly(int port, String target) throws IOException {
    return Asked.plainly(port, SHOP, target);
  }

  Asked securely(int port, String target) throws Exception {
    return Asked.securely(port, authority.certificate(), SHOP, target);
  }

  /** What every reader asks for. */
  void assertServed(Kind kind, Asked asked) throws IOException {
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.headers()).doesNotContainKeys("location", "set-cookie", "www-authenticate");
    assertThat(asked.header("content-type"))
        .singleElement()
        .satisfies(type -> assertThat(type).matches("application/json(;\\s*charset=utf-8)?"));
    assertThat(asked.header("cache-control"))
        .singleElement()
        .satisfies(value -> assertThat(value).matches("(public, )?max-age=3(600|59[0-9])"));
    assertThat(asked.body()).isEqualTo(Files.readAllBytes(root.resolve(kind.path())));
    assertThat(asked.header("content-length"))
        .containsExactly(Integer.toString(asked.body().length));
    assertThat(new String(asked.body(), StandardCharsets.UTF_8)).doesNotContain("<p>");
  }

  /**
   * Puts the files in place that follow from a registration, and checks both hosts as a user would:
   * every reader takes them, and there is nothing to be said against how they are served.
   */
  void assertPassesTheCheck(int port) throws IOException {
    RegistrationExamination shop =
        RegistrationExamination.of(
            Files.readAllBytes(Path.of("../examples/shop/wellknown.yaml")), "shop", false);
    for (Publication publication : shop.publications()) {
      // In place: as whoever serves them, it may not read what is made anew.
      Files.write(root.resolve(publication.kind().path()), publication.bytes());
    }
    Fetcher.Builder way =
        Fetcher.builder()
            .trust(authority.pem().getBytes(StandardCharsets.US_ASCII))
            .connectTo(ConnectTo.parse("::127.0.0.1:" + port));
    try (Associations wellknown = Associations.asking(way)) {
      for (HostName host : HOSTS) {
        TargetReport report = wellknown.check(host.value(), shop.registration());
        assertThat(report.verdicts().keySet()).containsExactlyInAnyOrder(Reader.values());
        assertThat(report.verdicts().values()).containsOnly(Verdict.PASS);
        assertThat(report.findings())
            .filteredOn(each -> each.finding().severity() != Severity.NOTE)
            .isEmpty();
      }
    }
  }

  Identity identity() {
    return authority.issue(HOSTS);
  }

  static String path(Kind kind) {
    return "/" + kind.path();
  }
}
