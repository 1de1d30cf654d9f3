package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.AppMatch.Because;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Evidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Tries URLs against association files and apps; everything is read and compiled once. */
public final class MatchRun {

  private final Function<LinkUrl, List<AppMatch>> matches;

  private MatchRun(Function<LinkUrl, List<AppMatch>> matches) {
    this.matches = matches;
  }

  /**
   * Against local files, whatever the URL's host.
   *
   * @param paths files, or directories with the two files at their top or in {@code .well-known}
   * @param apps manifests and entitlements of the apps; {@code ID=FILE} where a file does not tell
   *     whose it is
   * @throws UnusableInputException where one of them is missing, unreadable or something else
   */
  public static MatchRun local(List<String> paths, List<String> apps, Inputs inputs)
      throws UnusableInputException {
    MatchApps given = MatchApps.read(apps, inputs);
    List<MatchFile> files = new ArrayList<>();
    for (String path : paths) {
      files.addAll(read(path, given, inputs));
    }
    for (Kind kind : Kind.values()) {
      if (given.areFor(kind.platform()) && files.stream().noneMatch(each -> each.kind() == kind)) {
        files.add(
            MatchFile.without(
                kind,
                kind.fileName(),
                MatchVerdict.UNKNOWN,
                "no " + kind.fileName() + " was given, and it decides, too; name it with --files"));
      }
    }
    files.sort(Comparator.comparing(file -> file.kind().platform()));
    return new MatchRun(
        url -> files.stream().flatMap(file -> file.match(url, given).stream()).toList());
  }

  /**
   * Against the files of each URL's own host.
   *
   * @param mayBePrivate whether hosts may have addresses that are not public: where a person named
   *     the URLs
   * @throws UnusableInputException where an app's file is missing, unreadable or something else
   */
  public static MatchRun live(
      Fetcher fetcher, boolean mayBePrivate, List<String> apps, Inputs inputs)
      throws UnusableInputException {
    MatchApps given = MatchApps.read(apps, inputs);
    LiveMatchFiles hosts = new LiveMatchFiles(fetcher, mayBePrivate);
    return new MatchRun(url -> hosts.match(url, given));
  }

  private static List<MatchFile> read(String path, MatchApps apps, Inputs inputs)
      throws UnusableInputException {
    if (!path.equals(Inputs.STANDARD_INPUT) && Files.isDirectory(inputs.resolve(path))) {
      return directory(path, apps, inputs);
    }
    byte[] bytes = inputs.read(path);
    Kind kind =
        InputKind.of(path, bytes)
            .flatMap(InputKind::association)
            .orElseThrow(
                () ->
                    new UnusableInputException(
                        path
                            + " is no association file; give an assetlinks.json, an"
                            + " apple-app-site-association, or a directory with them"
                            + " (\"wellknown generate -o DIR\" makes one of a registration)"));
    return List.of(MatchFile.of(AssociationFile.read(kind, bytes, path)));
  }

  private static List<MatchFile> directory(String path, MatchApps apps, Inputs inputs)
      throws UnusableInputException {
    Path root = inputs.resolve(path);
    String prefix = path.endsWith("/") ? path : path + "/";
    List<MatchFile> files = new ArrayList<>();
    List<MatchFile> absent = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Optional<String> found =
          List.of(kind.path(), kind.fileName()).stream()
              .filter(name -> Files.exists(root.resolve(name)))
              .findFirst();
      if (found.isPresent()) {
        String name = prefix + found.get();
        files.add(MatchFile.of(AssociationFile.read(kind, inputs.read(name), name)));
      } else if (apps.areFor(kind.platform())) {
        String name = prefix + kind.path();
        absent.add(
            MatchFile.without(
                kind, name, MatchVerdict.NO_MATCH, name + " does not exist: no app is associated"));
      }
    }
    if (files.isEmpty()) {
      throw new UnusableInputException(
          path
              + " holds neither of the two files: looked for "
              + Kind.ASSETLINKS.path()
              + " and "
              + Kind.AASA.path()
              + ", there and at its top");
    }
    files.addAll(absent);
    return files;
  }

  /**
   * What some URLs do, in their order.
   *
   * @param concurrency how many are tried at the same time at most, at least one
   * @throws UnusableInputException where one of the texts is no URL at all; nothing is asked then
   */
  public List<MatchedUrl> match(List<String> texts, int concurrency) throws UnusableInputException {
    List<LinkUrl> urls = new ArrayList<>();
    for (String text : texts) {
      urls.add(LinkUrl.of(text));
    }
    int threads = Math.max(1, Math.min(concurrency, urls.size()));
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return urls.stream()
          .map(url -> CompletableFuture.supplyAsync(() -> match(url), workers))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      workers.shutdownNow();
    }
  }

  /**
   * What a URL does.
   *
   * @throws UnusableInputException where the text is no URL at all
   */
  public MatchedUrl match(String text) throws UnusableInputException {
    return match(LinkUrl.of(text));
  }

  private MatchedUrl match(LinkUrl url) {
    List<AppMatch> found = matches.apply(url);
    return new MatchedUrl(
        url.text(), url.hasCapitalScheme() ? found.stream().map(MatchRun::folded).toList() : found);
  }

  /** Platforms document no folding of schemes; that browsers fold is concluded. */
  private static AppMatch folded(AppMatch match) {
    Because because = match.because();
    return because == null
        ? match
        : match
            .because(new Because(because.location(), because.text(), Evidence.DERIVED))
            .remark(
                "the scheme is compared in small letters, for browsers hand it on so; an app that"
                    + " passes the link on as it is written may see it otherwise (derived)");
  }
}
