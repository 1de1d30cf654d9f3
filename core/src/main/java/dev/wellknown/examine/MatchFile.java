package dev.wellknown.examine;

import dev.wellknown.app.Entitlements;
import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.AppMatch.Because;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.JsonValue;
import dev.wellknown.match.AndroidDecision;
import dev.wellknown.match.AndroidFilters;
import dev.wellknown.match.AndroidMatcher;
import dev.wellknown.match.AndroidUrl;
import dev.wellknown.match.AndroidVerdict;
import dev.wellknown.match.AppleExplanation;
import dev.wellknown.match.AppleMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An association file as links meet it: compiled once, and with what keeps its readers from taking
 * it at all.
 */
final class MatchFile {

  /** Without a file the matchers find no app, and the obstacle says why. */
  private final Kind kind;

  private final String origin;
  private final AppleMatcher apple;
  private final AndroidMatcher android;
  private final @Nullable AssociationFile file;
  private final Optional<Standing.Obstacle> obstacle;
  private final List<String> remarks;

  /** Whether apps that the file does not name may stand in a list that was not read. */
  private final boolean mayBeIncluded;

  private final UnusableApps unusable;

  /** Said where the file names no app. */
  private final Standing.Obstacle nobody;

  private MatchFile(
      Kind kind,
      String origin,
      @Nullable AssociationFile file,
      List<AssetLinks> included,
      boolean isWhole,
      Standing standing,
      List<Finding> findings) {
    this.kind = kind;
    this.origin = origin;
    this.file = file;
    this.mayBeIncluded =
        !isWhole
            && file instanceof AssetLinks list
            && list.statements().stream().anyMatch(AssetLinks.Statement::isInclude);
    this.obstacle = standing.obstacle();
    this.remarks = standing.remarks();
    this.unusable =
        file instanceof AppSiteAssociation aasa ? UnusableApps.in(aasa) : UnusableApps.NONE;
    this.nobody = Standing.nobody(origin, findings, mayBeIncluded);
    this.apple =
        AppleMatcher.of(
            file instanceof AppSiteAssociation aasa
                ? aasa
                : (AppSiteAssociation) none(Kind.AASA, origin));
    this.android =
        file instanceof AssetLinks links
            ? included.isEmpty() && !isWhole
                ? AndroidMatcher.of(links)
                : AndroidMatcher.of(links, included)
            : AndroidMatcher.of((AssetLinks) none(Kind.ASSETLINKS, origin));
  }

  private static AssociationFile none(Kind kind, String origin) {
    return AssociationFile.read(kind, new byte[0], origin);
  }

  /** A local file; what it includes is not read. */
  static MatchFile of(AssociationFile file) {
    List<Finding> findings = FileExamination.byRules(file).findings();
    return new MatchFile(
        file.kind(),
        file.document().origin(),
        file,
        List.of(),
        false,
        Standing.of(file.kind(), findings),
        findings);
  }

  /**
   * A file as a host serves it.
   *
   * @param file empty where none could be had
   * @param included the lists that it includes
   * @param isWhole whether all of them were had
   * @param findings about how it is served, and about the file
   */
  static MatchFile served(
      Kind kind,
      String address,
      Optional<AssociationFile> file,
      List<AssetLinks> included,
      boolean isWhole,
      List<Finding> findings) {
    return new MatchFile(
        kind, address, file.orElse(null), included, isWhole, Standing.of(kind, findings), findings);
  }

  /** A file that could not be asked for, or that is not where it should be. */
  static MatchFile without(Kind kind, String origin, MatchVerdict verdict, String reason) {
    return new MatchFile(
        kind, origin, null, List.of(), true, Standing.without(origin, verdict, reason), List.of());
  }

  Kind kind() {
    return kind;
  }

  /** The apps that the file lets open links, or would. */
  Set<String> apps() {
    return kind == Kind.AASA ? apple.apps() : android.apps();
  }

  /** Whether the file, if it is taken at all, associates an app with links. */
  boolean associates(String app) {
    return obstacle.isEmpty()
        && (kind == Kind.AASA
            ? apps().contains(AppSiteAssociation.compared(app)) && unusable.why(app).isEmpty()
            : !android.fingerprints(app).isEmpty());
  }

  /** What a URL does for the apps of the file, and for those that were given. */
  List<AppMatch> match(LinkUrl url, MatchApps given) {
    List<AppMatch> matches = new ArrayList<>();
    if (kind == Kind.AASA) {
      for (String app : given.appIds(apps())) {
        List<Entitlements> lists = given.entitlements(app);
        lists.forEach(list -> matches.add(apple(url, app, list)));
        if (lists.isEmpty()) {
          matches.add(apple(url, app, null));
        }
      }
    } else {
      for (String app : given.packages(apps())) {
        List<AndroidFilters> manifests = given.manifests(app);
        manifests.forEach(manifest -> matches.add(android(url, app, manifest)));
        if (manifests.isEmpty()) {
          matches.add(android(url, app, null));
        }
      }
    }
    return matches.isEmpty() ? List.of(nobody(url)) : matches;
  }

  private AppMatch nobody(LinkUrl url) {
    return ineligible(url, AppMatch.ANY)
        .or(() -> obstructed(AppMatch.ANY))
        .orElseGet(() -> match(AppMatch.ANY, nobody));
  }

  private Optional<AppMatch> ineligible(LinkUrl url, String app) {
    return url.ineligible(kind.platform())
        .map(reason -> match(app, MatchVerdict.NO_MATCH, null, reason));
  }

  private Optional<AppMatch> obstructed(String app) {
    return obstacle.map(each -> match(app, each));
  }

  /**
   * What a URL does for an Apple app, by the file and by its entitlements, where they are known.
   */
  AppMatch apple(LinkUrl url, String app, @Nullable Entitlements list) {
    return ineligible(url, app)
        .or(() -> EntitledMatch.unasked(list, url.host()).map(each -> match(app, each)))
        .or(() -> obstructed(app))
        .or(() -> unusable.why(app).map(each -> match(app, each)))
        .orElseGet(() -> explained(url, app, list));
  }

  private AppMatch explained(LinkUrl url, String app, @Nullable Entitlements list) {
    AppleExplanation found = apple.explain(url.text(), app);
    JsonValue place = found.place();
    Because because =
        place == null || file == null
            ? null
            : new Because(file.document().at(place), place.toJson(), found.evidence());
    MatchVerdict verdict = MatchVerdict.of(found.verdict());
    AppMatch match = match(app, verdict, because, found.text());
    return list == null ? match : EntitledMatch.of(match, list, url.host());
  }

  /** What a URL does for an Android app, by the file and by its manifest, where it is known. */
  AppMatch android(LinkUrl url, String app, @Nullable AndroidFilters manifest) {
    return ineligible(url, app)
        .or(() -> obstructed(app))
        .orElseGet(() -> decided(app, android.decide(app, AndroidUrl.of(url.folded()), manifest)));
  }

  private AppMatch decided(String app, AndroidDecision decision) {
    boolean isOpen =
        decision.verdict() == AndroidVerdict.NO_MATCH
            && android.fingerprints(app).isEmpty()
            && mayBeIncluded;
    Location place = decision.because();
    List<String> more = new ArrayList<>(remarks);
    for (AndroidDecision.Elsewhere other : decision.elsewhere()) {
      more.add(
          "on " + other.release().words() + ": " + other.verdict().id() + ", " + other.reason());
    }
    return new AppMatch(
        kind.platform(),
        app,
        isOpen ? MatchVerdict.UNKNOWN : MatchVerdict.of(decision.verdict()),
        origin,
        place == null ? null : new Because(place, decision.text(), decision.evidence()),
        decision.reason()
            + (isOpen ? " here, and not all lists that it includes could be had" : ""),
        more);
  }

  private AppMatch match(String app, Standing.Obstacle obstacle) {
    return match(app, obstacle.verdict(), obstacle.because(), obstacle.reason());
  }

  private AppMatch match(
      String app, MatchVerdict verdict, @Nullable Because because, String reason) {
    return new AppMatch(
        kind.platform(), app, verdict, Printable.escape(origin), because, reason, remarks);
  }
}
