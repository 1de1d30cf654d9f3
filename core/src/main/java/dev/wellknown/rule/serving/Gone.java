package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;

/** As 404, but said on purpose. */
final class Gone extends StatusRule {

  private static final int GONE = 410;

  Gone() {
    super(Evidence.DOCUMENTED, "The server says that the file was taken away for good");
  }

  @Override
  boolean takes(Answered answer) {
    return answer.status() == GONE;
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    return answered(
        serving,
        answer,
        "the file was taken away on purpose",
        "publish the file at "
            + serving.path()
            + " again, or take the host out of the apps that name it");
  }
}
