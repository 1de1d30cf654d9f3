package dev.wellknown.fetch;

import static dev.wellknown.fetch.ProxyServer.noProxy;
import static dev.wellknown.fetch.ProxyServer.nonProxyHosts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.fetch.faults.Behaviour;
import dev.wellknown.fetch.faults.Content;
import dev.wellknown.fetch.faults.FaultServer;
import dev.wellknown.fetch.faults.TestAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProxyTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final FaultServer HOST =
      new FaultServer(
          Behaviour.tls(
              AUTHORITY.good("shop.test"),
              Behaviour.kept((to, path) -> to.answer("200 OK", Content.of(path)))));

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @AfterAll
  static void stop() throws IOException {
    HOST.close();
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private Behaviour answering(String answer) {
    return socket -> {
      asked.add(head(socket));
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  /** Lets everybody through to the one host. */
  private Behaviour open() {
    return socket -> {
      asked.add(head(socket));
      try (Socket on = new Socket("127.0.0.1", HOST.port())) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 200 Go\r\nVia: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Thread back =
            new Thread(
                () -> {
                  try {
                    on.getInputStream().transferTo(socket.getOutputStream());
                    socket.shutdownOutput();
                  } catch (IOException e) {
                    // It is over.
                  }
                });
        back.start();
        socket.getInputStream().transferTo(on.getOutputStream());
      }
    };
  }

  private static Observation through(int port, String credentials) {
    return through(port, credentials, host -> false);
  }

  private static Observation through(int port, String credentials, Predicate<String> except) {
    try (Fetcher fetcher =
        Fetcher.builder()
            .trust(AUTHORITY.pem())
            .retries(0)
            .maxTime(Duration.ofSeconds(3))
            .userAgent("test/1")
            .resolver(
                name -> {
                  throw new UnknownHostException(name);
                })
            .proxy(new ProxyServer("127.0.0.1", port, credentials, except))
            .build()) {
      return fetcher.fetch(Request.of("shop.test", "/x")).get(0);
    }
  }

  @Test
  void goesThroughATunnelAndDoesNotKnowTheAddress() throws IOException {
    try (FaultServer proxy = new FaultServer(open())) {
      Observation observation = through(proxy.port(), "me:secret");
      assertThat(Outcome.of(observation)).isEqualTo("200");
      assertThat(observation.connection().proxied()).isTrue();
      assertThat(observation.connection().address()).isNull();
      assertThat(observation.connection().resolved()).isEmpty();
      assertThat(observation.timings().name()).isNull();
      assertThat(observation.connection().tls().chain()).hasSize(2);
      assertThat(asked)
          .containsExactly(
              "CONNECT shop.test:443 HTTP/1.1\r\nHost: shop.test:443\r\nUser-Agent: test/1\r\n"
                  + "Proxy-Authorization: Basic bWU6c2VjcmV0\r\n\r\n");
    }
  }

  @Test
  void saysThatTheProxyIsTheTrouble() throws IOException {
    try (FaultServer proxy = new FaultServer(answering("HTTP/1.1 407 No\r\n\r\n"))) {
      assertThat(Outcome.of(through(proxy.port(), null))).isEqualTo("PROXY PROXY 407");
    }
    try (FaultServer proxy = new FaultServer(answering("nonsense\r\n\r\n"))) {
      assertThat(Outcome.of(through(proxy.port(), null))).isEqualTo("PROXY PROXY");
    }
    int closed;
    try (FaultServer proxy = new FaultServer(answering(""))) {
      assertThat(Outcome.of(through(proxy.port(), null))).isEqualTo("PROXY PROXY");
      closed = proxy.port();
    }
    assertThat(Outcome.of(through(closed, null))).isEqualTo("PROXY PROXY");
    try (FaultServer proxy =
        new FaultServer(socket -> head(socket).concat("" + socket.getInputStream().read()))) {
      assertThat(Outcome.of(through(proxy.port(), null))).isEqualTo("TIMED_OUT PROXY");
    }
  }

  @Test
  void goesAroundTheProxyWhereToldTo() throws IOException {
    try (FaultServer proxy = new FaultServer(open())) {
      assertThat(Outcome.of(through(proxy.port(), null, noProxy("a.test, .Test"))))
          .isEqualTo("NAME_NOT_RESOLVED NAME");
      assertThat(Outcome.of(through(proxy.port(), null, noProxy("op.test")))).isEqualTo("200");
      assertThat(proxy.accepted()).isEqualTo(1);
    }
  }

  @Test
  void showsNoCredentials() {
    assertThat(new ProxyServer("p.test", 1, "me:secret", host -> false).toString())
        .doesNotContain("secret");
    assertThatThrownBy(() -> ProxyServer.parse("https://me:secret@p.test", host -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the proxy has to be http://HOST:PORT");
  }

  @Test
  void readsAddressesAsPeopleWriteThem() {
    assertThat(ProxyServer.parse("p.test", host -> false).address()).isEqualTo("p.test:80");
    ProxyServer proxy = ProxyServer.parse("http://me:s%40cret@p.test:3128", host -> false);
    assertThat(proxy.address()).isEqualTo("p.test:3128");
    assertThat(proxy.credentials()).isEqualTo("me:s@cret");
  }

  @Test
  void takesNonProxyHostsAsTheJdkDoes() {
    Predicate<String> except = nonProxyHosts("shop.test|*.Internal| 10.*|*dev");
    assertThat(List.of("shop.test", "a.b.internal", "10.1.2.3", "shop-dev")).allMatch(except);
    assertThat(List.of("www.shop.test", "internal", "110.1.2.3", "dev.test", "shopatest"))
        .noneMatch(except);
    assertThat(nonProxyHosts("").test("shop.test")).isFalse();
    assertThat(nonProxyHosts("*").test("shop.test")).isTrue();
  }
}
