package dev.wellknown.bench.mass;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the benchmark is run.
 *
 * @param home the installation that is measured
 * @param hosts how many
 * @param rounds how often every client takes its turn
 * @param javas homes of JDKs
 * @param roundTrips in milliseconds, each measured by itself
 * @param atOnce hosts at once without latency
 * @param atOnceFar the same, with latency
 * @param curlAtOnce transfers at once without latency
 * @param curlAtOnceFar the same, with latency
 * @param heap empty to compare clients, else a limit such as {@code 256m} to watch the memory of
 *     ours
 */
record Options(
    Path home,
    int hosts,
    int rounds,
    List<Path> javas,
    List<Long> roundTrips,
    int atOnce,
    int atOnceFar,
    int curlAtOnce,
    int curlAtOnceFar,
    String heap) {

  static Options parse(String... args) {
    int hosts = 10_000;
    int rounds = 3;
    List<Path> javas = new ArrayList<>();
    List<Long> roundTrips = List.of(0L, 100L);
    int atOnce = 64;
    int atOnceFar = 256;
    int curlAtOnce = 64;
    int curlAtOnceFar = 300;
    String heap = "";
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--hosts" -> hosts = Integer.parseInt(value);
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--java" -> javas.add(Path.of(value));
        case "--latency" -> roundTrips = Stream.of(value.split(",")).map(Long::valueOf).toList();
        case "--at-once" -> atOnce = Integer.parseInt(value);
        case "--at-once-far" -> atOnceFar = Integer.parseInt(value);
        case "--curl-at-once" -> curlAtOnce = Integer.parseInt(value);
        case "--curl-at-once-far" -> curlAtOnceFar = Integer.parseInt(value);
        case "--memory" -> heap = value;
        default -> throw new IllegalArgumentException("no option " + args[i]);
      }
    }
    if (javas.isEmpty()) {
      javas.add(Path.of(System.getProperty("java.home")));
    }
    return new Options(
        Path.of(System.getProperty("home", "cli/target/wellknown")).toAbsolutePath(),
        hosts,
        rounds,
        List.copyOf(javas),
        roundTrips,
        atOnce,
        atOnceFar,
        curlAtOnce,
        curlAtOnceFar,
        heap);
  }
}
