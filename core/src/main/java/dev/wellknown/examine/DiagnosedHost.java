package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.serving.Serving;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One host of a chain: what a check finds about it, and its files as links meet them.
 *
 * @param isRegistered whether it is one of the registration's
 * @param report what the check found
 * @param findings the same, and what there is to say about the apps' own side
 * @param files of the platforms that were asked for
 * @param read what they say, where they could be had
 */
record DiagnosedHost(
    boolean isRegistered,
    TargetReport report,
    List<Finding> findings,
    Map<Platform, MatchFile> files,
    Map<Platform, AssociationFile> read) {

  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;

  /** Asks a host. */
  static DiagnosedHost ask(
      Check check,
      Fetcher fetcher,
      String host,
      boolean mayBePrivate,
      boolean isRegistered,
      Optional<RegisteredLinks> links) {
    Map<Platform, MatchFile> files = new EnumMap<>(Platform.class);
    Map<Platform, AssociationFile> read = new EnumMap<>(Platform.class);
    Fetcher limited = IncludeBudget.limited(fetcher);
    TargetReport report =
        check.check(
            fetcher,
            host,
            mayBePrivate,
            serving -> {
              Platform platform = serving.kind().platform();
              files.put(platform, LiveMatchFiles.file(limited, serving));
              read(serving).ifPresent(file -> read.put(platform, file));
            });
    List<Finding> findings =
        new ArrayList<>(report.findings().stream().map(Reported::finding).toList());
    for (Platform platform : files.keySet()) {
      links.ifPresent(
          each -> findings.addAll(check.severities().apply(each.ofHost(platform, host))));
    }
    return new DiagnosedHost(isRegistered, report, findings, files, read);
  }

  private static Optional<AssociationFile> read(Serving serving) {
    return serving
        .file()
        .map(
            bytes ->
                AssociationFile.read(serving.kind(), bytes, serving.answer().uri().toString()));
  }

  /** Whether nothing on it has to do with apps, as on hosts that count clicks. */
  boolean isBare() {
    return report.files().stream()
        .allMatch(
            file -> file.status() != null && (file.status() == NOT_FOUND || file.status() == GONE));
  }

  /** Whether a platform has a say about it. */
  boolean concerns(Platform platform) {
    return report.verdicts().keySet().stream().anyMatch(reader -> reader.platform() == platform);
  }

  /** Whether a finding keeps a reader from taking a link for an app, or may. */
  boolean concerns(Finding finding, Reader reader, String app) {
    if (!finding.breaks().contains(reader) && !finding.undecided().contains(reader)) {
      return false;
    }
    if (finding.app() != null && !app.equals(AppMatch.ANY)) {
      return finding.app().equals(app);
    }
    return !isElsewhere(finding, reader.platform(), app);
  }

  /**
   * Whether a finding is about a part of the file that says nothing of this app's links. On Android
   * most faults of one statement spoil the whole file.
   */
  private boolean isElsewhere(Finding finding, Platform platform, String app) {
    String pointer = finding.location().pointer();
    AssociationFile file = read.get(platform);
    if (pointer == null
        || pointer.isEmpty()
        || file == null
        || !file.document().origin().equals(finding.location().uri())) {
      return false;
    }
    String[] tokens = pointer.substring(1).split("/", -1);
    JsonValue root = file.document().value().orElse(null);
    if (platform == Platform.APPLE) {
      if (!tokens[0].equals("applinks")) {
        return !tokens[0].isEmpty() && isService(tokens[0]);
      }
      JsonValue details = child(child(root, "applinks"), "details");
      boolean single = tokens.length > 2 && tokens[1].equals("details");
      return single && !names(child(details, tokens[2]), app);
    }
    return finding.rule().id().startsWith("assetlinks/fingerprint-")
        && !names(child(root, tokens[0]), app);
  }

  private static boolean isService(String name) {
    return List.of("webcredentials", "appclips", "activitycontinuation").contains(name);
  }

  private static boolean names(@Nullable JsonValue part, String app) {
    return part == null || app.equals(AppMatch.ANY) || part.toJson().contains('"' + app + '"');
  }

  private static @Nullable JsonValue child(@Nullable JsonValue parent, String token) {
    if (parent instanceof JsonObject object) {
      return object.get(token);
    }
    if (parent instanceof JsonArray array && token.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(token);
      return index < array.elements().size() ? array.elements().get(index) : null;
    }
    return null;
  }
}
