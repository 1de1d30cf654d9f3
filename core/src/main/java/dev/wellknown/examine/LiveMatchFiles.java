package dev.wellknown.examine;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Request;
import dev.wellknown.finding.Finding;
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

  private final Fetcher fetcher;
  private final boolean mayBePrivate;
  private final Map<String, FutureTask<List<MatchFile>>> byHost = new ConcurrentHashMap<>();

  LiveMatchFiles(Fetcher fetcher, boolean mayBePrivate) {
    this.fetcher = fetcher;
    this.mayBePrivate = mayBePrivate;
  }

  /** The files that decide about a URL; they are on the host's port 443, whatever its own port. */
  List<MatchFile> of(LinkUrl url) {
    String host = url.host();
    boolean pointless =
        KINDS.stream().allMatch(kind -> url.ineligible(kind.platform()).isPresent());
    if (pointless || url.hostName().isEmpty()) {
      String reason = "no host name that could be asked for its files";
      return KINDS.stream()
          .map(kind -> MatchFile.without(kind, host, MatchVerdict.UNKNOWN, reason))
          .toList();
    }
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
    if (file.isPresent() && file.get() instanceof AssetLinks links) {
      includes.follow(links);
    }
    IncludedLists lists = includes.lists();
    return MatchFile.served(kind, address.toString(), file, lists.all(), lists.isWhole(), findings);
  }
}
