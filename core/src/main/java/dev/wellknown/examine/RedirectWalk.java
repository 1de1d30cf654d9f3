package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;
import static dev.wellknown.rule.signin.SignInRules.LOOPBACK_ON_PHONE;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Redirect;
import dev.wellknown.rule.signin.Plan;
import dev.wellknown.rule.signin.SignInRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one redirect to one app on one platform. Made anew for each of them.
 *
 * @see Redirects
 */
abstract class RedirectWalk {

  private static final RuleInfo PATH = ruleOf("signin/redirect-path-not-covered");

  /** Agents that take the answer themselves, so that nobody has to tap. */
  private static final Set<String> TAKES_ANSWERS = Set.of("web-auth-https", "auth-tab");

  private final Platform platform;
  final Plan declared;
  final Redirect redirect;
  final RedirectApps files;
  private final Optional<RedirectHosts> live;
  final List<Finding> lost = new ArrayList<>();
  final List<Finding> mayStay = new ArrayList<>();
  final List<String> open = new ArrayList<>();
  final List<String> beside = new ArrayList<>();

  RedirectWalk(
      Platform platform,
      Plan declared,
      Redirect redirect,
      RedirectApps files,
      Optional<RedirectHosts> live) {
    this.platform = platform;
    this.declared = declared;
    this.redirect = redirect;
    this.files = files;
    this.live = live;
  }

  private static RuleInfo ruleOf(String id) {
    return SignInRules.OF_PLANS.stream()
        .map(rule -> rule.info())
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Follows it to an app.
   *
   * @param id the app's id on the platform
   * @param agent what shows the sign-in page; null where nobody said
   * @throws UnusableInputException where a file of the app that the registration names cannot be
   *     read
   */
  final Landing to(App app, String id, @Nullable String agent) throws UnusableInputException {
    String scheme = redirect.uri().getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("http")) {
      mayStay.add(
          about(
              LOOPBACK_ON_PHONE,
              "comes back if the app still listens on that port while the browser is in front, and"
                  + " phones put such apps to sleep",
              "use an https address on one of the hosts, or a private scheme"));
      return Landing.of(platform, id, lost, open, mayStay, beside);
    }
    if (scheme.equals("https")) {
      declaredAgainst(app);
      if (lost.isEmpty()) {
        https(app, id, agent);
      }
    } else {
      scheme(app, agent);
    }
    if ("web-view".equals(agent)) {
      mayStay.addAll(0, inWebView());
    } else if (scheme.equals("https") && !TAKES_ANSWERS.contains(String.valueOf(agent))) {
      untapped(agent);
    }
    return Landing.of(platform, id, lost, open, mayStay, beside);
  }

  /** Follows an https address that is declared well. */
  abstract void https(App app, String id, @Nullable String agent) throws UnusableInputException;

  /** Follows a private scheme. */
  abstract void scheme(App app, @Nullable String agent) throws UnusableInputException;

  /** What may keep an https address in the browser, where no session takes it. */
  abstract void untapped(@Nullable String agent);

  private List<Finding> inWebView() {
    String key = platform == Platform.APPLE ? "/signIn/iosAgent" : "/signIn/androidAgent";
    return told("signin/embedded-web-view").stream()
        .filter(finding -> key.equals(finding.location().pointer()))
        .toList();
  }

  /** What the registration's rules say under an id. */
  final List<Finding> told(String id) {
    return SignInRules.check(declared, id);
  }

  /** What is wrong with the redirect whatever the platform. */
  private void declaredAgainst(App app) {
    for (Finding finding : SignInRules.check(declared)) {
      boolean ofRedirect =
          redirect.uri().toString().equals(finding.seen())
              && !finding.rule().id().equals(PATH.id())
              && !(declared.isServed(redirect)
                  && finding.rule().id().equals("signin/tenants-differ"));
      if (ofRedirect) {
        lost.add(finding.withApp(null));
      }
    }
    if (lost.isEmpty() && !declared.isServed(redirect)) {
      open.add(
          "whether "
              + quote(redirect.host())
              + " serves the files for "
              + quote(app.name())
              + ": the registration does not declare it");
    }
  }

  /** Asks the host, where hosts are asked; false where its answer settles the matter. */
  final boolean ask(String host, Set<Reader> readers, String app) {
    if (live.isEmpty() || !declared.isServed(redirect)) {
      return true;
    }
    lost.addAll(live.get().broken(host, readers, app));
    open.addAll(live.get().open(host, readers));
    return lost.isEmpty() && open.isEmpty();
  }

  final Plan files(String host) {
    return live.isPresent() && declared.isServed(redirect) ? live.get().plan(host) : declared;
  }

  final Finding uncovered(String app, String reason) {
    return about(
            PATH,
            "does not open the app: " + reason,
            "add its path to the app's links, in front of whatever excludes it, and keep links"
                + " among the app's purposes")
        .withApp(app);
  }

  final Finding about(RuleInfo rule, String what, String fix) {
    String uri = redirect.uri().toString();
    return Finding.of(rule, declared.at(redirect), "redirect " + quote(uri) + " " + what, fix)
        .withSeen(uri);
  }
}
