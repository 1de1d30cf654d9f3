package dev.wellknown.examine;

import dev.wellknown.app.AssociatedDomain;
import dev.wellknown.app.Entitlements;
import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.examine.AppMatch.Because;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an app's entitlements change about what the file of a host says. */
final class EntitledMatch {

  private EntitledMatch() {}

  /** Why nothing asks for a host's file: entitlements that are known and do not name the host. */
  static Optional<Standing.Obstacle> unasked(@Nullable Entitlements list, String host) {
    if (list == null
        || list.coverage(AppSiteAssociation.APPLINKS, host) != Entitlements.Coverage.ABSENT) {
      return Optional.empty();
    }
    return Optional.of(
        new Standing.Obstacle(
            MatchVerdict.NO_MATCH,
            new Because(Location.of(list.origin()), "", Evidence.DOCUMENTED),
            "the app's entitlements have no applinks:" + host + ", so nothing asks for its file"));
  }

  /** A match by the file, for an app whose entitlements do not leave the host out. */
  static AppMatch of(AppMatch match, Entitlements list, String host) {
    List<String> remarks = new ArrayList<>(match.remarks());
    return switch (list.coverage(AppSiteAssociation.APPLINKS, host)) {
      case NAMED, BY_WILDCARD -> {
        entry(list, host, remarks);
        yield with(match, match.verdict(), match.reason(), remarks);
      }
      case ONLY_BELOW -> {
        remarks.add(
            "the entitlements have only applinks:*."
                + host
                + ": by Apple's guide that does not stand for the name itself, by what systems do"
                + " it does; name it too");
        Because because = match.because();
        yield new AppMatch(
            match.platform(),
            match.app(),
            match.verdict(),
            match.file(),
            because == null
                ? null
                : new Because(because.location(), because.text(), Evidence.DERIVED),
            match.reason(),
            remarks);
      }
      case UNRESOLVED ->
          match.verdict() == MatchVerdict.OPENS
              ? with(
                  match,
                  MatchVerdict.UNKNOWN,
                  match.reason()
                      + "; whether the app's entitlements name the host is filled in by the build",
                  remarks)
              : match;
      case ABSENT -> match;
    };
  }

  private static void entry(Entitlements list, String host, List<String> remarks) {
    AssociatedDomain entry = list.covering(AppSiteAssociation.APPLINKS, host).orElseThrow();
    if (entry.wildcard()) {
      remarks.add("the entitlements name the host by applinks:*." + entry.host());
    }
    if (entry.modes().contains("developer")) {
      remarks.add("the entitlements name the host for devices in developer mode only");
    }
  }

  private static AppMatch with(
      AppMatch match, MatchVerdict verdict, String reason, List<String> remarks) {
    return new AppMatch(
        match.platform(), match.app(), verdict, match.file(), match.because(), reason, remarks);
  }
}
