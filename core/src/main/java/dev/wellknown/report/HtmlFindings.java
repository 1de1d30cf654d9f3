package dev.wellknown.report;

import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A target's findings, the root causes first. */
final class HtmlFindings {

  /** What a finding is to the readers' verdicts, in the order in which it is shown. */
  enum Part {
    CAUSE("Where it breaks", ""),
    OPEN("What is left open", ""),
    BEHIND(
        "Behind the break",
        "The readers get no further than the break above: for them this was not examined. It is what"
            + " comes next, once the cause is mended."),
    BESIDE("Beside it", "These break nothing by themselves."),
    ACCEPTED("Accepted by the baseline", "");

    private final String title;
    private final String words;

    Part(String title, String words) {
      this.title = title;
      this.words = words;
    }
  }

  /**
   * Findings that are the same to the verdicts.
   *
   * @param words what is to be said of them; may be empty
   */
  record Group(String title, String words, List<Shown> findings) {}

  /** A finding with the words for everything about it. */
  record Shown(Reported reported) {

    Finding finding() {
      return reported.finding();
    }

    String severity() {
      return new Style(false, true).severity(finding().severity());
    }

    String severityId() {
      return finding().severity().id();
    }

    String rule() {
      return finding().rule().id();
    }

    String place() {
      return HtmlText.safe(TextFormat.place(finding().location()));
    }

    String pointer() {
      String pointer = finding().location().pointer();
      return pointer == null ? "" : HtmlText.safe(pointer);
    }

    String breaks() {
      return readers(finding().breaks());
    }

    String undecided() {
      return readers(finding().undecided());
    }

    String accepted() {
      return reported.accepted().map(TextFormat::accepted).map(HtmlText::safe).orElse("");
    }

    private static String readers(Set<Reader> readers) {
      return readers.stream().map(Reader::id).collect(Collectors.joining(", "));
    }
  }

  private HtmlFindings() {}

  static List<Group> of(TargetReport target) {
    Map<Reader, Optional<Stage>> breaks = new EnumMap<>(Reader.class);
    for (Reader reader : Reader.values()) {
      breaks.put(reader, HtmlPath.breakOf(target, reader));
    }
    Map<Part, List<Shown>> parts =
        target.findings().stream()
            .sorted(TextFormat.ROOT_CAUSE_FIRST)
            .collect(
                Collectors.groupingBy(
                    each -> part(each, breaks),
                    () -> new EnumMap<>(Part.class),
                    Collectors.mapping(Shown::new, Collectors.toList())));
    return parts.entrySet().stream()
        .map(each -> new Group(each.getKey().title, each.getKey().words, each.getValue()))
        .toList();
  }

  private static Part part(Reported reported, Map<Reader, Optional<Stage>> breaks) {
    Finding finding = reported.finding();
    if (reported.isBaselined()) {
      return Part.ACCEPTED;
    }
    if (finding.mayPass()) {
      return Part.OPEN;
    }
    Stage stage = finding.stage();
    if (finding.breaks().isEmpty() || stage == null) {
      return finding.severity() == Severity.ERROR ? Part.CAUSE : Part.BESIDE;
    }
    boolean behind =
        finding.breaks().stream()
            .allMatch(
                reader ->
                    breaks
                        .getOrDefault(reader, Optional.empty())
                        .filter(first -> first.compareTo(stage) < 0)
                        .isPresent());
    return behind ? Part.BEHIND : Part.CAUSE;
  }
}
