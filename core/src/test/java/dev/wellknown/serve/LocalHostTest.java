package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.registration.HostName;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalHostTest {

  private static final String SHOP = "shop.example.com";
  private static final HostName HOST = HostName.of(SHOP);
  private static final HostName OTHER = HostName.of("www.shop.example.com");

  @TempDir Path directory;

  private final List<Answer> log = new CopyOnWriteArrayList<>();
  private Path root;
  private LocalHost host;
  private X509Certificate authority;

  @BeforeEach
  void start() throws Exception {
    root = Files.createDirectories(directory.resolve("site"));
    put(".well-known/assetlinks.json", "[]\n");
    put(".well-known/apple-app-site-association", "{}\n");
    put("index.html", "<p>Hello");
    put("page.css", "");
    put(".env", "SECRET=1");
    put(".well-known/.hidden", "x");
    put("deep/a b.txt", "ä");
    Files.writeString(directory.resolve("outside.txt"), "outside");
    host = LocalHost.bind(root, List.of(HOST, OTHER), LocalHost.ANY_PORT, log::add);
    host.start();
    authority = authority(host);
  }

  @AfterEach
  void end() {
    host.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void servesBothFilesAsTheReadersAsk(Kind kind) throws Exception {
    for (HostName name : host.hosts()) {
      Asked asked = Asked.securely(host.port(), authority, name.value(), "/" + kind.path());
      assertThat(asked.status()).isEqualTo(200);
      assertThat(asked.header("content-type")).containsExactly("application/json");
      assertThat(asked.header("content-length")).containsExactly("3");
      assertThat(asked.header("cache-control")).containsExactly("public, max-age=3600");
      assertThat(asked.headers()).doesNotContainKeys("location", "set-cookie");
      assertThat(asked.body()).isEqualTo(Files.readAllBytes(root.resolve(kind.path())));
    }
  }

  @Test
  void answersCrawlersThatWriteAFinalDotOrAPort() throws Exception {
    for (String name : List.of("shop.example.com.", "shop.example.com:443", "SHOP.example.com")) {
      assertThat(ask("GET", name, "/.well-known/assetlinks.json").status()).isEqualTo(200);
    }
  }

  @Test
  void servesAFileAsItIsNow() throws Exception {
    put(".well-known/assetlinks.json", "[1]");
    assertThat(get("/.well-known/assetlinks.json").text()).isEqualTo("[1]");
    Files.delete(root.resolve(".well-known/assetlinks.json"));
    assertThat(get("/.well-known/assetlinks.json").status()).isEqualTo(404);
    assertThat(host.serves(Kind.ASSETLINKS)).isFalse();
    assertThat(host.serves(Kind.AASA)).isTrue();
  }

  @Test
  void servesOtherFilesWithATypeThatFits() throws Exception {
    assertThat(get("/").header("content-type")).containsExactly("text/html; charset=utf-8");
    assertThat(get("/").text()).isEqualTo("<p>Hello");
    Asked empty = get("/page.css");
    assertThat(empty.header("content-type")).containsExactly("text/css; charset=utf-8");
    assertThat(empty.header("content-length")).containsExactly("0");
    assertThat(get("/deep/a%20b.txt?x=1").text()).isEqualTo("ä");
    put("app.bin", "x");
    assertThat(get("/app.bin").header("content-type")).containsExactly("application/octet-stream");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/.well-known",
        "/.well-known/",
        "/deep/",
        "/deep",
        "/.env",
        "/%2eenv",
        "/.well-known/.hidden",
        "/deep/.well-known/assetlinks.json",
        "/../outside.txt",
        "/.well-known/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/%2E%2E%2Foutside.txt",
        "/..%2foutside.txt",
        "/..%5coutside.txt",
        "/deep/%2e%2e/index.html",
        "/deep//a%20b.txt",
        "//shop.example.com/index.html",
        "/index.html%00",
        "/index.html/",
        "/%c0%ae%c0%ae/outside.txt",
        "/index.html::$DATA"
      })
  void findsNothingElse(String target) throws Exception {
    Asked asked = get(target);
    assertThat(asked.status()).isEqualTo(404);
    assertThat(asked.text()).isEqualTo("There is no such file.\n");
  }

  @Test
  void followsLinksOnlyWithinTheDirectory() throws Exception {
    try {
      Files.createSymbolicLink(root.resolve("in.txt"), Path.of("index.html"));
      Files.createSymbolicLink(root.resolve("out.txt"), Path.of("../outside.txt"));
      Files.createSymbolicLink(root.resolve("up"), directory);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no links can be made here");
    }
    assertThat(get("/in.txt").status()).isEqualTo(200);
    assertThat(get("/out.txt").status()).isEqualTo(404);
    assertThat(get("/up/outside.txt").status()).isEqualTo(404);
    assertThat(get("/up/site/index.html").status()).isEqualTo(200);
  }

  @Test
  void answersOnlyGetAndHead() throws Exception {
    Asked head = ask("HEAD", SHOP, "/.well-known/assetlinks.json");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("content-length")).containsExactly("3");
    assertThat(head.body()).isEmpty();
    for (String method : List.of("POST", "OPTIONS", "DELETE", "TRACE", "\u001b[2J")) {
      Asked asked = ask(method, SHOP, "/.well-known/assetlinks.json");
      assertThat(asked.status()).isIn(405, 400);
    }
    assertThat(ask("POST", SHOP, "/").header("allow")).containsExactly("GET, HEAD");
  }

  @Test
  void namesItsHostsToWhoeverAsksForAnother() throws Exception {
    Asked asked = ask("GET", "evil.example.org", "/.well-known/assetlinks.json");
    assertThat(asked.status()).isEqualTo(421);
    assertThat(asked.text()).contains("shop.example.com, www.shop.example.com");
    byte[] none = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Asked.securely(host.port(), authority, SHOP, none).status()).isEqualTo(400);
  }

  @Test
  void provesNoOtherName() {
    assertThatThrownBy(() -> Asked.securely(host.port(), authority, "evil.example.org", "/"))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void isTrustedByNobodyWithoutItsAuthority() {
    X509Certificate another = Authority.create().certificate();
    assertThatThrownBy(() -> Asked.securely(host.port(), another, SHOP, "/"))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void listensOnLoopbackAlone() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
            .toList();
    assumeTrue(!others.isEmpty(), "this machine has no other address");
    for (InetAddress address : others) {
      assertThatThrownBy(() -> new Socket(address, host.port()).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void tellsEveryAnswerSafely() throws Exception {
    get("/%1b%5b2Jx");
    ask("GET", "e\u0007vil", "/");
    assertThat(log).extracting(Answer::status).containsExactly(404, 421);
    assertThat(log.get(0).line()).isEqualTo("404 GET https://shop.example.com/%1b%5b2Jx");
    assertThat(log.get(1).line()).doesNotContain("\u0007").contains("\\u{7}");
  }

  @Test
  void keepsItsAuthorityToThisUserAndLeavesNothingBehind() throws Exception {
    Path kept = host.caFile().getParent();
    assertThat(Files.readString(host.caFile()))
        .startsWith("-----BEGIN CERTIFICATE-----\n")
        .doesNotContain("PRIVATE");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rwx------");
    }
    host.close();
    host.close();
    assertThat(kept).doesNotExist();
    assertThatThrownBy(() -> new Socket("127.0.0.1", host.port()).close())
        .isInstanceOf(IOException.class);
    assertThatThrownBy(host::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalHost.bind(root, List.of(HOST), port, log::add))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + port + " on 127.0.0.1 is taken");
    }
  }

  @Test
  void servesAsManyHostsAsClientsTakeInOneCertificate() throws Exception {
    try (LocalHost wide = LocalHost.serve(root, many(1000))) {
      X509Certificate ca = authority(wide);
      Asked asked =
          Asked.securely(wide.port(), ca, "h0999.example.com", "/.well-known/assetlinks.json");
      assertThat(asked.status()).isEqualTo(200);
    }
    assertThatThrownBy(() -> LocalHost.serve(root, many(3000)).close())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("3000 hosts");
  }

  private static HostName[] many(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> HostName.of(String.format("h%04d.example.com", i)))
        .toArray(HostName[]::new);
  }

  private static X509Certificate authority(LocalHost host) throws Exception {
    try (InputStream in = Files.newInputStream(host.caFile())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  @Test
  void explainsHowToReachIt() {
    String text = new Instructions("site", host).text();
    assertThat(text)
        .contains(
            "as       shop.example.com, www.shop.example.com\n",
            "at       https://127.0.0.1:" + host.port() + "\n",
            "--connect-to shop.example.com:443:127.0.0.1:" + host.port() + " ",
            "https://shop.example.com/.well-known/apple-app-site-association\n");
  }

  @Test
  void explainsItToPrograms() throws IOException {
    Files.delete(root.resolve(Kind.AASA.path()));
    String json = new Instructions("site", host).json();
    HostingTest.assertFitsTheSchema(json);
    assertThat(json).contains("\"port\": " + host.port(), "\"served\": true", "\"served\": false");
    assertThat(new Instructions("site", host).text())
        .contains("\n.well-known/apple-app-site-association  not there: 404\n");
  }

  private Asked get(String target) throws Exception {
    return ask("GET", SHOP, target);
  }

  private Asked ask(String method, String named, String target) throws Exception {
    return Asked.securely(host.port(), authority, SHOP, Asked.request(method, named, target));
  }

  private void put(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
