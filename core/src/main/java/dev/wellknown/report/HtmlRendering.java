package dev.wellknown.report;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Verdict;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One page for people, with everything in it and nothing to be loaded. Each target is rendered when
 * it is known, so that the evidence, by far the largest part, need not be remembered; and of many
 * targets the page keeps what a browser can show.
 */
final class HtmlRendering implements Rendering {

  /** Beyond so many characters of sections, evidence is left out: 1,000 targets or so have it. */
  private static final int EVIDENCE_ROOM = 4_000_000;

  /** Beyond so many, sections with nothing to tell are left out as well. */
  private static final int GOOD_ROOM = 8_000_000;

  /** Beyond so many, all are; the matrix has every target. */
  private static final int ROOM = 16_000_000;

  /** About so many characters has a row of the matrix. */
  private static final int ROW = 700;

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlRendering.class.getClassLoader(), "dev.wellknown.report");

  private final Instant made;
  private final List<Told> told = new ArrayList<>();
  private final Map<String, Integer> rules = new TreeMap<>();
  private int used;
  private int left;

  /** A target, with its section; empty where there is none. */
  private record Told(HtmlRow row, String section) {}

  /**
   * @param made when the page is made
   */
  HtmlRendering(Instant made) {
    this.made = made;
  }

  @Override
  public String target(TargetReport report) {
    HtmlTarget target = new HtmlTarget(told.size() + 1, report, used < EVIDENCE_ROOM);
    String section = used < room(report) ? render("target.jte", target, 8_192) : "";
    used += section.length();
    left += section.isEmpty() ? 1 : 0;
    target.rules().forEach(rule -> rules.merge(rule, 1, Integer::sum));
    told.add(new Told(target.row(!section.isEmpty()), section));
    return "";
  }

  private static int room(TargetReport report) {
    boolean silent = report.findings().isEmpty() && report.verdict() == Verdict.PASS;
    return silent ? GOOD_ROOM : ROOM;
  }

  @Override
  public String end(Report report, Report.Tally tally) {
    List<Told> ordered =
        told.stream().sorted(Comparator.comparing(each -> rank(each.row().verdict()))).toList();
    HtmlPage page =
        new HtmlPage(
            report,
            tally,
            made,
            ordered.stream().map(Told::row).toList(),
            ordered.stream().map(Told::section).map(HtmlRendering::content).toList(),
            left,
            rules,
            rules.keySet().stream().map(HtmlRulePage::of).toList());
    return render("report.jte", page, used + told.size() * ROW + 500_000);
  }

  /** It remembers what it needs itself. */
  @Override
  public boolean isWhole() {
    return false;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case UNKNOWN -> 1;
      case PASS -> 2;
    };
  }

  /** What was rendered before, and therefore escaped. */
  private static Content content(String rendered) {
    return output -> output.writeContent(rendered);
  }

  private static String render(String template, Object model, int length) {
    StringOutput out = new StringOutput(length);
    TEMPLATES.render(template, model, out);
    return out.toString();
  }
}
