package dev.wellknown.examine;

import dev.wellknown.association.Generator;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.signin.Plan;
import dev.wellknown.rule.signin.SignInRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether each redirect URI of a registration comes back to each app, on each of its platforms.
 *
 * @param redirects in the order of the registration
 * @param findings what is wrong with the registration where it cannot be understood; else whether
 *     it means to sign in with a proof key, and what the sign-in server says of itself, where it
 *     was asked
 */
public record Redirects(List<Followed> redirects, List<Reported> findings) {

  public Redirects {
    redirects = List.copyOf(redirects);
    findings = List.copyOf(findings);
  }

  /**
   * A redirect, followed.
   *
   * @param uri as the registration has it
   * @param landings one for each app and platform that it is used on
   */
  public record Followed(String uri, List<Landing> landings) {

    public Followed {
      landings = List.copyOf(landings);
    }
  }

  /**
   * Follows them: by the files that would be generated or, where hosts are asked, by those that
   * they serve.
   *
   * @param registration path of the registration
   * @param apps paths of AndroidManifest.xml and .entitlements files of the apps; with the app id
   *     or package and an equals sign in front where a file does not tell
   * @param live asks the hosts; empty where nobody is asked
   * @throws UnusableInputException where a file is missing, unreadable, or none of its kind
   */
  public static Redirects of(
      Inputs inputs, String registration, List<String> apps, Optional<Fetcher> live)
      throws UnusableInputException {
    RedirectApps files = RedirectApps.read(inputs, registration, apps);
    RegistrationExamination examination =
        RegistrationExamination.of(inputs.read(registration), registration, false);
    Optional<Registration> declared = examination.registration();
    if (declared.isEmpty()) {
      return new Redirects(
          List.of(), Reported.all(examination.told(examination.severities()), inputs::identity));
    }
    files.requireApps(declared.get().apps());
    return follow(declared.get(), examination.severities(), files, live);
  }

  private static Redirects follow(
      Registration registration, Severities severities, RedirectApps files, Optional<Fetcher> live)
      throws UnusableInputException {
    Plan plan = Plan.of(registration, Generator.generate(registration, false).publications());
    Optional<RedirectHosts> hosts =
        live.map(fetcher -> new RedirectHosts(fetcher, registration, severities));
    List<Followed> followed = new ArrayList<>();
    for (Redirect redirect : registration.redirects()) {
      List<Landing> landings = new ArrayList<>();
      for (App app : registration.apps()) {
        if (app.ios().isPresent() && redirect.platforms().contains(Platform.APPLE)) {
          landings.add(
              new AppleRedirectWalk(plan, redirect, files, hosts)
                  .to(app, app.ios().get().appId(), plan.signIn().iosAgent()));
        }
        if (app.android().isPresent() && redirect.platforms().contains(Platform.ANDROID)) {
          landings.add(
              new AndroidRedirectWalk(plan, redirect, files, hosts)
                  .to(app, app.android().get().packageName(), plan.signIn().androidAgent()));
        }
      }
      landings.replaceAll(landing -> landing.counting(severities));
      followed.add(new Followed(redirect.uri().toString(), landings));
    }
    List<Finding> said =
        new ArrayList<>(SignInRules.check(plan, "signin/public-client-without-pkce"));
    hosts.map(RedirectHosts::discovery).ifPresent(said::addAll);
    return new Redirects(followed, Reported.all(severities.apply(said), UnaryOperator.identity()));
  }

  /** How many landings came out so. */
  public int count(Landing.Outcome outcome) {
    return (int)
        redirects.stream()
            .flatMap(each -> each.landings().stream())
            .filter(each -> each.outcome() == outcome)
            .count();
  }

  /** Everything that there is to say, of all redirects. */
  public List<Finding> allFindings() {
    List<Finding> all = new ArrayList<>(findings.stream().map(Reported::finding).toList());
    redirects.forEach(
        redirect ->
            redirect
                .landings()
                .forEach(landing -> landing.findings().forEach(each -> all.add(each.finding()))));
    return all;
  }

  /** How the walk ended; where there was nothing to follow, nothing was found out. */
  public Report.Outcome outcome() {
    if (allFindings().stream().anyMatch(Findings::isError)) {
      return Report.Outcome.FINDINGS;
    }
    boolean none = redirects.stream().allMatch(each -> each.landings().isEmpty());
    return none || count(Landing.Outcome.UNKNOWN) > 0
        ? Report.Outcome.UNDETERMINED
        : Report.Outcome.CLEAN;
  }
}
