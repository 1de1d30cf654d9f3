package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** Nothing that was not looked at is fine. */
final class Interrupted extends TroubleRule {

  Interrupted() {
    super(
        "The check was ended before the file had come",
        Set.of(Reason.ABANDONED),
        Set.of(Incomplete.ABANDONED));
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    return interrupted(serving);
  }

  @Override
  Finding cut(Serving serving, Answered answer) {
    return interrupted(serving);
  }

  private Finding interrupted(Serving serving) {
    return trouble(serving, "the check was ended before the file had come", "run it again");
  }
}
