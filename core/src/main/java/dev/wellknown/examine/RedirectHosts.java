package dev.wellknown.examine;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Request;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import dev.wellknown.match.AndroidMatcher;
import dev.wellknown.match.AppleMatcher;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import dev.wellknown.rule.agreement.Registered;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.signin.JourneyRules;
import dev.wellknown.rule.signin.Plan;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The hosts that redirects lead to, asked; each of them once. */
final class RedirectHosts {

  private static final int OK = 200;

  private static final Pattern ABOUT_LINKS =
      Pattern.compile("agreement/(link|links|exclusion|dynamic)-.*");

  /**
   * What was seen of a host.
   *
   * @param report what check says of it
   * @param plan the registration with the files of this host in place of those to come
   */
  private record Seen(TargetReport report, Plan plan) {}

  private final Fetcher fetcher;
  private final Registration registration;
  private final Check check;
  private final Map<String, Seen> seen = new HashMap<>();

  RedirectHosts(Fetcher fetcher, Registration registration, Severities severities) {
    this.fetcher = fetcher;
    this.registration = registration;
    this.check =
        new Check(
            Set.of(),
            Moment.AFTER_DEPLOY,
            false,
            Optional.of(Registered.of(registration)),
            severities);
  }

  /** The links that a host's files open. */
  Plan plan(String host) {
    return seen(host).plan();
  }

  /**
   * What breaks any of these readers for an app. Which links a served file opens is not among it:
   * the file itself is held against the redirect.
   */
  List<Finding> broken(String host, Set<Reader> readers, String app) {
    return seen(host).report().findings().stream()
        .map(Reported::finding)
        .filter(finding -> !Collections.disjoint(finding.breaks(), readers))
        .filter(finding -> finding.app() == null || app.equals(finding.app()))
        .filter(finding -> !ABOUT_LINKS.matcher(finding.rule().id()).matches())
        .toList();
  }

  /** Why any of these readers cannot be spoken for. */
  List<String> open(String host, Set<Reader> readers) {
    TargetReport report = seen(host).report();
    if (readers.stream().noneMatch(each -> report.verdicts().get(each) == Verdict.UNKNOWN)) {
      return List.of();
    }
    List<String> reasons =
        report.findings().stream()
            .map(Reported::finding)
            .filter(finding -> !Collections.disjoint(finding.undecided(), readers))
            .map(finding -> "the file of " + host + ": " + finding.message())
            .toList();
    return reasons.isEmpty() ? List.of("the file of " + host + " was not had") : reasons;
  }

  private Seen seen(String host) {
    return seen.computeIfAbsent(
        host,
        name ->
            new Seen(
                check.check(fetcher, name, false),
                new Plan(
                    registration,
                    file(name, Kind.AASA).map(AppSiteAssociation.class::cast).map(AppleMatcher::of),
                    file(name, Kind.ASSETLINKS)
                        .map(AssetLinks.class::cast)
                        .map(AndroidMatcher::of))));
  }

  private Optional<AssociationFile> file(String host, Kind kind) {
    Observation answer = ask(host, "/" + kind.path());
    return new Serving(
            kind, answer, Optional.empty(), Optional.empty(), Optional.empty(), Instant.now())
        .file()
        .map(bytes -> AssociationFile.read(kind, bytes, answer.uri().toString()));
  }

  private Observation ask(String host, String path) {
    return fetcher.fetch(Request.of(host, path)).get(0);
  }

  /** What the sign-in server's discovery says of PKCE; nothing where it has none. */
  List<Finding> discovery() {
    String authorize = registration.signIn().map(SignIn::authorizeUri).orElse("");
    String host = authorize.isEmpty() ? null : URI.create(authorize).getHost();
    if (host == null) {
      return List.of();
    }
    if (!(ask(host, "/.well-known/openid-configuration") instanceof Answered answer)
        || answer.status() != OK) {
      return List.of();
    }
    String url = answer.uri().toString();
    String body = new String(answer.body().bytes(), StandardCharsets.UTF_8);
    Hop hop = new Hop(url, OK, null, "", null, body, Location.of(url));
    return JourneyRules.check(
        new Journey(
            List.of(hop),
            List.of(),
            List.of(),
            Optional.of(registration),
            Optional.empty(),
            Optional.empty()));
  }
}
