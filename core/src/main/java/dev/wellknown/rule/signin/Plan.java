package dev.wellknown.rule.signin;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Publication;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.json.Pointer;
import dev.wellknown.match.AndroidMatcher;
import dev.wellknown.match.AppleMatcher;
import dev.wellknown.registration.App;
import dev.wellknown.registration.InsightsHub;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import java.util.List;
import java.util.Optional;

/**
 * How a registration means its apps to sign in, and the files that follow from it.
 *
 * @param apple the links of Apple's file; empty where there is none
 * @param android the links of Android's file; empty where there is none
 */
public record Plan(
    Registration registration, Optional<AppleMatcher> apple, Optional<AndroidMatcher> android) {

  /** Domains of Insights Hub that are in use. */
  private static final List<String> HUB_DOMAINS = List.of("mindsphere.io", "mindsphere-in.cn");

  /** Compiles the files, where there is a redirect to hold against them. */
  public static Plan of(Registration registration, List<Publication> publications) {
    Optional<AppleMatcher> apple = Optional.empty();
    Optional<AndroidMatcher> android = Optional.empty();
    if (registration.redirects().isEmpty()) {
      return new Plan(registration, apple, android);
    }
    for (Publication each : publications) {
      AssociationFile file =
          AssociationFile.read(each.kind(), each.bytes(), each.kind().fileName());
      if (file instanceof AppSiteAssociation association) {
        apple = Optional.of(AppleMatcher.of(association));
      } else if (file instanceof AssetLinks links) {
        android = Optional.of(AndroidMatcher.of(links));
      }
    }
    return new Plan(registration, apple, android);
  }

  /** What was said of sign-in; nothing where nobody said. */
  public SignIn signIn() {
    return registration
        .signIn()
        .orElse(new SignIn(null, null, null, null, null, List.of(), null, null));
  }

  /** The place of a key of {@code signIn}, or the nearest above it. */
  Location at(String key) {
    return registration.at(Pointer.ROOT.child("signIn").child(key));
  }

  /** The place of a redirect. */
  public Location at(Redirect redirect) {
    return registration.at(redirect.declaredAt());
  }

  /** The redirects that are https addresses. */
  List<Redirect> https() {
    return registration.redirects().stream().filter(Redirect::isHttps).toList();
  }

  /** The apps on a platform. */
  public List<App> apps(Platform platform) {
    return registration.apps().stream().filter(app -> app.isOn(platform)).toList();
  }

  /** Whether one of the registration's hosts serves the files for a redirect. */
  public boolean isServed(Redirect redirect) {
    int port = redirect.uri().getPort();
    return (port == -1 || port == 443)
        && registration.hosts().stream().anyMatch(each -> each.value().equals(redirect.host()));
  }

  /** The redirect as a server calls it, with a code and a state that mean nothing. */
  public static String answered(Redirect redirect) {
    String uri = redirect.uri().toString();
    return uri + (uri.indexOf('?') < 0 ? "?" : "&") + "code=c&state=s";
  }

  /** What stands in front of Insights Hub's domain in a host; empty for other hosts. */
  Optional<String> inHub(String host) {
    List<String> domains =
        registration.insightsHub().map(InsightsHub::domain).map(List::of).orElse(HUB_DOMAINS);
    return domains.stream()
        .filter(domain -> host.endsWith("." + domain))
        .map(domain -> host.substring(0, host.length() - domain.length() - 1))
        .findFirst();
  }
}
