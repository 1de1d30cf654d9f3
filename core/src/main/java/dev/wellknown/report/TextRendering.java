package dev.wellknown.report;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;

/** Text, target by target. */
record TextRendering(TextFormat format) implements Rendering {

  @Override
  public String target(TargetReport target) {
    return format.text(target);
  }

  @Override
  public String end(Report report, Report.Tally tally) {
    boolean nothing = tally.targets() == 0 && !report.unusable().isEmpty();
    return nothing ? "" : format.summary(report, tally);
  }

  @Override
  public boolean isWhole() {
    return false;
  }
}
