package dev.wellknown.rule;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Attempt;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.CertificateProblem;
import dev.wellknown.fetch.Connection;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Header;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Malformed;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Oddity;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Seen;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.fetch.Timings;
import dev.wellknown.fetch.Tls;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.rule.serving.Serving;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server did, written down by hand, as an HTTP exchange with facts about it:
 *
 * <pre>
 * GET https://shop.example.com/.well-known/assetlinks.json
 * ! address 192.0.2.1, 192.0.2.2
 * HTTP/1.1 404 Not Found
 * Content-Type: text/html
 *
 * body
 * </pre>
 *
 * <p>Facts begin with an exclamation mark: {@code fails REASON …} in place of an answer, {@code
 * certificate}, {@code address}, {@code connected}, {@code mapped}, {@code proxied}, {@code time},
 * {@code attempt}, {@code odd}, {@code incomplete}, {@code bytes} (in hexadecimal digits), {@code
 * size} (the body is filled up with blanks). {@code \xNN} in a header is a byte. More exchanges may
 * follow: for the root of the host, for its name with a final dot, with the {@code User-Agent} of a
 * crawler, with a platform's service, or with the source of a gateway. The time is 2026-11-21 12:00
 * UTC.
 */
final class Recording {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** The last one is that of a gateway's source. */
  private static final Set<String> COPIES =
      Set.of(
          "app-site-association.cdn-apple.com",
          "digitalassetlinks.googleapis.com",
          "files.example.com");

  private static final Pattern START = Pattern.compile("(?m)^(?=GET https?://)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");

  private final URI uri;
  private boolean asCrawler;
  private @Nullable Failure failure;
  private final List<ServerCertificate> chain = new ArrayList<>();
  private List<InetAddress> addresses = List.of();
  private @Nullable InetAddress connected;
  private boolean mapped;
  private boolean proxied;
  private Timings timings = Timings.UNKNOWN;
  private Duration took = Duration.ZERO;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
  private @Nullable Incomplete incomplete;
  private @Nullable String bytes;
  private int size;

  private Recording(URI uri) {
    this.uri = uri;
  }

  /** Reads what was written down. */
  static Serving serving(String text) {
    Observation answer = null;
    Observation root = null;
    Observation crawler = null;
    Observation dot = null;
    for (String part : START.split(text)) {
      if (part.isBlank()) {
        continue;
      }
      Recording recording = of(part);
      if (isCopy(recording.uri)) {
        continue;
      }
      Observation seen = recording.read(part);
      if (answer == null) {
        answer = seen;
      } else if (recording.asCrawler) {
        crawler = seen;
      } else if (recording.uri.getHost().endsWith(".")) {
        dot = seen;
      } else {
        root = seen;
      }
    }
    Kind kind = text.contains("apple-app-site-association") ? Kind.AASA : Kind.ASSETLINKS;
    return new Serving(
        kind,
        answer,
        Optional.ofNullable(root),
        Optional.ofNullable(crawler),
        Optional.ofNullable(dot),
        NOW);
  }

  /** What was answered elsewhere: by a platform's service, or at the URL of a gateway's source. */
  static List<Observation> copies(String text) {
    List<Observation> copies = new ArrayList<>();
    for (String part : START.split(text)) {
      if (!part.isBlank() && isCopy(of(part).uri)) {
        copies.add(of(part).read(part));
      }
    }
    return copies;
  }

  private static Recording of(String part) {
    return new Recording(URI.create(part.lines().findFirst().get().substring(4)));
  }

  private static boolean isCopy(URI uri) {
    return COPIES.contains(uri.getHost());
  }

  private Observation read(String part) {
    String[] lines = part.split("\n", -1);
    int at = 1;
    while (at < lines.length && !lines[at].startsWith("HTTP/")) {
      if (lines[at].startsWith("! ")) {
        fact(lines[at].substring(2));
      } else if (lines[at].startsWith("User-Agent: ")) {
        asCrawler = true;
      } else if (!lines[at].isBlank()) {
        throw new IllegalArgumentException(lines[at]);
      }
      at++;
    }
    Failure failed = failure;
    if (failed != null) {
      attempts.add(new Attempt(Duration.ZERO, took, false, null, failed));
      return new Unreachable(uri, attempts, connection(), failed, timings);
    }
    String[] status = lines[at++].split(" ", 3);
    List<Header> headers = new ArrayList<>();
    while (at < lines.length && !lines[at].isEmpty()) {
      String[] header = lines[at++].split(":", 2);
      headers.add(new Header(header[0], raw(header[1].strip())));
    }
    String body =
        at + 1 < lines.length
            ? String.join("\n", Arrays.asList(lines).subList(at + 1, lines.length))
            : "";
    int code = Integer.parseInt(status[1]);
    attempts.add(new Attempt(Duration.ZERO, took, false, code, null));
    return new Answered(
        uri,
        attempts,
        connection(),
        status[0],
        code,
        status.length < 3 ? "" : raw(status[2]),
        new Headers(headers),
        body(body.strip()),
        oddities,
        timings);
  }

  private void fact(String fact) {
    String[] words = fact.split("[ ,]+");
    switch (words[0]) {
      case "fails" -> failure = failure(words);
      case "certificate" -> chain.add(certificate(fact.substring("certificate".length())));
      case "address" -> addresses = Arrays.stream(words).skip(1).map(Recording::address).toList();
      case "connected" -> connected = address(words[1]);
      case "mapped" -> mapped = true;
      case "proxied" -> proxied = true;
      case "time" -> times(words);
      case "attempt" -> attempts.add(attempt(words));
      case "odd" -> oddities.add(Oddity.valueOf(words[1]));
      case "incomplete" -> incomplete = Incomplete.valueOf(words[1]);
      case "bytes" -> bytes = words[1];
      case "size" -> size = Integer.parseInt(words[1]);
      default -> throw new IllegalArgumentException(fact);
    }
  }

  private static Failure failure(String[] words) {
    Reason reason = Reason.valueOf(words[1]);
    return switch (reason) {
      case CERTIFICATE -> {
        List<CertificateProblem> problems = new ArrayList<>();
        for (int i = 2; i < words.length; i += 2) {
          problems.add(
              new CertificateProblem(
                  CertificateProblem.Kind.valueOf(words[i]), Integer.parseInt(words[i + 1])));
        }
        yield Failure.of(problems);
      }
      case MALFORMED -> Failure.of(Malformed.valueOf(words[2]));
      case NOT_TLS -> Failure.of(Seen.valueOf(words[2]));
      default -> {
        Phase phase = words.length > 2 ? Phase.valueOf(words[2]) : Phase.ANSWER;
        yield words.length > 3
            ? Failure.of(reason, phase, Integer.parseInt(words[3]))
            : Failure.of(reason, phase);
      }
    };
  }

  /** Parts divided by bars: subject, names, issuer, from, until, key, signature; all may lack. */
  private static ServerCertificate certificate(String text) {
    String subject = "CN=shop.example.com";
    String issuer = "CN=R11,O=Let's Encrypt,C=US";
    List<String> names = List.of("shop.example.com");
    Instant from = Instant.parse("2026-10-01T00:00:00Z");
    Instant until = Instant.parse("2026-12-30T00:00:00Z");
    String key = "RSA";
    int bits = 2048;
    String signature = "SHA256withRSA";
    for (String part : text.split("\\|")) {
      String[] words = part.strip().split(" +", 2);
      String value = words.length < 2 ? "" : words[1];
      switch (words[0]) {
        case "" -> {}
        case "subject" -> subject = value;
        case "issuer" -> issuer = value;
        case "names" -> names = value.isEmpty() ? List.of() : List.of(value.split("[ ,]+"));
        case "from" -> from = Instant.parse(value);
        case "until" -> until = Instant.parse(value);
        case "key" -> {
          key = value.split(" ")[0];
          bits = Integer.parseInt(value.split(" ")[1]);
        }
        case "signature" -> signature = value;
        default -> throw new IllegalArgumentException(part);
      }
    }
    return new ServerCertificate(
        subject, names, issuer, from, until, key, bits, signature, "00".repeat(32));
  }

  private static Attempt attempt(String[] words) {
    boolean isStatus = Character.isDigit(words[1].charAt(0));
    return new Attempt(
        Duration.ZERO,
        Duration.ofMillis(20),
        false,
        isStatus ? Integer.valueOf(words[1]) : null,
        isStatus ? null : Failure.of(Reason.valueOf(words[1]), Phase.ANSWER));
  }

  /** Pairs of a step and its milliseconds. */
  private void times(String[] words) {
    Duration name = null;
    Duration connect = null;
    Duration tls = null;
    Duration firstByte = null;
    Duration whole = Duration.ZERO;
    for (int i = 1; i < words.length; i += 2) {
      Duration time = Duration.ofMillis(Long.parseLong(words[i + 1].replace("ms", "")));
      switch (words[i]) {
        case "name" -> name = time;
        case "connect" -> connect = time;
        case "tls" -> tls = time;
        case "firstByte" -> firstByte = time;
        case "whole" -> whole = time;
        default -> throw new IllegalArgumentException(words[i]);
      }
    }
    took = whole;
    timings = new Timings(name, connect, tls, firstByte, whole);
  }

  private Connection connection() {
    InetAddress used =
        connected == null && !addresses.isEmpty() && !isBeforeConnecting()
            ? addresses.get(0)
            : connected;
    Tls tls = chain.isEmpty() ? null : new Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256", chain);
    return new Connection(addresses, used, mapped, proxied, tls);
  }

  private boolean isBeforeConnecting() {
    Failure failed = failure;
    return failed != null && failed.reason() == Reason.ADDRESS_REFUSED;
  }

  private Body body(String text) {
    String hex = bytes;
    byte[] content =
        hex == null ? text.getBytes(StandardCharsets.UTF_8) : HexFormat.of().parseHex(hex);
    if (size > content.length) {
      int before = content.length;
      content = Arrays.copyOf(content, size);
      Arrays.fill(content, before, size, (byte) ' ');
    }
    return new Body(content, content.length, incomplete);
  }

  private static String raw(String text) {
    String escaped = ESCAPE.matcher(text).replaceAll(Recording::unescaped);
    byte[] utf8 = escaped.getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.ISO_8859_1);
  }

  private static String unescaped(MatchResult match) {
    return java.util.regex.Matcher.quoteReplacement(
        String.valueOf((char) Integer.parseInt(match.group(1), 16)));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
