package dev.wellknown.report;

import dev.wellknown.examine.Diagnosis;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A diagnosis as members of its target. */
final class DiagnosisJson {

  private DiagnosisJson() {}

  static void addTo(Map<String, Object> target, Diagnosis diagnosis) {
    target.put(
        "diagnosis", diagnosis.entries().stream().map(each -> entry(each, diagnosis)).toList());
    target.put("commands", diagnosis.commands());
    target.put("advice", diagnosis.advice());
  }

  private static Map<String, @Nullable Object> entry(Diagnosis.Entry entry, Diagnosis diagnosis) {
    Finding cause = entry.cause();
    Platform platform = entry.platform();
    Reader reader = entry.reader();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("app", "*".equals(entry.app()) ? null : entry.app());
    object.put("platform", platform == null ? null : platform.id());
    object.put("reader", reader == null ? null : reader.id());
    object.put("stage", cause == null || cause.stage() == null ? null : cause.stage().id());
    object.put("rule", cause == null ? null : cause.rule().id());
    object.put("cause", cause == null ? null : cause.message());
    object.put("fix", cause == null ? null : cause.fix());
    object.put("evidence", cause == null ? null : cause.evidence().id());
    object.put("outcome", entry.outcome());
    object.put("hop", entry.hop());
    object.put("chain", diagnosis.chain().stream().map(DiagnosisJson::hop).toList());
    object.put("notExamined", List.copyOf(entry.notExamined()));
    return object;
  }

  private static Map<String, @Nullable Object> hop(Diagnosis.Hop hop) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("url", hop.url());
    object.put("status", hop.status());
    object.put("location", hop.location());
    if (!hop.remark().isEmpty()) {
      object.put("remark", hop.remark());
    }
    return object;
  }
}
