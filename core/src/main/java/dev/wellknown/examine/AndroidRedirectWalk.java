package dev.wellknown.examine;

import static dev.wellknown.rule.signin.SignInRules.REDIRECT_NOT_IN_MANIFEST;
import static dev.wellknown.rule.signin.SignInRules.SILENT_REDIRECT;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.AskedHost;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.match.AndroidDecision;
import dev.wellknown.match.AndroidFilters;
import dev.wellknown.match.AndroidMatcher;
import dev.wellknown.match.AndroidUrl;
import dev.wellknown.match.AndroidVerdict;
import dev.wellknown.match.FilterOutcome;
import dev.wellknown.registration.App;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Redirect;
import dev.wellknown.rule.signin.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows a redirect to an app on Android. */
final class AndroidRedirectWalk extends RedirectWalk {

  AndroidRedirectWalk(
      Plan declared, Redirect redirect, RedirectApps files, Optional<RedirectHosts> live) {
    super(Platform.ANDROID, declared, redirect, files, live);
  }

  @Override
  void https(App app, String id, @Nullable String agent) throws UnusableInputException {
    boolean tab = "auth-tab".equals(agent);
    String host = redirect.host();
    if (!ask(
        host, tab ? Set.of(Reader.CHROME) : Set.of(Reader.GOOGLE_API, Reader.ANDROID_12), id)) {
      return;
    }
    AndroidMatcher matcher = files(host).android().orElse(null);
    AndroidUrl url = AndroidUrl.of(Plan.answered(redirect));
    if (tab) {
      lost.addAll(
          told("signin/auth-tab-without-association").stream()
              .filter(finding -> id.equals(finding.app()))
              .toList());
      return;
    }
    if (matcher == null) {
      lost.add(uncovered(id, "there is no Android file that names an app for links"));
      return;
    }
    Optional<AndroidManifest> manifest = files.manifest(app.android().orElseThrow());
    AndroidFilters filters = manifest.map(AndroidFilters::of).orElse(null);
    AndroidDecision file = matcher.decide(id, url);
    if (filters == null || file.verdict() != AndroidVerdict.ASSOCIATED) {
      if (filters == null) {
        beside.add("the app's manifest: give the file with --app, or name it in the registration");
      }
      switch (file.verdict()) {
        case ASSOCIATED, OPENS -> {}
        case UNKNOWN -> open.add("the file of " + host + ": " + file.reason());
        case BLOCKED, EXCLUDED, NO_MATCH -> lost.add(uncovered(id, file.reason()));
      }
      return;
    }
    AndroidDecision decision = matcher.decide(id, url, filters);
    Location place =
        decision.because() == null ? Location.of(filters.manifest().origin()) : decision.because();
    switch (decision.verdict()) {
      case OPENS, ASSOCIATED -> older(decision, filters);
      case UNKNOWN -> open.add("the manifest: " + decision.reason());
      case BLOCKED, EXCLUDED, NO_MATCH ->
          lost.add(
              about(
                      REDIRECT_NOT_IN_MANIFEST,
                      "is not taken: "
                          + decision.reason()
                          + "; from Android 12 on it stays in the browser, up to Android 11 the"
                          + " user may be asked",
                      "write an intent filter with VIEW, DEFAULT, BROWSABLE,"
                          + " android:autoVerify=\"true\", this host and this path")
                  .withLocation(place));
    }
  }

  /** Where older releases decide otherwise, that is worth a word, and no more. */
  private void older(AndroidDecision decision, AndroidFilters filters) {
    for (AndroidDecision.Elsewhere each : decision.elsewhere()) {
      if (each.verdict() != AndroidVerdict.OPENS) {
        beside.add(each.release().words() + " may keep it in the browser: " + each.reason());
      }
    }
    Set<String> known =
        declared.registration().hosts().stream().map(HostName::value).collect(Collectors.toSet());
    List<String> others =
        filters.verification(AndroidRelease.UP_TO_11).asked().stream()
            .map(AskedHost::fileHost)
            .filter(host -> !known.contains(host))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      beside.add(
          AndroidRelease.UP_TO_11.words()
              + " may ask the user: there every host of the manifest has to have a good file, and"
              + " the registration does not declare "
              + String.join(", ", others));
    }
  }

  @Override
  void scheme(App app, @Nullable String agent) throws UnusableInputException {
    if ("auth-tab".equals(agent)) {
      return;
    }
    Optional<AndroidManifest> manifest = files.manifest(app.android().orElseThrow());
    if (manifest.isEmpty()) {
      open.add(
          "whether the app's manifest claims the scheme: give it with --app, or name it in the"
              + " registration");
      return;
    }
    FilterOutcome outcome =
        AndroidFilters.of(manifest.get())
            .decide(AndroidUrl.of(Plan.answered(redirect)), AndroidRelease.NEWEST);
    switch (outcome.kind()) {
      case MATCH -> {}
      case UNRESOLVED -> open.add("the manifest: " + outcome.reason());
      case BLOCKED, MISS ->
          lost.add(
              about(
                      REDIRECT_NOT_IN_MANIFEST,
                      "is not taken: " + outcome.reason(),
                      "write an intent filter with VIEW, DEFAULT, BROWSABLE and this scheme")
                  .withLocation(
                      new Location(
                          manifest.get().origin(),
                          null,
                          outcome.position().line(),
                          outcome.position().column())));
    }
  }

  @Override
  void untapped(@Nullable String agent) {
    mayStay.add(
        about(
            SILENT_REDIRECT,
            "may stay in the "
                + ("custom-tab".equals(agent) ? "Custom Tab" : "browser")
                + " where nobody taps: with a session alive the server sends people back at once,"
                + " and Chrome wants a tap before it opens an app",
            "use an Auth Tab (androidAgent auth-tab), or let the page at this address show a button"
                + " that leads on"));
  }
}
