package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.fetch.faults.Behaviour;
import dev.wellknown.fetch.faults.CertificateSpec;
import dev.wellknown.fetch.faults.Content;
import dev.wellknown.fetch.faults.Conversation;
import dev.wellknown.fetch.faults.FaultServer;
import dev.wellknown.fetch.faults.FaultWorld;
import dev.wellknown.fetch.faults.TestAuthority;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

  private static final String OK = "200 OK\r\nContent-Type: application/json";

  private static FaultWorld world;

  @BeforeAll
  static void start() {
    world = new FaultWorld();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Observation one(Fetcher fetcher, Request request) {
    return fetcher
        .fetch(
            new Request(
                request.host(),
                request.port(),
                request.paths().subList(0, 1),
                request.mayBePrivate(),
                request.userAgent()))
        .get(0);
  }

  private static Behaviour good(String host, Behaviour.Above above) {
    return Behaviour.tls(world.authority().good(host), above);
  }

  @Test
  void asksForNothingButTheFile() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    try (FaultServer server =
            new FaultServer(
                good(
                    "ask.test",
                    Behaviour.kept(
                        (to, path) -> {
                          heads.add(to.head());
                          to.answer(OK + "\r\nSet-Cookie: a=b", Content.of(path));
                        })));
        Fetcher fetcher =
            Fetcher.builder()
                .trust(world.authority().pem())
                .userAgent("test/1")
                .connectTo(ConnectTo.parse("ask.test::127.0.0.1:" + server.port()))
                .build()) {
      fetcher.fetch(Request.of("ask.test", "/a", "/b?c=%20d").withPort(8443));
      fetcher.fetch(Request.of("ask.test", "/c").as("other/2"));
    }
    String common = "\r\nAccept: */*\r\nAccept-Encoding: gzip\r\n";
    assertThat(heads)
        .containsExactly(
            "GET /a HTTP/1.1\r\nHost: ask.test:8443\r\nUser-Agent: test/1" + common + "\r\n",
            "GET /b?c=%20d HTTP/1.1\r\nHost: ask.test:8443\r\nUser-Agent: test/1"
                + common
                + "Connection: close\r\n\r\n",
            "GET /c HTTP/1.1\r\nHost: ask.test\r\nUser-Agent: other/2"
                + common
                + "Connection: close\r\n\r\n");
  }

  @Test
  void tellsWhatTheHandshakeShowed() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Observation observation = one(fetcher, world.request("good-tls13"));
      Tls tls = observation.connection().tls();
      assertThat(tls.protocol()).isEqualTo("TLSv1.3");
      assertThat(tls.cipher()).startsWith("TLS_AES_");
      assertThat(tls.chain()).hasSize(2);
      ServerCertificate own = tls.chain().get(0);
      assertThat(own.names()).containsExactly("good-tls13.faults.test");
      assertThat(own.issuer()).isEqualTo("CN=Faults Intermediate");
      assertThat(own.keyAlgorithm()).isEqualTo("EC");
      assertThat(own.keyBits()).isEqualTo(256);
      assertThat(own.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
      assertThat(own.sha256()).hasSize(64);
      assertThat(observation.timings().tls()).isPositive();
      assertThat(observation.timings().firstByte()).isPositive();
      assertThat(observation.timings().whole())
          .isGreaterThan(observation.timings().connect())
          .isGreaterThan(observation.timings().firstByte());
      assertThat(observation.connection().mapped()).isTrue();
      assertThat(observation.connection().address()).isEqualTo(InetAddress.getLoopbackAddress());
    }
  }

  @Test
  void tellsWhatAHandshakeShowedThatFailed() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Tls tls = one(fetcher, world.request("expired")).connection().tls();
      assertThat(tls.protocol()).isEqualTo("TLSv1.3");
      assertThat(tls.chain()).hasSize(2);
      assertThat(tls.chain().get(0).notAfter()).isBefore(Instant.now());
    }
  }

  /** A resumed session would pass without them. */
  @Test
  void seesTheCertificatesEveryTime() {
    try (Fetcher fetcher = world.fetcher().build()) {
      for (int i = 0; i < 3; i++) {
        Observation observation = one(fetcher, world.request("good-tls12"));
        assertThat(observation.connection().tls().chain()).hasSize(2);
      }
    }
  }

  @Test
  void trustsNobodyWhomItWasNotToldToTrust() {
    try (Fetcher fetcher =
        Fetcher.builder()
            .connectTo(new ConnectTo("good-tls13.faults.test", 0, "127.0.0.1", port("good-tls13")))
            .build()) {
      assertThat(Outcome.of(one(fetcher, world.request("good-tls13"))))
          .isEqualTo("CERTIFICATE TLS CHAIN_INCOMPLETE@1");
    }
  }

  private static int port(String fault) {
    return world.port(fault);
  }

  @Test
  void trustsACertificateThatWasItselfDeclaredToBeTrusted() throws Exception {
    var own = CertificateSpec.named("own.test").commonName("own").selfSigned();
    try (FaultServer server =
            new FaultServer(
                Behaviour.tls(own, Behaviour.kept((to, path) -> to.answer(OK, Content.of(path)))));
        Fetcher fetcher =
            Fetcher.builder()
                .trust(TestAuthority.pem(own.chain().get(0)).getBytes(StandardCharsets.US_ASCII))
                .connectTo(ConnectTo.parse("own.test::127.0.0.1:" + server.port()))
                .connectTo(ConnectTo.parse("other.test::127.0.0.1:" + server.port()))
                .build()) {
      assertThat(Outcome.of(one(fetcher, Request.of("own.test", "/")))).isEqualTo("200");
      assertThat(Outcome.of(one(fetcher, Request.of("other.test", "/"))))
          .isEqualTo("CERTIFICATE TLS WRONG_HOST@0");
    }
  }

  @Test
  void asksAHostWithAFinalDotAsItIsWritten() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Observation observation =
          one(fetcher, Request.of("good-tls13.faults.test.", Content.AASA_PATH));
      assertThat(Outcome.of(observation)).isEqualTo("200");
      assertThat(observation.uri().getHost()).isEqualTo("good-tls13.faults.test.");
    }
  }

  /** DNS allows it, and so do servers; the JDK's own names for SNI do not. */
  @Test
  void namesAHostWithAnUnderscoreInTheHandshake() throws Exception {
    List<String> hellos = new CopyOnWriteArrayList<>();
    try (FaultServer server =
            new FaultServer(
                socket ->
                    hellos.add(
                        new String(
                            socket.getInputStream().readNBytes(300),
                            StandardCharsets.ISO_8859_1)));
        Fetcher fetcher =
            Fetcher.builder()
                .retries(0)
                .maxTime(Duration.ofSeconds(3))
                .connectTo(ConnectTo.parse("a_b.test::127.0.0.1:" + server.port()))
                .build()) {
      one(fetcher, Request.of("a_b.test", "/x"));
    }
    assertThat(hellos).hasSize(1).first().asString().contains("a_b.test");
  }

  @Test
  void asksForANameThatIsUnknownNoSecondTime() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Observation observation = one(fetcher, world.request("nxdomain"));
      assertThat(observation.attempts()).hasSize(1);
    }
  }

  @Test
  void endsAfterTenSecondsByDefault() {
    try (Fetcher fetcher = world.fetcher().build()) {
      long start = System.nanoTime();
      Observation observation = one(fetcher, world.request("slow-drip"));
      assertThat(Outcome.of(observation)).isEqualTo("200 TIMED_OUT");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(9900), Duration.ofSeconds(11));
    }
  }

  @Test
  void endsAllThatIsAskedForWithinATime() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Fetcher limited = fetcher.within(Duration.ofSeconds(1));
      long start = System.nanoTime();
      assertThat(limited.fetch(world.request("slow-drip")).stream().map(Outcome::of))
          .containsExactly("200 TIMED_OUT", "TIMED_OUT START");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      assertThat(Outcome.of(one(limited.within(Duration.ofHours(1)), world.request("good-tls13"))))
          .isEqualTo("TIMED_OUT START");
      assertThat(Outcome.of(one(fetcher, world.request("good-tls13")))).isEqualTo("200");
    }
  }

  @Test
  void countsTheWaitForANameAgainstTheDeadline() {
    try (Fetcher fetcher = world.fetcher().maxTime(Duration.ofMillis(300)).build()) {
      assertThat(Outcome.of(one(fetcher, world.request("dns-silent")))).isEqualTo("TIMED_OUT NAME");
    }
  }

  @Test
  void triesAgainWhatMayPass() throws Exception {
    try (FaultWorld fresh = new FaultWorld();
        Fetcher fetcher = fresh.fetcher().build()) {
      Observation observation = one(fetcher, fresh.request("status-503-then-200"));
      assertThat(observation.attempts()).extracting(Attempt::status).containsExactly(503, 200);
      Observation refused = one(fetcher, fresh.request("refused"));
      assertThat(refused.attempts())
          .extracting(each -> each.failure().reason())
          .containsExactly(Reason.CONNECTION_REFUSED, Reason.CONNECTION_REFUSED);
      assertThat(one(fetcher, fresh.request("status-404-valid-json")).attempts()).hasSize(1);
      assertThat(one(fetcher, fresh.request("expired")).attempts()).hasSize(1);
    }
  }

  @Test
  void triesNothingAgainWhereThatIsNotWanted() {
    try (Fetcher fetcher = world.fetcher().retries(0).build()) {
      assertThat(one(fetcher, world.request("status-502")).attempts()).hasSize(1);
    }
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Observation observation = one(fetcher, world.request("status-429"));
      assertThat(observation.attempts()).hasSize(2);
      assertThat(observation.attempts().get(1).started()).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void doesNotWaitForAnAttemptThatCouldNotBeMade() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Observation observation = one(fetcher, world.request("status-429-forever"));
      assertThat(observation.attempts()).hasSize(1);
      assertThat(observation.timings().whole()).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void keepsToTheSizeItWasTold() {
    try (Fetcher fetcher = world.fetcher().maxBytes(100).build()) {
      Answered answered = (Answered) one(fetcher, world.request("good-chunked"));
      assertThat(answered.body().incomplete()).isEqualTo(Incomplete.TOO_LARGE);
      assertThat(answered.body().size()).isEqualTo(101);
    }
  }

  @Test
  void keepsNoMoreOfABombThanTheLimitAndAByte() {
    try (Fetcher fetcher = world.fetcher().build()) {
      Answered answered = (Answered) one(fetcher, world.request("gzip-bomb"));
      assertThat(answered.body().size()).isEqualTo(1024 * 1024 + 1);
      assertThat(answered.body().wireSize()).isLessThan(1024 * 1024 + 64 * 1024 + 2);
    }
  }

  @Test
  void connectsToPublicAddressesOnly() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (FaultServer server = new FaultServer(socket -> {});
        Fetcher fetcher =
            Fetcher.builder()
                .retries(0)
                .allowPrivate(new HostPattern("*.allowed.test"))
                .resolver(
                    name -> {
                      asked.incrementAndGet();
                      return List.of(
                          InetAddress.getByName(
                              name.startsWith("link") ? "169.254.169.254" : "127.0.0.1"));
                    })
                .build()) {
      int port = server.port();
      assertThat(Outcome.of(one(fetcher, Request.of("a.test", "/").withPort(port))))
          .isEqualTo("ADDRESS_REFUSED CONNECT");
      assertThat(server.accepted()).isZero();
      assertThat(
              Outcome.of(one(fetcher, Request.of("a.test", "/").withPort(port).allowingPrivate())))
          .isEqualTo("CLOSED TLS");
      assertThat(Outcome.of(one(fetcher, Request.of("x.allowed.test", "/").withPort(port))))
          .isEqualTo("CLOSED TLS");
      assertThat(Outcome.of(one(fetcher, Request.of("allowed.test", "/").withPort(port))))
          .isEqualTo("ADDRESS_REFUSED CONNECT");
      assertThat(Outcome.of(one(fetcher, Request.of("link.allowed.test", "/").allowingPrivate())))
          .isEqualTo("ADDRESS_REFUSED CONNECT");
      assertThat(asked).hasValue(4);
      assertThat(server.accepted()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "127.1",
        "0x7f000001",
        "127.0.0.01",
        "256.1.1.1",
        "\uff11\uff12\uff17.0.0.1",
        "a..b",
        "-a.test",
        "[fe80::1%25eth0]"
      })
  void asksNobodyForOddHosts(String host) {
    try (Fetcher fetcher =
        Fetcher.builder()
            .connectTo(ConnectTo.parse(":::1"))
            .resolver(
                name -> {
                  throw new AssertionError(name);
                })
            .build()) {
      Request request;
      try {
        request = Request.of(host, "/").allowingPrivate();
      } catch (IllegalArgumentException e) {
        // Not even part of a URI.
        assertThat(host).contains("%");
        return;
      }
      assertThat(Outcome.of(one(fetcher, request))).isEqualTo("HOST_REFUSED START");
    }
  }

  /** A mapping for all names is no allowance for addresses, which say where they lead. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1.2.3",
        "[::1]",
        "10.0.0.1",
        "169.254.169.254",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[::ffff:127.0.0.1]",
        "localhost",
        "localhost.",
        "x.localhost"
      })
  void judgesLiteralAddressesWhateverIsMapped(String host) throws Exception {
    try (FaultServer server = new FaultServer(socket -> {});
        Fetcher fetcher =
            Fetcher.builder().connectTo(ConnectTo.parse("::127.0.0.1:" + server.port())).build()) {
      assertThat(Outcome.of(one(fetcher, Request.of(host, "/"))))
          .isEqualTo("ADDRESS_REFUSED START");
      assertThat(server.accepted()).isZero();
    }
  }

  @Test
  void asksForANameOnce() throws Exception {
    try (FaultWorld fresh = new FaultWorld();
        Fetcher fetcher = fresh.fetcher().build()) {
      fetcher.fetch(fresh.request("dns-rebind"));
      assertThat(Outcome.of(fetcher.fetch(fresh.request("dns-rebind")))).isEqualTo("200");
      assertThat(fresh.rebindQuestions()).isEqualTo(1);
    }
  }

  @Test
  void usesNoMoreThanTwoConnectionsToAHostAtATime() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (FaultServer server =
            new FaultServer(
                good(
                    "busy.test",
                    to -> {
                      most.accumulateAndGet(now.incrementAndGet(), Math::max);
                      String path = to.next();
                      Conversation.pause(50);
                      now.decrementAndGet();
                      to.answer(OK, Content.of(path));
                    }));
        Fetcher fetcher =
            Fetcher.builder()
                .trust(world.authority().pem())
                .connectTo(ConnectTo.parse("busy.test::127.0.0.1:" + server.port()))
                .build()) {
      ExecutorService pool = Executors.newFixedThreadPool(8);
      List<Future<Observation>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(pool.submit(() -> one(fetcher, Request.of("busy.test", "/"))));
      }
      for (Future<Observation> each : all) {
        assertThat(Outcome.of(each.get())).isEqualTo("200");
      }
      pool.shutdown();
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void letsGoWhenItIsClosed() throws Exception {
    Fetcher fetcher = world.fetcher().build();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<Observation>> all = new ArrayList<>();
    for (String fault :
        List.of("handshake-stall", "stall-after-request", "status-429", "blackhole")) {
      all.add(pool.submit(() -> one(fetcher, world.request(fault))));
    }
    Conversation.pause(500);
    long start = System.nanoTime();
    fetcher.close();
    for (Future<Observation> each : all.subList(0, 2)) {
      assertThat(Outcome.of(each.get(2, TimeUnit.SECONDS))).startsWith("ABANDONED");
    }
    assertThat(Outcome.of(all.get(2).get(2, TimeUnit.SECONDS))).isEqualTo("429");
    assertThat(Outcome.of(all.get(3).get(2, TimeUnit.SECONDS))).startsWith("ABANDONED");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    pool.shutdown();
    assertThatThrownBy(() -> fetcher.fetch(URI.create("https://a.test/")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsOfFailuresWithoutControlCharacters() {
    try (Fetcher fetcher = world.fetcher().maxTime(Duration.ofSeconds(3)).build()) {
      for (String fault : List.of("nul-in-san", "icy", "ssh-on-443", "null-cipher", "refused")) {
        Failure failure = ((Unreachable) one(fetcher, world.request(fault))).failure();
        if (failure.trace() != null) {
          assertThat(failure.trace().chars()).allMatch(each -> each >= ' ' && each != 0x7f);
        }
      }
    }
  }
}
