package dev.wellknown.cli;

import dev.wellknown.examine.HostList;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Hands the results of {@code check} on as they come, and says in the end how the run ended. */
final class Printer {

  private final Invocation invocation;
  private final Reporting reporting;
  private final NetworkOptions network;
  private final List<String> refused = new ArrayList<>();
  private final Progress progress;
  private Optional<HostList> hosts = Optional.empty();
  private boolean interrupted;
  private boolean ended;

  Printer(Invocation invocation, Reporting reporting, NetworkOptions network) {
    this.invocation = invocation;
    this.reporting = reporting;
    this.network = network;
    this.progress = new Progress(invocation);
  }

  void refuse(String problem) {
    refused.add(problem);
    invocation.say("wellknown: " + problem);
  }

  void reads(HostList list) {
    hosts = Optional.of(list);
    progress.expects(() -> list.expected(0));
  }

  /** Tells how many lines the list has, where that is known. */
  synchronized void expects(OptionalLong lines) {
    progress.expects(
        () -> hosts.isEmpty() || lines.isEmpty() ? 0 : hosts.get().expected(lines.getAsLong()));
  }

  /** One at a time: a whole line, or a whole target, or nothing. */
  synchronized void take(TargetReport target) {
    if (interrupted) {
      return;
    }
    try {
      reporting.take(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.show(reporting.tally().targets());
  }

  /** What has to be said when the run is broken off: how far it came. */
  synchronized void interrupt() {
    if (ended) {
      return;
    }
    interrupted = true;
    progress.end();
    try {
      reporting.breakOff(frame(false));
    } catch (IOException e) {
      // Nobody is left to tell.
    }
    String more =
        reporting.format() == Format.NDJSON ? "; --resume goes on from the lines so far" : "";
    invocation.say(
        "wellknown: interrupted after " + progress.reached(reporting.tally().targets()) + more);
  }

  private Report frame(boolean complete) {
    return new Report("check", complete, network.conditions(), List.of(), refused);
  }

  synchronized int finish(Optional<Severity> failOn) throws IOException {
    if (interrupted) {
      return Exit.INTERRUPTED;
    }
    progress.end();
    reporting.end(frame(true));
    ended = true;
    if (!refused.isEmpty()) {
      return Exit.UNUSABLE;
    }
    // A shard may be empty, and a run that is resumed may have had nothing left to do.
    boolean nothingLeft = hosts.map(HostList::passedOver).orElse(0) > 0;
    Report.Tally tally = reporting.tally();
    return tally.targets() == 0 && nothingLeft ? Exit.CLEAN : Exit.of(tally.outcome(failOn));
  }
}
