package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Stage;
import dev.wellknown.rule.link.LinkRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the first stage that keeps a link from an app, in the order in which a platform goes. */
final class DiagnosisStages {

  /** The stages that a host and its files stand for. */
  private static final List<Stage> WALKED = List.of(Stage.SERVING, Stage.FILE, Stage.AGREEMENT);

  private static final String ANOTHER_LINK =
      "hand out a link that begins with https:// and a host name, and has no port";

  private final boolean isRegistered;

  /**
   * @param isRegistered whether the files are compared with a registration
   */
  DiagnosisStages(boolean isRegistered) {
    this.isRegistered = isRegistered;
  }

  /** The readers of a platform's file that open links: Chromium reads it for other purposes. */
  static Set<Reader> readers(Platform platform) {
    EnumSet<Reader> readers = EnumSet.copyOf(Reader.of(platform));
    readers.remove(Reader.CHROME);
    return readers;
  }

  /**
   * Whether nothing in a file keeps a link from an app: on Android its manifest has the last say.
   */
  static boolean opens(AppMatch match) {
    return match.verdict() == MatchVerdict.OPENS || match.verdict() == MatchVerdict.ASSOCIATED;
  }

  /** The first thing that is wrong, or keeps it open; empty where nothing does. */
  Optional<Finding> cause(
      DiagnosedHost host, Reader reader, DiagnosedApp app, String url, AppMatch match) {
    boolean opens = opens(match);
    for (Stage stage : WALKED) {
      List<Finding> at =
          host.findings().stream()
              .filter(each -> each.stage() == stage && host.concerns(each, reader, app.id()))
              .filter(each -> !(opens && isAboutOtherLinks(each)))
              .toList();
      Optional<Finding> first = worst(at, reader);
      if (first.isPresent()) {
        return first;
      }
    }
    return opens ? Optional.empty() : Optional.of(link(host, reader, app, url, match));
  }

  /** What names the reader as broken stands before what leaves it open. */
  private static Optional<Finding> worst(List<Finding> findings, Reader reader) {
    return findings.stream()
        .min(
            Comparator.<Finding, Boolean>comparing(each -> !each.breaks().contains(reader))
                .thenComparing(Finding::severity));
  }

  /** Differences about links do not matter to one that is matched. */
  private static boolean isAboutOtherLinks(Finding finding) {
    String name = finding.rule().id();
    return name.startsWith("agreement/link")
        || name.startsWith("agreement/exclusion")
        || name.startsWith("agreement/dynamic")
        || name.startsWith("agreement/purpose");
  }

  /** The app's own side, where it is to blame; else the rules of the file. */
  private Finding link(
      DiagnosedHost host, Reader reader, DiagnosedApp app, String url, AppMatch match) {
    List<Finding> side =
        host.findings().stream()
            .filter(each -> each.stage() == Stage.LINK && each.breaks().contains(reader))
            .filter(each -> host.concerns(each, reader, app.id()))
            .toList();
    return worst(side, reader).orElseGet(() -> notMatched(app, url, match));
  }

  private Finding notMatched(DiagnosedApp app, String url, AppMatch match) {
    AppMatch.Because because = match.because();
    Location place = because == null ? Location.of(match.file()) : because.location();
    Finding finding =
        of(app, url, place, match.reason(), because == null ? ANOTHER_LINK : fix(app))
            .withSeen(because == null || because.text().isEmpty() ? null : because.text());
    if (because != null) {
      finding = finding.withEvidence(because.evidence());
    }
    return match.verdict() == MatchVerdict.UNKNOWN
        ? finding.withBreaks(Set.of()).withUndecided(readers(app.platform()))
        : finding;
  }

  /** A link that no file could make one of the app's. */
  Finding notMatched(DiagnosedApp app, String url, String reason) {
    return of(app, url, Location.of(DiagnosisChain.shown(url)), reason, ANOTHER_LINK);
  }

  private static Finding of(
      DiagnosedApp app, String url, Location place, String reason, String fix) {
    boolean known = !app.id().equals(AppMatch.ANY);
    return Finding.of(
            LinkRules.NOT_MATCHED,
            place,
            quote(DiagnosisChain.shown(url))
                + " does not open "
                + (known ? app.id() : "any app on " + name(app.platform()))
                + ": "
                + reason,
            fix)
        .withApp(known ? app.id() : null)
        .withBreaks(readers(app.platform()));
  }

  private static String name(Platform platform) {
    return platform == Platform.APPLE ? "Apple's systems" : "Android";
  }

  private String fix(DiagnosedApp app) {
    if (app.hasOwnSide() && app.platform() == Platform.ANDROID) {
      return "let an intent filter of the app with android:autoVerify=\"true\" take the link, and"
          + " the host's file name the app; or hand out another link";
    }
    return isRegistered
        ? "add the link to the app's \"links\" in the registration, in front of any that excludes"
            + " it, then generate and deploy the files; or hand out another link"
        : "let the host's file name the app with a rule that takes the link, in front of any that"
            + " excludes it; or hand out another link";
  }

  /** What lies behind a cause, and was not looked at for this reader. */
  List<String> behind(Finding cause) {
    List<String> rest = new ArrayList<>();
    Stage stage = cause.stage();
    if (stage == null) {
      return rest;
    }
    if (stage.compareTo(Stage.SERVING) < 0) {
      rest.add("how the files are served");
    }
    if (stage.compareTo(Stage.FILE) < 0) {
      rest.add("whether the file is well formed");
    }
    if (stage.compareTo(Stage.AGREEMENT) < 0 && isRegistered) {
      rest.add("whether the file says what was registered");
    }
    if (stage.compareTo(Stage.LINK) < 0) {
      rest.add("whether the link is one that the app takes");
    }
    return rest;
  }
}
