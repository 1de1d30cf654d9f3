package dev.wellknown.match;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.HostVerification;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Location;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Position;
import dev.wellknown.match.AndroidAssociation.Placed;
import dev.wellknown.match.AndroidDecision.Elsewhere;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs a host's {@code assetlinks.json} lets an app open: compiled once, immutable, safe for
 * any number of threads. The caller sees to it that the URL's host is the one that serves the file
 * (for {@code *.example.com} in a manifest that is {@code example.com}).
 *
 * <p>The app's manifest decides first, then the dynamic rules restrict. Android 14 and earlier do
 * not read the rules; Google's agent passes over them, and Android's own loses the file (rule
 * {@code assetlinks/dynamic-unreadable-before-15}).
 */
public final class AndroidMatcher {

  private final Map<String, AndroidAssociation> apps = new LinkedHashMap<>();
  private final Map<String, List<Placed>> statements = new HashMap<>();
  private final boolean open;

  private AndroidMatcher(AssetLinks file, @Nullable List<AssetLinks> included) {
    List<AssetLinks> files = new ArrayList<>(List.of(file));
    files.addAll(included == null ? List.of() : included);
    open = included == null && file.statements().stream().anyMatch(Statement::isInclude);
    Set<String> named = new LinkedHashSet<>();
    for (AssetLinks each : files) {
      for (Statement statement : each.statements()) {
        String app = statement.packageName();
        if (app != null && statement.isApp() && !statement.isInclude()) {
          named.add(app);
          statements
              .computeIfAbsent(folded(app), key -> new ArrayList<>())
              .add(new Placed(each, statement));
        }
      }
    }
    named.forEach(app -> apps.put(app, among(app)));
  }

  /** Apps that differ by case only are looked at together: the miss of one may be the other. */
  private static String folded(String app) {
    return app.toLowerCase(Locale.ROOT);
  }

  private AndroidAssociation among(String app) {
    return AndroidAssociation.of(statements.getOrDefault(folded(app), List.of()), app);
  }

  /** Compiles a file alone; an app that only an included file may name is {@code unknown}. */
  public static AndroidMatcher of(AssetLinks file) {
    return new AndroidMatcher(file, null);
  }

  /** Compiles a file and all that it includes. */
  public static AndroidMatcher of(AssetLinks file, List<AssetLinks> included) {
    return new AndroidMatcher(file, included);
  }

  /** The packages that the file names, associated or not, in its order. */
  public Set<String> apps() {
    return new LinkedHashSet<>(apps.keySet());
  }

  /** The fingerprints with which the file associates an app with its links, as written. */
  public Set<String> fingerprints(String app) {
    Set<String> fingerprints = new LinkedHashSet<>();
    for (Placed placed : association(app).linking()) {
      placed.statement().fingerprintTexts().stream()
          .map(JsonString::value)
          .forEach(fingerprints::add);
    }
    return fingerprints;
  }

  /** What the file says by itself: associated, blocked, no-match or unknown. */
  public AndroidDecision decide(String app, AndroidUrl url) {
    return decide(app, url, null);
  }

  /** What the file and the app's filters say together: opens, excluded, no-match or unknown. */
  public AndroidDecision decide(String app, AndroidUrl url, @Nullable AndroidFilters filters) {
    AndroidDecision newest = decide(app, url, filters, AndroidRelease.NEWEST);
    List<Elsewhere> elsewhere = new ArrayList<>();
    for (AndroidRelease release : AndroidRelease.values()) {
      AndroidDecision other =
          release == AndroidRelease.NEWEST ? newest : decide(app, url, filters, release);
      if (other.verdict() != newest.verdict()) {
        elsewhere.add(new Elsewhere(release, other.verdict(), other.reason()));
      }
    }
    return newest.with(elsewhere);
  }

  private AndroidAssociation association(String app) {
    AndroidAssociation known = apps.get(app);
    return known == null ? among(app) : known;
  }

  private AndroidDecision decide(
      String app, AndroidUrl url, @Nullable AndroidFilters filters, AndroidRelease release) {
    AndroidAssociation association = association(app);
    if (!association.isLinked()) {
      Placed nearest = association.nearest();
      return decision(
          app,
          open ? AndroidVerdict.UNKNOWN : AndroidVerdict.NO_MATCH,
          nearest == null ? null : nearest.location(),
          nearest == null ? "" : nearest.statement().object().toJson(),
          open
              ? association.miss() + " here, and included files were not read"
              : association.miss());
    }
    Placed first = association.linking().get(0);
    String reason = "the file associates the app";
    Location place = first.location();
    String text = first.statement().object().toJson();
    if (filters != null) {
      FilterOutcome filter = filters.decide(url, release);
      AndroidVerdict verdict = verdict(filter, filters, url, release);
      place = place(filters.manifest(), filter.position());
      text = filter.reason();
      reason = "the manifest's filter at line " + filter.position().line() + ": " + filter.reason();
      if (verdict != AndroidVerdict.OPENS) {
        boolean taken = filter.kind() == FilterOutcome.Kind.MATCH;
        return decision(
            app,
            verdict,
            place,
            text,
            taken ? reason + ", but " + filters.notVerified(url, release) : reason);
      }
    }
    AndroidDecision let =
        decision(
            app,
            filters == null ? AndroidVerdict.ASSOCIATED : AndroidVerdict.OPENS,
            place,
            text,
            reason);
    return release.readsRules() ? restrict(let, association, first, url, release) : let;
  }

  private static AndroidDecision restrict(
      AndroidDecision let,
      AndroidAssociation association,
      Placed first,
      AndroidUrl url,
      AndroidRelease release) {
    RuleReading reading =
        release == AndroidRelease.FIRST_15 ? RuleReading.FIRST_ANDROID_15 : RuleReading.CURRENT;
    AndroidRules rules = association.rules().get(reading);
    AndroidRules.Outcome outcome = rules.decide(url);
    JsonValue decider = outcome.place();
    if (decider == null) {
      return let;
    }
    boolean kept =
        outcome.kind() == AndroidRules.Kind.EXCLUDED || outcome.kind() == AndroidRules.Kind.NO_RULE;
    AndroidVerdict verdict =
        !kept
            ? let.verdict()
            : let.verdict() == AndroidVerdict.OPENS
                ? AndroidVerdict.EXCLUDED
                : AndroidVerdict.BLOCKED;
    // A rule without a pattern: the documents say that it voids all, Android's code that it never
    // matches.
    boolean disputed = rules.hasRuleWithoutPattern();
    return new AndroidDecision(
        let.app(),
        verdict,
        first.location(decider),
        decider.toJson(),
        (kept ? "" : let.reason() + "; ")
            + outcome.reason()
            + (disputed
                ? "; by the documents a rule without pattern makes all rules void, and the"
                    + " manifest decides"
                : ""),
        disputed ? Evidence.DERIVED : Evidence.DOCUMENTED,
        List.of());
  }

  private static AndroidVerdict verdict(
      FilterOutcome filter, AndroidFilters filters, AndroidUrl url, AndroidRelease release) {
    return switch (filter.kind()) {
      case MISS -> AndroidVerdict.NO_MATCH;
      case BLOCKED -> AndroidVerdict.EXCLUDED;
      case UNRESOLVED -> AndroidVerdict.UNKNOWN;
      case MATCH -> verified(filters.verification(release), url);
    };
  }

  /** From Android 12 on, a link whose host is not verified stays in the browser. */
  private static AndroidVerdict verified(HostVerification verification, AndroidUrl url) {
    String host = url.host() == null ? "" : url.host().toLowerCase(Locale.ROOT);
    if (verification.approving(host).isPresent()) {
      return verification.isTooMany() ? AndroidVerdict.NO_MATCH : AndroidVerdict.OPENS;
    }
    return verification.unresolved().isEmpty() ? AndroidVerdict.NO_MATCH : AndroidVerdict.UNKNOWN;
  }

  private static Location place(AndroidManifest manifest, Position position) {
    return new Location(manifest.origin(), null, position.line(), position.column());
  }

  private static AndroidDecision decision(
      String app, AndroidVerdict verdict, @Nullable Location because, String text, String reason) {
    return new AndroidDecision(app, verdict, because, text, reason, Evidence.DOCUMENTED, List.of());
  }
}
