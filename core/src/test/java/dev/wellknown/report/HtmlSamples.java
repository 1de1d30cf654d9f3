package dev.wellknown.report;

import dev.wellknown.examine.Evidence;
import dev.wellknown.examine.FileFacts;
import dev.wellknown.examine.HeldRules;
import dev.wellknown.examine.InputKind;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Attempt;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.Connection;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.fetch.Timings;
import dev.wellknown.fetch.Tls;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports with evidence, as a page shows it. */
final class HtmlSamples {

  static final Instant MADE = Instant.parse("2026-11-21T12:34:56Z");

  private static final HeldRules HELD =
      Samples.held(
          "serving/slow", "json/not-json", "assetlinks/empty-list", "agreement/app-missing");

  private HtmlSamples() {}

  static String page(Report report) {
    HtmlRendering rendering = new HtmlRendering(MADE);
    report.targets().forEach(rendering::target);
    return rendering.end(report, report.tally());
  }

  static Report check(TargetReport... targets) {
    return new Report("check", true, List.of(), List.of(targets), List.of());
  }

  /** A host whose file breaks some readers, with a difference behind that. */
  static TargetReport broken(String host) {
    String url = "https://" + host + "/.well-known/assetlinks.json";
    String file =
        """
        [
          {
            "relation": ["delegate_permission/common.handle_all_urls"],
            "target": {
              "namespace": "android_app",
              "package_name": "com.cornershop.app",
              "sha256_cert_fingerprints": ["3c:91:0b:5e:d2:77"]
            }
          }
        ]
        """;
    Finding lower =
        Finding.of(
                Samples.rule("assetlinks/fingerprint-lower-case"),
                new Location(url, "/0/target/sha256_cert_fingerprints/0", 7, 36),
                "fingerprint \"3c:91:0b:5e:d2:77\" has lower-case letters",
                "write it in capitals: \"3C:91:0B:5E:D2:77\"")
            .withApp("com.cornershop.app")
            .withSeen("3c:91:0b:5e:d2:77");
    Finding behind =
        Finding.of(
                Samples.rule("agreement/app-missing"),
                Location.of(url),
                "app \"com.cornershop.next\" of the registration is missing",
                "publish the generated file")
            .withBreaks(lower.breaks());
    Finding slow =
        Finding.of(
                Samples.rule("serving/not-cacheable"),
                Location.of(url),
                "the answer may not be cached",
                "send Cache-Control: max-age=3600")
            .withBreaks(Set.of());
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    for (Reader reader : Reader.of(Platform.ANDROID)) {
      verdicts.put(reader, lower.breaks().contains(reader) ? Verdict.FAIL : Verdict.PASS);
    }
    return new TargetReport(
        host,
        verdicts,
        List.of(answered(url, file, "Set-Cookie", "SESSION=abc123; Secure", "X-Odd", "a\u001b[2J")),
        List.of(new Reported(slow, "a1"), new Reported(behind, "a2"), new Reported(lower, "a3")),
        List.of(),
        HELD,
        Optional.empty());
  }

  /** A host that nothing is to be said against. */
  static TargetReport good(String host) {
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    Reader.of(Platform.ANDROID).forEach(reader -> verdicts.put(reader, Verdict.PASS));
    return new TargetReport(
        host,
        verdicts,
        List.of(answered("https://" + host + "/.well-known/assetlinks.json", "[]\n")),
        List.of(),
        List.of(),
        HELD,
        Optional.empty());
  }

  /** A host that did not answer. */
  static TargetReport silent(String host) {
    String url = "https://" + host + "/.well-known/assetlinks.json";
    Finding silence =
        Finding.of(
                Samples.rule("serving/timed-out"),
                Location.of(url),
                "no answer within 10 s",
                "look again")
            .withSeverity(Severity.WARNING)
            .withBreaks(Set.of())
            .withUndecided(Reader.of(Platform.ANDROID));
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    Reader.of(Platform.ANDROID).forEach(reader -> verdicts.put(reader, Verdict.UNKNOWN));
    Unreachable seen = Unreachable.of(URI.create(url), Failure.of(Reason.TIMED_OUT, Phase.CONNECT));
    FileFacts facts =
        new FileFacts(InputKind.ASSETLINKS, url, null, null, 0, null, 10_000L, "timed-out");
    return new TargetReport(
        host,
        verdicts,
        List.of(facts.withEvidence(Optional.of(new Evidence.Exchange(InputKind.ASSETLINKS, seen)))),
        List.of(new Reported(silence, "b1")),
        List.of("what " + url + " says: no file could be had"),
        Samples.held("serving/timed-out"),
        Optional.empty());
  }

  /** A target whose host sent one value wherever it could. */
  static TargetReport hostile(String value) {
    TargetReport said = Samples.holding(value);
    List<FileFacts> files = new ArrayList<>(said.files());
    String url = "https://hostile.example/.well-known/assetlinks.json";
    files.add(answered(url, "[\n" + value, value.isEmpty() ? "x" : value, value));
    files.add(
        new FileFacts(InputKind.ASSETLINKS, value, 200, value, 2, "ab".repeat(32), 1L, value));
    List<Reported> findings = new ArrayList<>(said.findings());
    findings.add(
        new Reported(
            Finding.of(Samples.rule("json/not-json"), new Location(url, value, 2, 3), value, value),
            "h"));
    return new TargetReport(
        value, said.verdicts(), files, findings, List.of(value), Samples.held(), Optional.empty());
  }

  static Report hostileReport(String value) {
    return new Report(
        "check", false, List.of(value), List.of(hostile(value)), List.of(value), List.of(value));
  }

  /** So many hosts, every tenth of them broken. */
  static Report many(int hosts) {
    List<TargetReport> targets = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      String host = String.format("host-%05d.example.com", i);
      targets.add(i % 10 == 3 ? broken(host) : i % 50 == 7 ? silent(host) : good(host));
    }
    return check(targets.toArray(TargetReport[]::new));
  }

  private static FileFacts answered(String url, String file, String... more) {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    headers.addAll(List.of(more));
    Answered seen =
        new Answered(
            URI.create(url),
            List.of(new Attempt(Duration.ZERO, Duration.ofMillis(42), false, 200, null)),
            new Connection(addresses(), addresses().get(0), false, false, tls(url)),
            "HTTP/1.1",
            200,
            "OK",
            Headers.of(headers.toArray(String[]::new)),
            Body.of(file.getBytes(StandardCharsets.UTF_8)),
            Set.of(),
            new Timings(
                Duration.ofMillis(4),
                Duration.ofMillis(9),
                Duration.ofMillis(17),
                Duration.ofMillis(10),
                Duration.ofMillis(42)));
    int size = seen.body().size();
    return new FileFacts(
            InputKind.ASSETLINKS,
            url,
            200,
            "application/json",
            size,
            seen.body().sha256(),
            42L,
            null)
        .withEvidence(Optional.of(new Evidence.Exchange(InputKind.ASSETLINKS, seen)));
  }

  private static List<InetAddress> addresses() {
    try {
      return List.of(
          InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 17}),
          InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 18}));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tls tls(String url) {
    return new Tls(
        "TLSv1.3",
        "TLS_AES_128_GCM_SHA256",
        List.of(
            new ServerCertificate(
                "CN=" + URI.create(url).getHost(),
                List.of(URI.create(url).getHost(), "www.example.com"),
                "CN=Example Issuing CA,O=Example",
                MADE.minus(Duration.ofDays(30)),
                MADE.plus(Duration.ofDays(60)),
                "EC",
                256,
                "SHA256withECDSA",
                "ab".repeat(32)),
            new ServerCertificate(
                "CN=Example Issuing CA,O=Example",
                List.of(),
                "CN=Example Root",
                MADE.minus(Duration.ofDays(900)),
                MADE.plus(Duration.ofDays(900)),
                "RSA",
                4096,
                "SHA256withRSA",
                "cd".repeat(32))));
  }
}
