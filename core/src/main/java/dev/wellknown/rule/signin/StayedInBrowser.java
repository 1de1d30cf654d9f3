package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The redirect was loaded as a page: the platform did not hand it to the app. */
final class StayedInBrowser extends JourneyRule {

  StayedInBrowser() {
    super(
        Severity.WARNING,
        Evidence.OBSERVED,
        "The answer was shown in the browser instead of opening the app");
  }

  private static final int OK = 200;

  @Override
  public List<Finding> check(Journey journey) {
    Set<String> answers =
        journey.callbacks().stream()
            .filter(Callback::hasCode)
            .map(Callback::url)
            .collect(Collectors.toSet());
    return journey.hops().stream()
        .filter(hop -> answers.contains(hop.url()) && Integer.valueOf(OK).equals(hop.status()))
        .map(
            hop ->
                finding(
                    hop.place(),
                    "the browser showed " + quote(hop.shown()) + " as a page, with status 200",
                    "see \"wellknown redirects\" and \"wellknown check "
                        + hop.host()
                        + "\": either the app is not associated with this URL, or nobody tapped (a"
                        + " silent redirect), or somebody once chose the browser for such links"))
        .toList();
  }
}
