package dev.wellknown.fetch.faults;

import static dev.wellknown.fetch.faults.ControlFaults.JSON;
import static dev.wellknown.fetch.faults.ControlFaults.with;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;

/** Answers that are not as they should be, or that never end. */
final class HttpFaults {

  private static final String HEAD = "HTTP/1.1 " + JSON + "\r\n";
  private static final byte[] HTML =
      Content.utf8("<!doctype html><html><body><div id=\"root\"></div></body></html>");

  private HttpFaults() {}

  static Map<String, Behaviour> all(TestAuthority authority, int canary) {
    Map<String, Behaviour.Above> http = new LinkedHashMap<>();
    redirects(http, canary);
    statuses(http);
    types(http);
    encodings(http);
    lengths(http);
    stalls(http);
    heads(http);
    connections(http);
    Map<String, Behaviour> all = new LinkedHashMap<>();
    http.forEach(
        (name, above) ->
            all.put(name, Behaviour.tls(authority.good(name + ".faults.test"), above)));
    return all;
  }

  private static void redirects(Map<String, Behaviour.Above> all, int canary) {
    all.put("redirect-302", redirect("302 Found", "https://good-tls13.faults.test/x"));
    all.put("redirect-307", redirect("307 Temporary Redirect", "https://good-tls13.faults.test/x"));
    all.put("redirect-300", redirect("300 Multiple Choices", "https://good-tls13.faults.test/x"));
    all.put("redirect-relative", redirect("301 Moved Permanently", "../links.json"));
    all.put(
        "redirect-same-path",
        Behaviour.kept((to, path) -> to.answer("302 Found\r\nLocation: " + path, HTML)));
    all.put("redirect-loop", redirect("302 Found", "https://redirect-loop-b.faults.test/"));
    all.put("redirect-loop-b", redirect("302 Found", "https://redirect-loop.faults.test/"));
    all.put("redirect-to-file", redirect("302 Found", "file:///etc/passwd"));
    all.put("redirect-to-loopback", redirect("302 Found", "https://127.0.0.1:" + canary + "/"));
    all.put("redirect-to-metadata", redirect("302 Found", "http://169.254.169.254/"));
    all.put("redirect-bad-location", redirect("302 Found", "::::%%%\u0001"));
    all.put("redirect-64k-location", redirect("302 Found", "https://x.test/" + "a".repeat(65_536)));
    all.put("redirect-userinfo", redirect("302 Found", "https://user:password@x.test/"));
  }

  private static Behaviour.Above redirect(String status, String location) {
    return Behaviour.kept((to, path) -> to.answer(status + "\r\nLocation: " + location, HTML));
  }

  private static void statuses(Map<String, Behaviour.Above> all) {
    String type = "\r\nContent-Type: application/json";
    for (String status :
        new String[] {
          "400 Bad Request",
          "403 Forbidden",
          "451 Unavailable For Legal Reasons",
          "502 Bad Gateway",
          "503 Service Unavailable",
          "504 Gateway Timeout",
          "999 Odd"
        }) {
      all.put("status-" + status.substring(0, 3), with(status + type));
    }
    all.put("status-206", with("206 Partial Content" + type));
    all.put("status-401", with("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"" + type));
    all.put(
        "status-407",
        with("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"" + type));
    all.put("status-404-valid-json", with("404 Not Found" + type));
    all.put("status-429", with("429 Too Many Requests\r\nRetry-After: 1" + type));
    all.put(
        "status-429-forever",
        with("429 Too Many Requests\r\nRetry-After: 99999999999999999999" + type));
    all.put("status-20", with("20 OK" + type));
    all.put("status-negative", with("-200 OK" + type));
    all.put("status-2000", with("2000 OK" + type));
    Map<String, Boolean> asked = new ConcurrentHashMap<>();
    all.put(
        "status-503-then-200",
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    asked.put(path, true) == null ? "503 Service Unavailable" : JSON,
                    Content.of(path))));
  }

  private static void types(Map<String, Behaviour.Above> all) {
    all.put("ctype-missing", with("200 OK"));
    all.put("ctype-empty", with("200 OK\r\nContent-Type:"));
    all.put("ctype-twice", with(JSON + "\r\nContent-Type: text/html"));
    all.put("ctype-json-suffix", with("200 OK\r\nContent-Type: application/vnd.x+json"));
    all.put("ctype-latin1", with("200 OK\r\nContent-Type: application/json; charset=iso-8859-1"));
    all.put("ctype-garbage", with("200 OK\r\nContent-Type: \u001b[31m<script>/;;=\""));
    all.put(
        "html-200",
        Behaviour.kept((to, path) -> to.answer("200 OK\r\nContent-Type: text/html", HTML)));
    all.put("html-as-json", Behaviour.kept((to, path) -> to.answer(JSON, HTML)));
  }

  private static void encodings(Map<String, Behaviour.Above> all) {
    String gzip = JSON + "\r\nContent-Encoding: gzip";
    all.put(
        "gzip-unasked",
        Behaviour.kept((to, path) -> to.answer(gzip, Content.gzip(Content.of(path)))));
    all.put(
        "gzip-unlabelled",
        Behaviour.kept((to, path) -> to.answer(JSON, Content.gzip(Content.of(path)))));
    all.put(
        "gzip-truncated",
        Behaviour.kept(
            (to, path) -> {
              byte[] packed = Content.gzip(Content.of(path));
              to.answer(gzip, Arrays.copyOf(packed, packed.length / 2));
            }));
    all.put(
        "gzip-trailing-garbage",
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    gzip,
                    Content.joined(
                        Content.gzip(Content.of(path)), Content.utf8("garbage behind")))));
    all.put(
        "gzip-two-members",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.answer(
                  gzip,
                  Content.joined(
                      Content.gzip(Arrays.copyOf(file, 40)),
                      Content.gzip(Arrays.copyOfRange(file, 40, file.length))));
            }));
    byte[] bomb = bomb();
    all.put("gzip-bomb", Behaviour.kept((to, path) -> to.answer(gzip, bomb)));
    all.put(
        "deflate-zlib",
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    JSON + "\r\nContent-Encoding: deflate", deflate(Content.of(path), false))));
    all.put(
        "deflate-raw",
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    JSON + "\r\nContent-Encoding: deflate", deflate(Content.of(path), true))));
    // Brotli of an uncompressed block would do as well: nobody asked for it and nobody reads it.
    all.put("brotli-unasked", with(JSON + "\r\nContent-Encoding: br"));
    all.put("encoding-unknown", with(JSON + "\r\nContent-Encoding: zippy"));
    all.put(
        "gzip-twice",
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    JSON + "\r\nContent-Encoding: gzip, gzip",
                    Content.gzip(Content.gzip(Content.of(path))))));
  }

  /** A GiB of blanks, about 1 MB packed: ten MiB whose compressed form is repeated. */
  private static byte[] bomb() {
    byte[] part = new byte[10 * 1024 * 1024];
    Arrays.fill(part, (byte) ' ');
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(part);
    byte[] packed = new byte[100_000];
    byte[] once =
        Arrays.copyOf(packed, deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH));
    deflater.end();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    for (int i = 0; i < 100; i++) {
      all.writeBytes(once);
    }
    // An empty last block. Nobody comes as far as to miss the checksum.
    all.writeBytes(new byte[] {3, 0});
    return all.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean bare) {
    Deflater deflater = new Deflater(6, bare);
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length + 100];
    int size = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, size);
  }

  private static Behaviour.Above declared(String length, boolean stayOpen) {
    return to -> {
      byte[] file = Content.of(to.next());
      to.send(HEAD + "Content-Length: " + length(length, file) + "\r\n\r\n");
      to.send(file);
      if (stayOpen) {
        to.stall();
      }
    };
  }

  private static String length(String length, byte[] file) {
    return length.startsWith("+") || length.startsWith("-")
        ? String.valueOf(file.length + Integer.parseInt(length))
        : length;
  }

  private static void lengths(Map<String, Behaviour.Above> all) {
    all.put(
        "length-too-short",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.send(HEAD + "Content-Length: " + (file.length - 10) + "\r\n\r\n");
              to.send(file);
            }));
    all.put("length-too-long", declared("+100", false));
    all.put("length-too-long-open", declared("+100", true));
    all.put("length-huge", declared("99999999999999999999", true));
    all.put("length-10gb", declared("10000000000", true));
    all.put("length-minus", declared("0x20", true));
    all.put(
        "length-2mb-declared",
        Behaviour.kept((to, path) -> to.answer(JSON, Content.padded(path, 2 * 1024 * 1024))));
    all.put(
        "chunked-2mb",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.padded(path, 2 * 1024 * 1024);
              to.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
              for (int i = 0; i < file.length; i += 16_384) {
                to.send(chunk(file, i, Math.min(file.length, i + 16_384), ""));
              }
              to.send("0\r\n\r\n");
            }));
    all.put(
        "size-900k",
        Behaviour.kept((to, path) -> to.answer(JSON, Content.padded(path, 900 * 1024))));
    all.put(
        "length-and-chunked",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.send(HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
              to.send(chunk(file, 0, file.length, ""));
              to.send("0\r\n\r\n");
            }));
    all.put(
        "length-conflict",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.send(HEAD + "Content-Length: 5\r\nContent-Length: " + file.length + "\r\n\r\n");
              to.send(file);
            }));
    all.put(
        "length-twice-same",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.answer(JSON + "\r\nContent-Length: " + file.length, file);
            }));
    all.put("chunked-huge-size", chunks("FFFFFFFFFFFFFFFFF\r\n[]"));
    all.put("chunked-size-7fffffff", chunks("7FFFFFFF\r\n[]"));
    all.put("chunked-truncated", chunks("2\r\n[]\r\n"));
    all.put("chunked-no-final-line", chunks("2\r\n[]\r\n0\r\n"));
    all.put(
        "chunked-long-extension", chunks("2;" + "a".repeat(1024 * 1024) + "\r\n[]\r\n0\r\n\r\n"));
    all.put("te-unknown", declaredCoding("zippy"));
    all.put("te-chunked-twice", declaredCoding("chunked, chunked"));
    all.put(
        "no-close-notify-truncated",
        to -> {
          byte[] file = Content.of(to.next());
          to.send("HTTP/1.1 " + JSON + "\r\nConnection: close\r\n\r\n");
          to.send(Arrays.copyOf(file, file.length / 2));
          to.fin();
        });
  }

  private static Behaviour.Above chunks(String raw) {
    return to -> {
      to.next();
      to.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + raw);
    };
  }

  private static Behaviour.Above declaredCoding(String coding) {
    return to -> {
      byte[] file = Content.of(to.next());
      to.send(HEAD + "Transfer-Encoding: " + coding + "\r\n\r\n");
      to.send(chunk(file, 0, file.length, ""));
      to.send("0\r\n\r\n");
    };
  }

  static byte[] chunk(byte[] file, int from, int to, String extension) {
    return Content.joined(
        (Integer.toHexString(to - from) + extension + "\r\n").getBytes(StandardCharsets.US_ASCII),
        Arrays.copyOfRange(file, from, to),
        new byte[] {'\r', '\n'});
  }

  private static void stalls(Map<String, Behaviour.Above> all) {
    all.put(
        "stall-after-request",
        to -> {
          to.next();
          to.stall();
        });
    all.put(
        "slow-headers",
        to -> {
          to.next();
          to.drip(HEAD.getBytes(StandardCharsets.US_ASCII));
        });
    all.put(
        "slow-drip",
        to -> {
          byte[] file = Content.of(to.next());
          to.send(HEAD + "Content-Length: " + file.length + "\r\n\r\n");
          to.drip(file);
        });
    all.put(
        "slow-drip-chunks",
        to -> {
          to.next();
          to.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
          while (true) {
            to.send("1\r\n \r\n");
            Conversation.pause(1000);
          }
        });
    all.put(
        "stall-mid-body",
        to -> {
          byte[] file = Content.of(to.next());
          to.send(HEAD + "Content-Length: " + file.length + "\r\n\r\n");
          to.send(Arrays.copyOf(file, 20));
          to.stall();
        });
    all.put(
        "endless-body-close",
        to -> {
          to.next();
          to.send(HEAD + "\r\n");
          to.flood(new byte[] {' ', ' '});
        });
    all.put(
        "endless-chunks",
        to -> {
          to.next();
          to.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
          to.flood(
              "1;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n \r\n"
                  .getBytes(StandardCharsets.US_ASCII));
        });
    all.put(
        "endless-trailers",
        to -> {
          to.next();
          to.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n");
          to.flood("X-More: yes\r\n".getBytes(StandardCharsets.US_ASCII));
        });
  }

  private static void heads(Map<String, Behaviour.Above> all) {
    all.put(
        "endless-headers",
        to -> {
          to.next();
          to.send("HTTP/1.1 200 OK\r\n");
          to.flood(("X-More: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        });
    all.put(
        "endless-header-line",
        to -> {
          to.next();
          to.send("HTTP/1.1 200 OK\r\nX-More: ");
          to.flood(new byte[] {'x', 'y'});
        });
    all.put(
        "endless-1xx",
        to -> {
          to.next();
          to.flood("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    all.put(
        "endless-1xx-slow",
        to -> {
          to.next();
          while (true) {
            to.send("HTTP/1.1 102 Processing\r\n\r\n");
            Conversation.pause(1000);
          }
        });
    all.put(
        "one-1xx",
        Behaviour.kept(
            (to, path) -> {
              to.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
              to.answer(JSON, Content.of(path));
            }));
    all.put("header-1mb", with(JSON + "\r\nX-Big: " + "x".repeat(1024 * 1024)));
    all.put("header-ansi", with(JSON + "\r\nServer: \u001b]0;x\u0007\u001b[2J\u009b31m"));
    all.put("header-bare-cr", with(JSON + "\r\nX-Cr: a\rSet-Cookie: b=c"));
    all.put(
        "header-lf-only",
        Behaviour.kept(
            (to, path) -> {
              byte[] file = Content.of(path);
              to.send(
                  "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: "
                      + file.length
                      + "\n\n");
              to.send(file);
            }));
    all.put("header-cookie", with(JSON + "\r\nSet-Cookie: SESSION=abc; Path=/"));
    all.put("header-utf8", with(JSON + "\r\nX-Utf: \u00c3\u00bc\r\nX-Latin: \u00fc"));
    all.put("header-folded", with(JSON + "\r\nX-Long: a\r\n  b"));
    all.put("header-no-colon", with(JSON + "\r\nnonsense"));
    all.put("header-space-name", with(JSON + "\r\nContent-Length : 5"));
    all.put("reason-ansi", with("404 \u001b[31mNot\u001b[0m Found"));
    all.put("reason-html", with("403 <script>alert(1)</script>"));
    all.put("http-version-9", line("HTTP/9.9 200 OK"));
    all.put("icy", line("ICY 200 OK"));
    all.put("status-101", with("101 Switching Protocols\r\nUpgrade: x"));
  }

  private static Behaviour.Above line(String first) {
    return to -> {
      byte[] file = Content.of(to.next());
      to.send(
          first
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + file.length
              + "\r\n\r\n");
      to.send(file);
    };
  }

  private static void connections(Map<String, Behaviour.Above> all) {
    all.put("empty-reply", to -> to.next());
    all.put(
        "fin-mid-headers",
        to -> {
          to.next();
          to.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
        });
    all.put(
        "reset-before-headers",
        to -> {
          to.next();
          to.reset();
        });
    all.put(
        "reset-mid-body",
        to -> {
          byte[] file = Content.of(to.next());
          to.send(HEAD + "Content-Length: " + file.length + "\r\n\r\n");
          to.send(Arrays.copyOf(file, 30));
          Conversation.pause(50);
          to.reset();
        });
    byte[] poison =
        "HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\npoison"
            .getBytes(StandardCharsets.US_ASCII);
    all.put(
        "keepalive-poison",
        Behaviour.kept((to, path) -> to.send(Content.joined(answer(path), poison))));
    all.put(
        "keepalive-poison-later",
        Behaviour.kept(
            (to, path) -> {
              to.send(answer(path));
              to.send(poison);
            }));
    all.put(
        "keepalive-poison-much-later",
        to -> {
          to.send(answer(to.next()));
          to.next();
          to.send(poison);
          Conversation.pause(20);
          to.send(poison);
        });
    all.put(
        "keepalive-stall",
        to -> {
          to.send(answer(to.next()));
          to.next();
          to.stall();
        });
    all.put(
        "keepalive-408",
        to -> {
          to.send(answer(to.next()));
          to.send("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        });
    all.put("keepalive-close", to -> to.send(answer(to.next())));
    byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    byte[] goAway = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13};
    byte[] resetStream = {0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 2};
    byte[] continuation = {0, 0, 1, 9, 0, 0, 0, 0, 1, 0};
    // Without ALPN nobody has agreed to HTTP/2; these speak it all the same.
    all.put("h2-only", to -> to.send(Content.joined(settings, goAway)));
    all.put("h2-http11-required", to -> to.send(Content.joined(settings, goAway)));
    all.put(
        "h2-rst-stream",
        to -> {
          to.send(Content.joined(settings, resetStream));
          to.stall();
        });
    all.put(
        "h2-continuation-flood",
        to -> {
          to.send(settings);
          to.flood(continuation);
        });
    all.put(
        "h2-stall",
        to -> {
          to.send(settings);
          to.stall();
        });
  }

  private static byte[] answer(String path) {
    byte[] file = Content.of(path);
    return Content.joined(
        (HEAD + "Content-Length: " + file.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII),
        file);
  }
}
