package dev.wellknown.rule.agreement;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** A web root without one of the files is a host that answers 404. */
final class FileMissing extends AgreementRule {

  FileMissing() {
    super(
        Severity.ERROR,
        ALL,
        Evidence.DOCUMENTED,
        "A file that follows from the registration is not there");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    if (agreement.file().isPresent() || !agreement.registered().publishes(agreement.kind())) {
      return List.of();
    }
    return List.of(
        finding(
                agreement.place(),
                agreement.kind().fileName()
                    + " is not there, though "
                    + agreement.registration()
                    + " has apps for it",
                PUBLISH + "take the apps' side for this platform out of the registration")
            .withExpected(agreement.kind().path())
            .withBreaks(agreement.kind().readers()));
  }
}
