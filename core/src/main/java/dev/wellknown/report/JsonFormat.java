package dev.wellknown.report;

import dev.wellknown.examine.FileFacts;
import dev.wellknown.examine.Generation;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Statement;
import dev.wellknown.examine.StatementTarget;
import dev.wellknown.examine.Statements;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.JsonText;
import dev.wellknown.rule.RuleCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON for programs, as {@code schemas/report.schema.json} describes it. */
public final class JsonFormat {

  private JsonFormat() {}

  /** A report. */
  public static String json(Report report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-report/1");
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("name", "wellknown");
    tool.put("version", Version.TEXT);
    root.put("tool", tool);
    root.put("command", report.command());
    root.put("complete", report.complete());
    root.put("conditions", report.conditions());
    Map<String, Object> summary = new LinkedHashMap<>();
    Report.Tally tally = report.tally();
    summary.put("targets", tally.targets());
    for (Verdict verdict : Verdict.values()) {
      summary.put(verdict.id(), tally.count(verdict));
    }
    for (Severity severity : Severity.values()) {
      summary.put(severity.id() + "s", tally.count(severity));
    }
    root.put("summary", summary);
    root.put("targets", report.targets().stream().map(JsonFormat::target).toList());
    if (!report.unusable().isEmpty()) {
      root.put("unusable", report.unusable());
    }
    if (!report.notices().isEmpty()) {
      root.put("notices", report.notices());
    }
    return JsonText.pretty(root);
  }

  /** One target as a line of its own, with its line end (NDJSON). */
  public static String line(TargetReport report) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("format", "wellknown-target/1");
    line.putAll(target(report));
    return JsonText.compact(line) + "\n";
  }

  private static Map<String, Object> target(TargetReport report) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("target", report.name());
    target.put("verdict", report.verdict().id());
    Map<String, Object> verdicts = new LinkedHashMap<>();
    report.verdicts().forEach((reader, verdict) -> verdicts.put(reader.id(), verdict.id()));
    target.put("verdicts", verdicts);
    target.put("files", report.files().stream().map(JsonFormat::file).toList());
    target.put("findings", findings(report.findings()));
    if (!report.notExamined().isEmpty()) {
      target.put("notExamined", report.notExamined());
    }
    report.diagnosis().ifPresent(each -> DiagnosisJson.addTo(target, each));
    return target;
  }

  private static Map<String, @Nullable Object> file(FileFacts facts) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("kind", facts.kind().id());
    file.put("url", facts.url());
    file.put("status", facts.status());
    file.put("contentType", facts.contentType());
    file.put("bytes", facts.bytes());
    file.put("sha256", facts.sha256());
    file.put("millis", facts.millis());
    file.put("error", facts.error());
    return file;
  }

  static List<Map<String, @Nullable Object>> findings(List<Reported> findings) {
    return findings.stream().map(JsonFormat::finding).toList();
  }

  private static Map<String, @Nullable Object> finding(Reported reported) {
    Finding finding = reported.finding();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("rule", finding.rule().id());
    object.put("stage", stage(finding.stage()));
    object.put("severity", finding.severity().id());
    object.put("breaks", ids(finding.breaks()));
    object.put("undecided", ids(finding.undecided()));
    object.put("app", finding.app());
    object.put("message", finding.message());
    object.put("seen", finding.seen());
    object.put("expected", finding.expected());
    object.put("fix", finding.fix());
    object.put("evidence", finding.evidence().id());
    object.put("location", location(finding.location()));
    object.put("fingerprint", reported.fingerprint());
    object.put("baselined", reported.isBaselined());
    return object;
  }

  private static Map<String, Object> location(Location location) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("uri", location.uri());
    if (location.pointer() != null) {
      object.put("pointer", location.pointer());
    }
    if (location.line() != null && location.column() != null) {
      object.put("line", location.line());
      object.put("column", location.column());
    }
    return object;
  }

  private static @Nullable String stage(@Nullable Stage stage) {
    return stage == null ? null : stage.id();
  }

  private static List<String> ids(Set<Reader> readers) {
    return readers.stream().map(Reader::id).toList();
  }

  /** What was generated. */
  public static String json(Generation generation) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-generate/1");
    root.put("files", generation.files().stream().map(JsonFormat::file).toList());
    root.put("findings", findings(generation.findings()));
    root.put("leftAlone", generation.leftAlone());
    return JsonText.pretty(root);
  }

  private static Map<String, Object> file(Generation.GeneratedFile generated) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("path", generated.path());
    file.put("kind", generated.publication().kind().id());
    file.put("bytes", generated.publication().bytes().length);
    file.put("changed", generated.changed());
    return file;
  }

  /**
   * What a site states.
   *
   * @param conditions every relaxation that was used
   */
  public static String json(Statements answer, List<String> conditions) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-statements/1");
    root.put("source", answer.source());
    root.put("statements", answer.statements().stream().map(JsonFormat::statement).toList());
    root.put("linked", answer.linked().orElse(null));
    root.put("errorCodes", answer.errorCodes().stream().map(Enum::name).toList());
    if (!conditions.isEmpty()) {
      root.put("conditions", conditions);
    }
    return JsonText.pretty(root);
  }

  private static Map<String, Object> statement(Statement statement) {
    Map<String, Object> target = new LinkedHashMap<>();
    Map<String, Object> parts = new LinkedHashMap<>();
    if (statement.target() instanceof StatementTarget.AndroidApp app) {
      parts.put("packageName", app.packageName());
      parts.put("sha256CertFingerprint", app.fingerprint());
      target.put("androidApp", parts);
    } else if (statement.target() instanceof StatementTarget.Web web) {
      parts.put("site", web.site());
      target.put("web", parts);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("relation", statement.relation());
    object.put("target", target);
    return object;
  }

  /** Rules, each with its page. */
  public static String json(List<RuleInfo> rules) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-rules/1");
    root.put("rules", rules.stream().map(JsonFormat::rule).toList());
    return JsonText.pretty(root);
  }

  private static Map<String, @Nullable Object> rule(RuleInfo rule) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("rule", rule.id());
    object.put("stage", stage(rule.stage()));
    object.put("severity", rule.severity().id());
    object.put("breaks", ids(rule.breaks()));
    object.put("summary", rule.summary());
    object.put("page", RuleCatalog.page(rule.id()));
    return object;
  }
}
