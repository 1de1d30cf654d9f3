package dev.wellknown.report;

import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A target in the matrix of targets and readers.
 *
 * @param id the fragment of its section's address
 * @param rules the ids of its findings' rules, with blanks between
 * @param hasSection whether it is told of below
 */
record HtmlRow(
    String id,
    String name,
    Verdict verdict,
    Map<Reader, Verdict> verdicts,
    int errors,
    int warnings,
    int notes,
    String rules,
    boolean hasSection) {

  /** A letter for each reader, for the filter: the verdict's first, or a dash. */
  String letters() {
    return Arrays.stream(Reader.values())
        .map(reader -> verdicts.containsKey(reader) ? letter(verdicts.get(reader)) : "-")
        .collect(Collectors.joining());
  }

  private static String letter(Verdict verdict) {
    return verdict.id().substring(0, 1);
  }

  /** The verdict of one reader in symbol and word; a dash where it does not apply. */
  String cell(Reader reader) {
    Verdict found = verdicts.get(reader);
    return found == null ? "–" : HtmlPage.words(found);
  }

  /** Its class in the style sheet. */
  String cellId(Reader reader) {
    Verdict found = verdicts.get(reader);
    return found == null ? "none" : found.id();
  }

  /** What was found, in words. */
  String found() {
    return List.of(
            errors == 0 ? "" : HtmlText.count(errors, "error"),
            warnings == 0 ? "" : HtmlText.count(warnings, "warning"),
            notes == 0 ? "" : HtmlText.count(notes, "note"))
        .stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
