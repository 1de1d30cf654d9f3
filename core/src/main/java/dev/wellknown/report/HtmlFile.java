package dev.wellknown.report;

import dev.wellknown.examine.Evidence;
import dev.wellknown.examine.FileFacts;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that was examined.
 *
 * @param exchange what was seen when it was asked for; empty for local files
 * @param source its text; empty where none was had
 */
record HtmlFile(FileFacts facts, Optional<HtmlExchange> exchange, Optional<HtmlSource> source) {

  /** With the evidence, or with what is known beside it. */
  static HtmlFile of(FileFacts facts, TargetReport target, boolean withEvidence) {
    Optional<Evidence> evidence = withEvidence ? facts.evidence() : Optional.empty();
    List<Finding> findings =
        target.findings().stream()
            .map(each -> each.finding())
            .filter(finding -> finding.location().uri().equals(facts.url()))
            .toList();
    return new HtmlFile(
        facts,
        evidence.flatMap(HtmlFile::seen).map(HtmlExchange::of),
        evidence.flatMap(Evidence::text).map(text -> HtmlSource.of(text, findings)));
  }

  private static Optional<Observation> seen(Evidence evidence) {
    return evidence instanceof Evidence.Exchange exchange
        ? Optional.of(exchange.seen())
        : Optional.empty();
  }

  String url() {
    return HtmlText.safe(facts.url());
  }

  /** What is known of it in one line. */
  String words() {
    List<String> words = new ArrayList<>();
    if (facts.status() != null) {
      words.add("status " + facts.status());
    }
    if (facts.error() != null) {
      words.add("no answer: " + HtmlText.safe(facts.error()));
    }
    if (facts.contentType() != null) {
      words.add(HtmlText.safe(facts.contentType()));
    }
    if (facts.sha256() != null || facts.status() != null) {
      words.add(HtmlText.count(facts.bytes(), "byte"));
    }
    if (facts.millis() != null) {
      words.add(String.format(Locale.ROOT, "%,d ms", facts.millis()));
    }
    return String.join(" · ", words);
  }

  String sha256() {
    return facts.sha256() == null ? "" : facts.sha256();
  }
}
