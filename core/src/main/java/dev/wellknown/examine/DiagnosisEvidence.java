package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import dev.wellknown.rule.signin.JourneyRules;
import dev.wellknown.rule.signin.Plan;
import dev.wellknown.rule.signin.SignInRules;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.Trace;
import dev.wellknown.signin.UnreadableTraceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody saw: a trace of the way, and what a server said.
 *
 * @param trace empty where nobody recorded one
 * @param error a server's words; empty where there are none
 */
record DiagnosisEvidence(Optional<Trace> trace, Optional<String> error) {

  private static final String ERROR = "--error";

  /** A condition is told once, and the walk of the link tells these. */
  private static final Set<String> TOLD_BY_THE_LINK =
      Set.of("signin/redirect-path-not-covered", "signin/redirect-host-not-declared");

  /**
   * Reads it.
   *
   * @param trace path of a trace
   * @throws UnusableInputException where the trace is missing, unreadable, or none
   */
  static DiagnosisEvidence read(Optional<String> trace, Optional<String> error, Inputs inputs)
      throws UnusableInputException {
    if (trace.isEmpty()) {
      return new DiagnosisEvidence(Optional.empty(), error);
    }
    String path = trace.get();
    try (InputStream in =
        path.equals(Inputs.STANDARD_INPUT) ? inputs.standardInput() : inputs.open(path)) {
      // One more than it takes is refused there, in its own words.
      byte[] bytes = in.readNBytes(Trace.MAX_BYTES + 1);
      return new DiagnosisEvidence(Optional.of(Trace.read(bytes, path)), error);
    } catch (UnreadableTraceException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    } catch (UnusableInputException e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableInputException(path + " cannot be read");
    }
  }

  /** The way of a link as it was recorded; a trace of a browser holds much besides. */
  DiagnosisChain chain(String url) {
    List<Hop> hops = trace.map(Trace::hops).orElse(List.of());
    List<DiagnosisChain.Step> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int from = 0;
    String next = url;
    while (next != null && steps.size() <= DiagnosisChain.MOST) {
      String wanted = key(next);
      if (!seen.add(wanted)) {
        steps.add(new DiagnosisChain.Step(next, null, null, "a loop: this address came before"));
        break;
      }
      int at = from;
      while (at < hops.size() && !key(hops.get(at).url()).equals(wanted)) {
        at++;
      }
      if (at == hops.size()) {
        steps.add(new DiagnosisChain.Step(next, null, null, "the trace has no request of it"));
        break;
      }
      Hop hop = hops.get(at);
      String location = hop.location();
      String target = location == null ? null : DiagnosisWalk.resolved(next, location);
      steps.add(new DiagnosisChain.Step(next, hop.status(), target, ""));
      from = at + 1;
      next = target;
    }
    return new DiagnosisChain(steps);
  }

  private static String key(String url) {
    String folded = new LinkUrl(url.split("#", 2)[0]).folded();
    return folded.matches("[a-z][a-z0-9+.-]*://[^/?]*") ? folded + "/" : folded;
  }

  /** What is not known of the words that a server said, in words; empty where all is. */
  Optional<String> unknown() {
    boolean known =
        error.isEmpty() || Journey.ofError(error.get(), ERROR, Optional.empty()).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(
            "what --error says: nothing in it is a known error of a sign-in; copy the whole text"
                + " or JSON of the answer");
  }

  /** What there is to say about an attempt to sign in, the worst first. */
  List<Finding> seen(Optional<Registration> registration, Severities severities) {
    List<Finding> findings = new ArrayList<>();
    error
        .flatMap(text -> Journey.ofError(text, ERROR, registration))
        .ifPresent(each -> findings.addAll(JourneyRules.check(each)));
    trace.ifPresent(each -> findings.addAll(JourneyRules.check(Journey.of(each, registration))));
    findings.sort(Comparator.comparing(Finding::severity));
    return severities.apply(findings);
  }

  /**
   * What there is to say about how an app means to sign in, where the link is one of the
   * registration's redirects, or its authorize address.
   */
  static List<Finding> planned(String url, RegistrationExamination examined) {
    if (examined.registered().isEmpty()) {
      return List.of();
    }
    Registration registration = examined.registration().orElseThrow();
    String target = key(url.split("[?#]", 2)[0]);
    Optional<Redirect> redirect =
        registration.redirects().stream()
            .filter(each -> key(each.uri().toString().split("[?#]", 2)[0]).equals(target))
            .findFirst();
    boolean authorizes =
        registration
            .signIn()
            .map(SignIn::authorizeUri)
            .filter(uri -> key(uri.toString().split("[?#]", 2)[0]).equals(target))
            .isPresent();
    if (redirect.isEmpty() && !authorizes) {
      return List.of();
    }
    Set<String> others = new HashSet<>();
    registration.redirects().forEach(each -> others.add(each.uri().toString()));
    redirect.ifPresent(each -> others.remove(each.uri().toString()));
    return SignInRules.check(Plan.of(registration, examined.publications())).stream()
        .filter(each -> authorizes || each.seen() == null || !others.contains(each.seen()))
        .filter(each -> !TOLD_BY_THE_LINK.contains(each.rule().id()))
        .toList();
  }

  /** The root cause of a sign-in that failed, as a conclusion about no reader. */
  static Optional<Diagnosis.Entry> entry(List<Finding> findings) {
    return findings.stream()
        .filter(each -> each.severity() != Severity.NOTE)
        .findFirst()
        .map(each -> new Diagnosis.Entry(each.app(), null, null, each, 0, "", List.of()));
  }
}
