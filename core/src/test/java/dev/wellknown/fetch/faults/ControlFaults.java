package dev.wellknown.fetch.faults;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Hosts that are as they may be. */
final class ControlFaults {

  static final String JSON = "200 OK\r\nContent-Type: application/json";
  private static final String HEAD = "HTTP/1.1 " + JSON + "\r\n";

  private ControlFaults() {}

  /** The valid files over connections that are kept. */
  static Behaviour.Above good() {
    return Behaviour.kept((to, path) -> to.answer(JSON, Content.of(path)));
  }

  static Map<String, Behaviour> all(TestAuthority authority) {
    Map<String, Behaviour> all = new LinkedHashMap<>();
    Function<String, Identity> identity = name -> authority.good(name + ".faults.test");
    all.put("good-tls12", only("TLSv1.2", identity.apply("good-tls12")));
    all.put("good-tls13", only("TLSv1.3", identity.apply("good-tls13")));
    all.put(
        "good-rsa",
        Behaviour.tls(
            CertificateSpec.named("good-rsa.faults.test")
                .keys(CertificateSpec.keys("RSA", 2048))
                .signedBy(authority.rsaRoot()),
            good()));
    all.put(
        "good-wildcard-cert", Behaviour.tls(authority.good("*.faults.test", "other.test"), good()));
    all.put(
        "good-1000-sans",
        Behaviour.tls(
            authority.good(
                IntStream.range(0, 1000)
                    .mapToObj(
                        i -> i == 999 ? "good-1000-sans.faults.test" : "n" + i + ".faults.test")
                    .toArray(String[]::new)),
            good()));
    Identity extra = identity.apply("good-extra-cert");
    all.put(
        "good-extra-cert",
        Behaviour.tls(
            extra.showing(
                extra.chain().get(0),
                extra.chain().get(1),
                CertificateSpec.authority("Unrelated").selfSigned().leaf()),
            good()));
    Map<String, Behaviour.Above> http = new LinkedHashMap<>();
    http.put(
        "good-chunked",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.send(HEAD + "Transfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n");
              int third = file.length / 3;
              to.send(HttpFaults.chunk(file, 0, third, ";a=b;c=\"d\""));
              to.send(HttpFaults.chunk(file, third, 2 * third, ""));
              to.send(HttpFaults.chunk(file, 2 * third, file.length, ";x"));
              to.send("0\r\nX-End: yes\r\n\r\n");
            }));
    http.put(
        "good-http10",
        to -> {
          String path = to.next();
          to.send("HTTP/1.0 " + JSON + "\r\n\r\n");
          to.send(Content.of(path));
          to.close();
        });
    http.put(
        "good-gzip",
        Behaviour.kept(
            (to, path) -> {
              if (to.asked("Accept-Encoding: gzip")) {
                to.answer(JSON + "\r\nContent-Encoding: gzip", Content.gzip(Content.of(path)));
              } else {
                to.answer(JSON, Content.of(path));
              }
            }));
    http.put("good-charset", with("200 OK\r\nContent-Type: application/json; charset=utf-8"));
    http.put(
        "good-slow-1500ms",
        Behaviour.kept(
            (to, path) -> {
              Conversation.pause(1500);
              to.answer(JSON, Content.of(path));
            }));
    StringBuilder many = new StringBuilder(JSON);
    for (int i = 0; i < 64; i++) {
      many.append("\r\nX-Header-").append(i).append(": ").append("x".repeat(240));
    }
    http.put("good-16k-headers", with(many.toString()));
    http.put(
        "good-alt-svc",
        with(JSON + "\r\nAlt-Svc: h3=\":1\"\r\nStrict-Transport-Security: max-age=31536000"));
    http.put("good-200-location", with(JSON + "\r\nLocation: https://elsewhere.test/"));
    http.put(
        "good-unicode",
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    JSON,
                    Content.utf8(
                        new String(Content.of(path), StandardCharsets.UTF_8)
                            .replace(
                                "\"relation\"",
                                "\"comment\":\"\ud83d\ude00 \u6f22\u5b57 \\ud83d\\ude00\",\"relation\"")
                            .replace(
                                "{\"/\":\"/login\"}",
                                "{\"/\":\"/login\",\"comment\":\"\ud83d\ude00 \\ud83d\\ude00\"}")))));
    http.forEach((name, above) -> all.put(name, Behaviour.tls(identity.apply(name), above)));
    return all;
  }

  static Behaviour.Above with(String statusAndHeaders) {
    return Behaviour.kept((to, path) -> to.answer(statusAndHeaders, Content.of(path)));
  }

  private static Behaviour only(String protocol, Identity identity) {
    return Behaviour.tls(identity, tls -> tls.setEnabledProtocols(new String[] {protocol}), good());
  }
}
