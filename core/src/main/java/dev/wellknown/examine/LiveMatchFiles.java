package dev.wellknown.examine;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Request;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.rule.agreement.IncludedLists;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The files of the hosts that URLs name; each host is asked once. */
final class LiveMatchFiles {

  /** Apple's first, as everywhere. */
  private static final List<Kind> KINDS = List.of(Kind.AASA, Kind.ASSETLINKS);

  private static final String NOT_PUBLIC = "serving/private-address";

  private final Fetcher fetcher;
  private final boolean mayBePrivate;
  private final Map<String, FutureTask<List<MatchFile>>> byHost = new ConcurrentHashMap<>();

  LiveMatchFiles(Fetcher fetcher, boolean mayBePrivate) {
    this.fetcher = fetcher;
    this.mayBePrivate = mayBePrivate;
  }

  /**
   * What a URL does for the apps of its host's files and for those that were given. Where an app
   * names the host by a wildcard only, the file of the parent decides for it.
   */
  List<AppMatch> match(LinkUrl url, MatchApps given) {
    List<AppMatch> matches = new ArrayList<>();
    for (MatchFile own : of(url)) {
      Platform platform = own.kind().platform();
      Map<String, MatchApps> parents =
          url.hostName().isEmpty() ? Map.of() : given.byWildcard(platform, url.host());
      MatchApps rest = given.without(parents.values());
      for (AppMatch match : own.match(url, rest)) {
        boolean elsewhere =
            parents.values().stream().anyMatch(each -> each.speakFor(platform, match.app()));
        boolean nobody = match.app().equals(AppMatch.ANY) && !parents.isEmpty();
        if (!nobody && (!elsewhere || rest.speakFor(platform, match.app()))) {
          matches.add(match);
        }
      }
      parents.forEach((parent, apps) -> byParent(url, own.kind(), parent, apps, matches));
    }
    return matches;
  }

  private void byParent(
      LinkUrl url, Kind kind, String parent, MatchApps apps, List<AppMatch> matches) {
    Platform platform = kind.platform();
    String remark =
        "the app names the host by *." + parent + ", so the file of " + parent + " decides";
    for (MatchFile file : files(parent)) {
      if (file.kind() == kind) {
        file.match(url, apps).stream()
            .filter(match -> apps.speakFor(platform, match.app()))
            .map(match -> match.remark(remark))
            .forEach(matches::add);
      }
    }
  }

  /** The files of a URL's host; they are on its port 443, whatever the URL's own port. */
  private List<MatchFile> of(LinkUrl url) {
    String host = url.host();
    boolean pointless =
        KINDS.stream().allMatch(kind -> url.ineligible(kind.platform()).isPresent());
    if (pointless || url.hostName().isEmpty()) {
      String reason = "no host name that could be asked for its files";
      return KINDS.stream()
          .map(kind -> MatchFile.without(kind, host, MatchVerdict.UNKNOWN, reason))
          .toList();
    }
    return files(host);
  }

  private List<MatchFile> files(String host) {
    FutureTask<List<MatchFile>> task =
        byHost.computeIfAbsent(host, key -> new FutureTask<>(() -> ask(key)));
    // Whoever comes first asks, the others wait; a task runs once.
    task.run();
    return had(task);
  }

  private static List<MatchFile> had(FutureTask<List<MatchFile>> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private List<MatchFile> ask(String host) {
    Fetcher limited = IncludeBudget.limited(fetcher);
    List<String> paths = KINDS.stream().map(kind -> "/" + kind.path()).toList();
    List<Observation> answers = limited.fetch(new Request(host, 443, paths, mayBePrivate, null));
    List<MatchFile> files = new ArrayList<>();
    for (int i = 0; i < KINDS.size(); i++) {
      files.add(file(limited, Serving.of(KINDS.get(i), answers.get(i), Instant.now())));
    }
    return files;
  }

  /** A file as it was served. */
  static MatchFile file(Fetcher fetcher, Serving serving) {
    Kind kind = serving.kind();
    URI address = serving.answer().uri();
    List<Finding> findings = new ArrayList<>(ServingRules.check(serving));
    Optional<AssociationFile> file =
        serving.file().map(bytes -> AssociationFile.read(kind, bytes, address.toString()));
    file.ifPresent(each -> findings.addAll(FileExamination.byRules(each).findings()));
    if (file.isEmpty() && Standing.of(kind, findings).obstacle().isEmpty()) {
      return MatchFile.without(
          kind, address.toString(), MatchVerdict.UNKNOWN, "the file could not be had");
    }
    Includes includes = new Includes(uri -> fetcher.fetch(Request.of(uri)).get(0), address);
    List<Finding> told = new ArrayList<>();
    if (file.isPresent() && file.get() instanceof AssetLinks links) {
      told.addAll(includes.follow(links));
    }
    IncludedLists lists = includes.lists();
    // Who asks from inside may be answered where this run was not to ask.
    boolean isWhole =
        lists.isWhole() && told.stream().noneMatch(each -> each.rule().id().equals(NOT_PUBLIC));
    return MatchFile.served(kind, address.toString(), file, lists.all(), isWhole, findings);
  }
}
