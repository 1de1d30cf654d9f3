package dev.wellknown.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.wellknown.examine.Generation.GeneratedFile;
import dev.wellknown.finding.Printable;
import java.util.List;

/** What would change in a file that is there, as a unified diff. */
public final class Difference {

  private static final int CONTEXT_LINES = 3;

  /** Comparing takes time in the square of the lines that differ, and nobody reads so many. */
  private static final int MOST_LINES = 10_000;

  private Difference() {}

  /** The lines of the diff, safe to print. */
  public static List<String> lines(GeneratedFile file) {
    String name = file.path();
    List<String> before = file.before().map(text -> text.lines().toList()).orElse(List.of());
    List<String> after = file.after().lines().toList();
    if (before.size() + after.size() > MOST_LINES) {
      return List.of(
          before.size() + " lines stand where " + after.size() + " belong: too many to compare");
    }
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            file.before().isPresent() ? name : "(no file)",
            name,
            before,
            DiffUtils.diff(before, after),
            CONTEXT_LINES);
    return lines.isEmpty()
        ? List.of("the lines are the same, but not the line ends or the last one's end")
        : lines.stream().map(Printable::escape).toList();
  }
}
