package dev.wellknown.report;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;

/** A line of JSON for each target, and nothing else: a run that was cut leaves whole lines. */
record NdjsonRendering() implements Rendering {

  @Override
  public String target(TargetReport target) {
    return JsonFormat.line(target);
  }

  @Override
  public String end(Report report, Report.Tally tally) {
    return "";
  }

  @Override
  public boolean isWhole() {
    return false;
  }
}
