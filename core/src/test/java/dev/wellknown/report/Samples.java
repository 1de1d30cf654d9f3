package dev.wellknown.report;

import dev.wellknown.examine.Baseline;
import dev.wellknown.examine.FileFacts;
import dev.wellknown.examine.HeldRules;
import dev.wellknown.examine.InputKind;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Severities;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import dev.wellknown.rule.RuleCatalog;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports to be written, with one of everything that a report may hold. */
final class Samples {

  static final String HOST = "shop.example.com";
  static final String URL = "https://" + HOST + "/.well-known/assetlinks.json";

  private Samples() {}

  static RuleInfo rule(String id) {
    return RuleCatalog.find(id).orElseThrow();
  }

  static Setting setting() {
    return new Setting(
        new TextFormat(new Style(false, true), Detail.NORMAL, Severity.ERROR),
        Optional.of(Severity.ERROR),
        name -> name.startsWith("./") ? name.substring(2) : name);
  }

  static String text(Format format, Report report) {
    Rendering rendering = format.rendering(setting());
    StringBuilder out = new StringBuilder();
    report.targets().forEach(target -> out.append(rendering.target(target)));
    return out.append(rendering.end(report, report.tally())).toString();
  }

  static Report report() {
    return new Report(
        "check",
        true,
        List.of("connect-to ::127.0.0.1:8443"),
        List.of(redirected(), file(), silent(), good()),
        List.of("missing.json does not exist"),
        List.of(
            "baseline entry 77aa (aasa/too-large at wide.json) is no longer needed: remove it"));
  }

  static Report of(TargetReport... targets) {
    return new Report("validate", true, List.of(), List.of(targets), List.of());
  }

  /** A host of a registration whose file cannot be had, and an error of a later stage. */
  static TargetReport redirected() {
    Finding later =
        Finding.of(
            rule("agreement/app-missing"),
            Location.of(URL),
            "app \"com.example\" is missing",
            "publish the generated file");
    Finding redirect =
        Finding.of(
                rule("serving/redirect"),
                Location.of(URL),
                "status 301 leads to \"https://www.example.com/?a=%41,b:c\"",
                "serve the file here")
            .withSeen("301")
            .withExpected("200")
            .withBreaks(Set.of(Reader.GOOGLE_API, Reader.ANDROID_12))
            .withUndecided(Set.of(Reader.CHROME));
    return new TargetReport(
        HOST,
        verdicts(Platform.ANDROID, Verdict.FAIL),
        List.of(live(URL, 301)),
        List.of(new Reported(later, "5f0c1e"), new Reported(redirect, "5f0c1d")),
        List.of("what " + URL + " says: no file could be had"),
        held("serving/redirect", "serving/slow"),
        Optional.of(new Location("./wellknown.yaml", "/hosts/0", 3, 9)));
  }

  /** Local files with an error, and one that a baseline accepts. */
  static TargetReport file() {
    Finding lower =
        Finding.of(
                rule("assetlinks/fingerprint-lower-case"),
                new Location(
                    "./my site/é/assetlinks.json", "/0/target/sha256_cert_fingerprints/0", 11, 9),
                "fingerprint \"3c:91\" has lower-case letters",
                "write it in capitals: \"3C:91\"")
            .withApp("com.example")
            .withSeen("3c:91");
    Finding old =
        Finding.of(
            rule("json/duplicate-member"),
            new Location("./my site/é/assetlinks.json", "/0/relation", 2, 3),
            "member \"relation\" stands twice",
            "keep one of them");
    Baseline.Entry entry =
        new Baseline.Entry(
            "b1",
            old.rule().id(),
            "./my site",
            "./my site/é/assetlinks.json",
            "the vendor mends it | soon",
            Optional.of(LocalDate.of(2027, 1, 31)));
    return new TargetReport(
        "./my site",
        verdicts(Platform.ANDROID, Verdict.FAIL),
        List.of(
            new FileFacts(
                InputKind.ASSETLINKS,
                "./my site/é/assetlinks.json",
                null,
                null,
                20,
                "ab".repeat(32),
                null,
                null)),
        List.of(new Reported(old, "b1", Optional.of(entry)), new Reported(lower, "0f61")),
        List.of(),
        held("json/duplicate-member", "json/not-json", "assetlinks/fingerprint-lower-case"),
        Optional.empty());
  }

  /** A host that did not answer, and that no registration names. */
  static TargetReport silent() {
    String url = "https://gone.example.com/.well-known/assetlinks.json";
    Finding silence =
        Finding.of(
                rule("serving/timed-out"), Location.of(url), "no answer within 10 s", "look again")
            .withBreaks(Set.of())
            .withUndecided(Reader.of(Platform.ANDROID));
    return new TargetReport(
        "gone.example.com",
        verdicts(Platform.ANDROID, Verdict.UNKNOWN),
        List.of(new FileFacts(InputKind.ASSETLINKS, url, null, null, 0, null, 10_000L, "timeout")),
        List.of(new Reported(silence, "7e57")),
        List.of("what " + url + " says: no file could be had"),
        held("serving/timed-out"),
        Optional.empty());
  }

  static TargetReport good() {
    return new TargetReport(
        "www.example.com",
        verdicts(Platform.APPLE, Verdict.PASS),
        List.of(live("https://www.example.com/.well-known/apple-app-site-association", 200)),
        List.of(),
        List.of(),
        held("aasa/too-large"),
        Optional.empty());
  }

  /** A target at which one value from outside stands wherever one may. */
  static TargetReport holding(String value) {
    Finding finding =
        Finding.of(
                rule("assetlinks/fingerprint-lower-case"),
                new Location(value, "/" + value, 1, 1),
                value,
                value)
            .withApp(value)
            .withSeen(value)
            .withExpected(value);
    return new TargetReport(
        value,
        verdicts(Platform.ANDROID, Verdict.FAIL),
        List.of(
            new FileFacts(InputKind.ASSETLINKS, "x", null, null, 2, "ab".repeat(32), null, null)),
        List.of(
            new Reported(finding, "aa"),
            new Reported(
                finding,
                "ab",
                Optional.of(
                    new Baseline.Entry("ab", value, value, value, value, Optional.empty())))),
        List.of(value),
        held(finding.rule().id()),
        Optional.of(new Location(value, null, 1, 1)));
  }

  /** These rules and no others. */
  static HeldRules held(String... ids) {
    Set<String> held = Set.of(ids);
    return new HeldRules(
        held.stream().map(id -> id.substring(0, id.indexOf('/'))).collect(Collectors.toSet()),
        Severities.UNCHANGED.ignoring(
            RuleCatalog.all().stream()
                .map(RuleInfo::id)
                .filter(id -> !held.contains(id))
                .collect(Collectors.toSet())));
  }

  private static FileFacts live(String url, int status) {
    boolean apple = url.endsWith("association");
    return new FileFacts(
        apple ? InputKind.AASA : InputKind.ASSETLINKS, url, status, null, 0, null, 31L, null);
  }

  private static Map<Reader, Verdict> verdicts(Platform platform, Verdict verdict) {
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    Reader.of(platform).forEach(reader -> verdicts.put(reader, verdict));
    return verdicts;
  }
}
