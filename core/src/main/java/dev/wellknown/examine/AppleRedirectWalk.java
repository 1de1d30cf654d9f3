package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;
import static dev.wellknown.rule.signin.SignInRules.CALLBACK_OF_OTHER_KIND;
import static dev.wellknown.rule.signin.SignInRules.HOST_NOT_ENTITLED;
import static dev.wellknown.rule.signin.SignInRules.SAME_HOST_REDIRECT;
import static dev.wellknown.rule.signin.SignInRules.SILENT_REDIRECT;

import dev.wellknown.app.Entitlements;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.match.AppleMatcher;
import dev.wellknown.match.AppleVerdict;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.Redirect;
import dev.wellknown.rule.signin.Plan;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows a redirect to an app on Apple's systems. */
final class AppleRedirectWalk extends RedirectWalk {

  AppleRedirectWalk(
      Plan declared, Redirect redirect, RedirectApps files, Optional<RedirectHosts> live) {
    super(Platform.APPLE, declared, redirect, files, live);
  }

  @Override
  void https(App app, String id, @Nullable String agent) throws UnusableInputException {
    boolean session = "web-auth-https".equals(agent);
    String host = redirect.host();
    String service = session ? Purpose.CREDENTIALS.service() : Purpose.LINKS.service();
    if (!ask(host, Set.of(Reader.APPLE_CDN), id)) {
      return;
    }
    if (session) {
      lost.addAll(
          told("signin/https-callback-without-credentials").stream()
              .filter(finding -> id.equals(finding.app()))
              .toList());
    } else {
      AppleMatcher matcher = files(host).apple().orElse(null);
      if (matcher == null) {
        lost.add(uncovered(id, "there is no Apple file that names an app for links"));
      } else if (matcher.decide(Plan.answered(redirect), id).verdict() != AppleVerdict.OPENS) {
        lost.add(uncovered(id, matcher.explain(Plan.answered(redirect), id).text()));
      }
    }
    Optional<Entitlements> entitlements = files.entitlements(app.ios().orElseThrow());
    if (entitlements.isEmpty()) {
      beside.add(
          "the app's entitlements: give the file with --app, or name it in the registration");
      return;
    }
    switch (entitlements.get().coverage(service, host)) {
      case ABSENT ->
          lost.add(
              Finding.of(
                      HOST_NOT_ENTITLED,
                      Location.of(entitlements.get().origin()),
                      "the entitlements lack "
                          + quote(service + ":" + host)
                          + ", so iOS never asks the host for the app",
                      "add "
                          + quote(service + ":" + host)
                          + " to "
                          + Entitlements.ASSOCIATED_DOMAINS)
                  .withSeen(service + ":" + host));
      case UNRESOLVED ->
          open.add(
              "whether "
                  + service
                  + ":"
                  + host
                  + " is in the entitlements: a build variable decides");
      case ONLY_BELOW ->
          open.add(
              "whether *."
                  + host
                  + " in the entitlements stands for "
                  + host
                  + " itself: Apple's documents and systems differ");
      case NAMED, BY_WILDCARD -> {}
    }
  }

  @Override
  void scheme(App app, @Nullable String agent) {
    if ("web-auth-https".equals(agent)) {
      mayStay.add(
          about(
              CALLBACK_OF_OTHER_KIND,
              "has a private scheme, and the session (web-auth-https) waits for an https address",
              "use web-auth-scheme for it, or an https redirect"));
    } else if (!"web-auth-scheme".equals(agent)) {
      open.add(
          "whether the app claims the scheme in its Info.plist, which is not read; say iosAgent"
              + " web-auth-scheme if a sign-in session takes it");
    }
  }

  @Override
  void untapped(@Nullable String agent) {
    if ("web-auth-scheme".equals(agent)) {
      mayStay.add(
          about(
              CALLBACK_OF_OTHER_KIND,
              "is an https address, and the session (web-auth-scheme) waits for a private scheme",
              "use web-auth-https (iOS 17.4 and later) with the purpose credentials, or a private"
                  + " scheme"));
      return;
    }
    String authorize = declared.signIn().authorizeUri();
    boolean same =
        authorize != null && redirect.host().equalsIgnoreCase(URI.create(authorize).getHost());
    if (same) {
      mayStay.add(
          about(
              SAME_HOST_REDIRECT,
              "leads to the host that signs people in, and within one host Safari opens no app",
              "let sign-in come back to another host, or use a session that takes it"
                  + " (web-auth-https)"));
    }
    mayStay.add(
        about(
            SILENT_REDIRECT,
            "stays in the browser where nobody taps: with a session alive the server sends people"
                + " back at once, so it works the first time and then not",
            "use a session that takes the answer (iosAgent web-auth-https, iOS 17.4 and later), or"
                + " let the page at this address show a button that leads on"));
  }
}
