package dev.wellknown.bench.mass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks very many hosts on one local TLS server with {@code wellknown check}, {@code curl
 * --parallel} and a bare client, in turns, and prints how they compare.
 */
final class MassBenchmark {

  private static final String DOMAIN = "bench.example.com";

  private final Options options;
  private final Path directory;
  private final Path site;

  private MassBenchmark(Options options, Path directory, Path site) {
    this.options = options;
    this.directory = directory;
    this.site = site;
  }

  /** What one turn of a client came to; times are per host. */
  private record Turn(
      double hostsPerSecond, double cpuMillis, double serverMillis, double peakMib) {}

  public static void main(String... args) throws Exception {
    Options options = Options.parse(args);
    Path directory = Files.createTempDirectory("wellknown-bench-").toRealPath();
    Path site = directory.resolve("site");
    new ProcessBuilder(
            options.home().resolve("bin/wellknown").toString(),
            "generate",
            "-r",
            "examples/shop/wellknown.yaml",
            "-o",
            site.toString())
        .start()
        .waitFor();
    MassBenchmark benchmark = new MassBenchmark(options, directory, site);
    say("in %s, %s", directory, options);
    if (options.heap().isEmpty()) {
      for (long millis : options.roundTrips()) {
        benchmark.compare(millis);
      }
    } else {
      benchmark.watchMemory(options.heap());
    }
  }

  private Path list(int number) throws IOException {
    return Files.write(
        directory.resolve("hosts-" + number + ".txt"),
        IntStream.range(0, number).mapToObj(i -> "h" + i + "." + DOMAIN).toList());
  }

  private Server server(long millis) throws Exception {
    return new Server(directory.resolve("server-" + millis), site, DOMAIN, millis);
  }

  private void compare(long millis) throws Exception {
    Map<String, List<Turn>> turns = new LinkedHashMap<>();
    try (Server server = server(millis)) {
      boolean far = millis > 0;
      Clients clients =
          new Clients(
              options.home(),
              list(options.hosts()),
              server,
              far ? options.atOnceFar() : options.atOnce(),
              far ? options.curlAtOnceFar() : options.curlAtOnce());
      for (int round = 1; round <= options.rounds(); round++) {
        for (var each : clients.commands(options.javas()).entrySet()) {
          Turn turn = turn(server, each.getKey(), each.getValue());
          turns.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(turn);
          say(
              "%d ms, round %d: %-13s %6.1f hosts/s  %5.2f ms CPU/host  server %5.2f  %4.0f MiB",
              millis,
              round,
              each.getKey(),
              turn.hostsPerSecond(),
              turn.cpuMillis(),
              turn.serverMillis(),
              turn.peakMib());
        }
      }
    }
    tell(millis, turns);
  }

  private Turn turn(Server server, String name, List<String> command) throws Exception {
    Duration before = server.cpu();
    Run run = Run.of(command, directory, name, kib -> {});
    Duration served = server.cpu().minus(before);
    boolean ours = name.startsWith("wellknown");
    long answered =
        name.equals("curl")
            ? run.lines("200 ") / 2
            : ours ? run.lines("\"target\":\"") : run.exit() == 0 ? options.hosts() : 0;
    if (answered != options.hosts() || run.exit() == 2) {
      throw new IllegalStateException(
          name + " ended with " + run.exit() + " after " + answered + " hosts; see " + run.out());
    }
    if (ours && run.exit() != 0) {
      long passed = run.lines("\"verdict\":\"pass\"");
      say("%s: only %d passed, the machine was too busy; see %s", name, passed, run.out());
    }
    if (name.equals("curl")) {
      long made;
      try (var lines = Files.lines(run.out())) {
        made = lines.mapToLong(line -> Long.parseLong(line.substring(4))).sum();
      }
      say("curl made %.2f connections per host", made / (double) options.hosts());
    }
    return new Turn(
        options.hosts() / seconds(run.wall()),
        1000 * seconds(run.cpu()) / options.hosts(),
        1000 * seconds(served) / options.hosts(),
        run.peakKib() / 1024.0);
  }

  /** Medians; and ratios of what ran in the same round, of which the median counts. */
  private static void tell(long millis, Map<String, List<Turn>> turns) {
    say("%n| %d ms | hosts/s | CPU/host | server/host | peak RSS |", millis);
    say("| --- | --- | --- | --- | --- |");
    turns.forEach(
        (name, all) ->
            say(
                "| %s | %.0f | %.2f ms | %.2f ms | %.0f MiB |",
                name,
                median(all, Turn::hostsPerSecond),
                median(all, Turn::cpuMillis),
                median(all, Turn::serverMillis),
                median(all, Turn::peakMib)));
    for (String name : turns.keySet()) {
      if (name.startsWith("wellknown")) {
        List<Turn> ours = turns.get(name);
        List<Turn> bare = turns.get(name.replace("wellknown", "bare"));
        say(
            "%s: %.2f times the hosts/s of curl, %.2f times the CPU/host of the bare client",
            name,
            ratio(ours, turns.get("curl"), Turn::hostsPerSecond),
            ratio(ours, bare, Turn::cpuMillis));
      }
    }
    say("");
  }

  private static double ratio(List<Turn> ours, List<Turn> theirs, ToDoubleFunction<Turn> figure) {
    return median(
        IntStream.range(0, ours.size())
            .mapToObj(i -> figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i)))
            .toList(),
        each -> each);
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One long run with a small heap: what is resident, and what is left after each collection. */
  private void watchMemory(String heap) throws Exception {
    Path java = options.javas().get(options.javas().size() - 1);
    Path log = directory.resolve("gc.log");
    List<Long> resident = new ArrayList<>();
    Run run;
    try (Server server = server(0)) {
      Clients clients =
          new Clients(options.home(), list(options.hosts()), server, options.atOnce(), 1);
      run = Run.of(clients.wellknown(java, heap, log), directory, "memory", resident::add);
    }
    List<Long> left =
        Files.readAllLines(log).stream()
            .filter(line -> line.matches(".*Pause.*->\\d+M\\(.*"))
            .map(line -> Long.parseLong(line.replaceAll(".*->(\\d+)M\\(.*", "$1")))
            .toList();
    say(
        "%d hosts with -Xmx%s on %s: exit %d, %d lines, %.0f s, peak RSS %.0f MiB",
        options.hosts(),
        heap,
        Clients.version(java),
        run.exit(),
        run.lines("\"verdict\":\"pass\""),
        seconds(run.wall()),
        run.peakKib() / 1024.0);
    say("tenths of the run, resident MiB:              %s", tenths(resident, 1024));
    say("tenths of the run, MiB left by a collection:  %s", tenths(left, 1));
  }

  /** The median of each tenth. */
  private static String tenths(List<Long> all, long unit) {
    if (all.size() < 10) {
      return all.toString();
    }
    return IntStream.range(0, 10)
        .mapToObj(i -> all.subList(i * all.size() / 10, (i + 1) * all.size() / 10))
        .map(part -> String.format(Locale.ROOT, "%.0f", median(part, each -> each) / unit))
        .collect(Collectors.joining(" "));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
