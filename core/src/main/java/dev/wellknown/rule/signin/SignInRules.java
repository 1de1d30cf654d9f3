package dev.wellknown.rule.signin;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.List;
import java.util.Set;

/** The rules of group {@code signin} about registrations; {@link JourneyRules} has the others. */
public final class SignInRules {

  /** About a registration, a line for each. */
  public static final List<Rule<Plan>> OF_PLANS =
      List.of(
          new RedirectWithoutRegion(),
          new RedirectToServiceHost(),
          new TenantsDiffer(),
          new RedirectHostNotDeclared(),
          new RedirectPathNotCovered(),
          new EveryPathClaimed(),
          new SchemeDiffersFromCockpit(),
          new HttpsCallbackWithoutCredentials(),
          new AuthTabWithoutAssociation(),
          new EmbeddedWebView(),
          new PublicClientWithoutPkce());

  /** A redirect that nobody taps stays where it is. */
  public static final RuleInfo SILENT_REDIRECT =
      told(
          "silent-redirect", Evidence.OBSERVED, "A redirect without a tap may stay in the browser");

  /** A link within one host is no link to an app. */
  public static final RuleInfo SAME_HOST_REDIRECT =
      told(
          "same-host-redirect",
          Evidence.DOCUMENTED,
          "A redirect within the host that signs people in stays in the browser on Apple's systems");

  /** A session that waits for a scheme does not see an https address, nor the other way round. */
  public static final RuleInfo CALLBACK_OF_OTHER_KIND =
      told(
          "callback-of-other-kind",
          Evidence.DERIVED,
          "The sign-in session waits for another kind of redirect");

  /** A phone's app is put to sleep while its browser is in front. */
  public static final RuleInfo LOOPBACK_ON_PHONE =
      told(
          "loopback-on-phone",
          Evidence.DERIVED,
          "A loopback redirect needs an app that listens while the browser is in front");

  /** The app's own side does not ask for the host. */
  public static final RuleInfo HOST_NOT_ENTITLED =
      error("host-not-entitled", "The app's entitlements lack the host of a redirect");

  /** The app's own side does not take the URL. */
  public static final RuleInfo REDIRECT_NOT_IN_MANIFEST =
      error("redirect-not-in-manifest", "The app's manifest does not take a redirect");

  /** The rules about where redirects land, which only the walk over apps and platforms can tell. */
  public static final List<RuleInfo> OF_REDIRECTS =
      List.of(
          HOST_NOT_ENTITLED,
          REDIRECT_NOT_IN_MANIFEST,
          CALLBACK_OF_OTHER_KIND,
          SAME_HOST_REDIRECT,
          SILENT_REDIRECT,
          LOOPBACK_ON_PHONE);

  private SignInRules() {}

  private static RuleInfo told(String name, Evidence evidence, String summary) {
    return new RuleInfo("signin/" + name, Severity.WARNING, Set.of(), evidence, summary);
  }

  private static RuleInfo error(String name, String summary) {
    return new RuleInfo("signin/" + name, Severity.ERROR, Set.of(), Evidence.DOCUMENTED, summary);
  }

  /** What there is to say about how a registration means to sign in. */
  public static List<Finding> check(Plan plan) {
    return OF_PLANS.stream().flatMap(rule -> rule.check(plan).stream()).toList();
  }

  /** What the rule with an id has to say about it. */
  public static List<Finding> check(Plan plan, String id) {
    return OF_PLANS.stream()
        .filter(rule -> rule.info().id().equals(id))
        .flatMap(rule -> rule.check(plan).stream())
        .toList();
  }
}
