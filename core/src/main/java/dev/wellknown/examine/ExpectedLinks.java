package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.AppMatch.Because;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Expectation;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.RuleCatalog;
import dev.wellknown.rule.link.TriedLink;
import dev.wellknown.rule.link.TriedLink.Decider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tries what a registration expects of links. What only a manifest can tell is left alone. */
final class ExpectedLinks {

  private final Registration registration;
  private final AppSides sides;

  ExpectedLinks(Registration registration, AppSides sides) {
    this.registration = registration;
    this.sides = sides;
  }

  /** All hosts that serve the registration's files. */
  static Set<String> hosts(Registration registration) {
    return registration.hosts().stream()
        .map(HostName::value)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Tries the expectations about links of some hosts by the file that those hosts serve. An app
   * that the file does not associate at all is passed over: other rules have told.
   */
  List<Finding> in(AssociationFile served, Set<String> hosts) {
    boolean concerned =
        registration.expect().stream()
            .anyMatch(each -> hosts.contains(new LinkUrl(each.url()).host()));
    if (!concerned) {
      return List.of();
    }
    MatchFile file = MatchFile.of(served);
    return in(file, hosts, file::associates);
  }

  /** The same in a file that follows from the registration, about all apps. */
  List<Finding> inGenerated(AssociationFile file) {
    return in(MatchFile.of(file), hosts(registration), app -> true);
  }

  private List<Finding> in(MatchFile file, Set<String> hosts, Predicate<String> spokenAbout) {
    List<Finding> findings = new ArrayList<>();
    for (Expectation each : registration.expect()) {
      LinkUrl url = new LinkUrl(each.url());
      for (App app : registration.apps()) {
        if (hosts.contains(url.host())
            && app.isOn(file.kind().platform())
            && spokenAbout.test(id(app, file.kind()))) {
          findings.addAll(told(each, app, match(file, url, app)));
        }
      }
    }
    return findings;
  }

  private static String id(App app, Kind kind) {
    return kind == Kind.AASA
        ? app.ios().orElseThrow().appId()
        : app.android().orElseThrow().packageName();
  }

  private AppMatch match(MatchFile file, LinkUrl url, App app) {
    String id = id(app, file.kind());
    return file.kind() == Kind.AASA
        ? file.apple(url, id, sides.entitlements(app))
        : file.android(url, id, sides.manifest(app));
  }

  private List<Finding> told(Expectation expected, App app, AppMatch match) {
    Optional<Boolean> opened = match.verdict().opened();
    if (opened.isEmpty()) {
      return List.of();
    }
    Because because = match.because();
    boolean byFile = because == null || because.location().uri().equals(match.file());
    Set<Reader> readers = EnumSet.copyOf(Reader.of(match.platform()));
    readers.remove(Reader.CHROME);
    if (match.platform() == Platform.ANDROID && match.verdict() != MatchVerdict.OPENS && byFile) {
      // Dynamic rules are Android 15's; where the app is not associated, others have told.
      readers.remove(Reader.ANDROID_LEGACY);
    }
    return told(
        new TriedLink(
            registration.at(expected.declaredAt()),
            Masked.url(expected.url()),
            match.app(),
            expected.opens().contains(app.name()),
            opened.get(),
            byFile ? Decider.FILE : Decider.APP,
            readers,
            match.reason(),
            because == null ? Evidence.DOCUMENTED : because.evidence()));
  }

  private static List<Finding> told(TriedLink link) {
    return RuleCatalog.forExpectations().stream()
        .flatMap(rule -> rule.check(link).stream())
        .toList();
  }

  /** Expectations that no file of the registration can fulfil, for their host is another one. */
  List<Finding> elsewhere() {
    List<Finding> findings = new ArrayList<>();
    for (Expectation each : registration.expect()) {
      LinkUrl url = new LinkUrl(each.url());
      if (!hosts(registration).contains(url.host())) {
        for (App app : registration.apps()) {
          if (each.opens().contains(app.name())) {
            findings.addAll(told(elsewhere(each, url, app)));
          }
        }
      }
    }
    return findings;
  }

  private TriedLink elsewhere(Expectation expected, LinkUrl url, App app) {
    Set<Reader> readers = EnumSet.noneOf(Reader.class);
    for (Platform platform : Platform.values()) {
      if (app.isOn(platform)) {
        readers.addAll(Reader.of(platform));
      }
    }
    readers.remove(Reader.CHROME);
    return new TriedLink(
        registration.at(expected.declaredAt()),
        Masked.url(expected.url()),
        app.name(),
        true,
        false,
        Decider.HOST,
        readers,
        "host " + quote(url.host()) + " is not registered",
        Evidence.DOCUMENTED);
  }
}
