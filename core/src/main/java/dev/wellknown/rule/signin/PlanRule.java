package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.Redirect;
import dev.wellknown.rule.Rule;
import java.util.Set;

/** A rule about how a registration means its apps to sign in. */
abstract class PlanRule extends Rule<Plan> {

  PlanRule(Severity severity, Evidence evidence, String summary) {
    super("signin", severity, Set.of(), evidence, summary);
  }

  /** A finding about a redirect, which begins the message. */
  final Finding about(Plan plan, Redirect redirect, String what, String fix) {
    String uri = redirect.uri().toString();
    return finding(plan.at(redirect), "redirect " + quote(uri) + " " + what, fix).withSeen(uri);
  }
}
