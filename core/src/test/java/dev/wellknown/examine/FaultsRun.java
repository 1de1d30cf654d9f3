package dev.wellknown.examine;

import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.faults.FaultNames;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.JsonFormat;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process of its own that checks hosts as the command does, with all that the command does by
 * default, and writes down what came out and when. The hosts themselves are in another process.
 */
final class FaultsRun {

  static final int CONCURRENCY = 16;

  private FaultsRun() {}

  /**
   * @param arguments a folder with {@code authority.pem}, {@code connect-to} and {@code hosts}; the
   *     results go there
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Starts starts = new Starts(Files.readAllLines(folder.resolve("hosts")).iterator());
    Check check =
        new Check(Set.of(), Moment.AFTER_DEPLOY, false, Optional.empty(), Severities.UNCHANGED);
    TextFormat text = new TextFormat(Style.PLAIN, Detail.VERBOSE, Severity.NOTE);
    Report.Tally tally = new Report.Tally();
    try (FaultNames names = new FaultNames();
        BufferedWriter lines = Files.newBufferedWriter(folder.resolve("lines"));
        BufferedWriter texts = Files.newBufferedWriter(folder.resolve("texts"));
        BufferedWriter times = Files.newBufferedWriter(folder.resolve("times"));
        Fetcher fetcher = fetcher(folder, names)) {
      new CheckRun(check, fetcher, CONCURRENCY)
          .run(
              starts,
              false,
              target -> {
                write(times, target.name() + "\t" + starts.millis(target.name()) + "\n");
                write(lines, JsonFormat.line(target));
                write(texts, text.text(target));
                tally.add(target);
              });
      write(texts, text.summary(new Report("check", true, List.of(), List.of(), List.of()), tally));
      write(times, "rebind questions\t" + names.rebindQuestions() + "\n");
    }
  }

  private static Fetcher fetcher(Path folder, FaultNames names) throws IOException {
    Fetcher.Builder builder =
        Fetcher.builder()
            .trust(Files.readAllBytes(folder.resolve("authority.pem")))
            .resolver(names);
    Files.readAllLines(folder.resolve("connect-to"))
        .forEach(mapping -> builder.connectTo(ConnectTo.parse(mapping)));
    return builder.build();
  }

  private static void write(Writer to, String text) {
    try {
      to.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers when each host was begun: just before the run looks for the next one. */
  private static final class Starts implements Iterator<String> {
    private final Iterator<String> hosts;
    private Optional<String> last = Optional.empty();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    Starts(Iterator<String> hosts) {
      this.hosts = hosts;
    }

    /** How long ago a host was begun. */
    long millis(String host) {
      return (System.nanoTime() - begun.getOrDefault(host, System.nanoTime())) / 1_000_000;
    }

    @Override
    public boolean hasNext() {
      last.ifPresent(host -> begun.put(host, System.nanoTime()));
      return hosts.hasNext();
    }

    @Override
    public String next() {
      String host = hosts.next();
      begun.put(host, System.nanoTime());
      last = Optional.of(host);
      return host;
    }
  }
}
