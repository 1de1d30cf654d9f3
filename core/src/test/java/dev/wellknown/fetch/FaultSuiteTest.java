package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.fetch.faults.Catalogue;
import dev.wellknown.fetch.faults.Content;
import dev.wellknown.fetch.faults.FaultWorld;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fault, all in one process, sixteen at once. Those that stall get a shorter deadline than
 * the others; one of them is waited for in full elsewhere.
 */
class FaultSuiteTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(10);
  // Where a machine is busy, threads wake up late.
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final int LIMIT = 1024 * 1024;
  private static final long GROWTH = 32L * 1024 * 1024;

  private static FaultWorld world;
  private static Map<String, String> expected;
  private static final Map<String, Future<Seen>> SEEN = new TreeMap<>();
  private static long heapBefore;
  private static long heapAfter;

  private record Seen(List<Observation> both, Duration took) {}

  @BeforeAll
  static void fetchAll() throws Exception {
    expected = expectations();
    world = new FaultWorld();
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try (Fetcher patient = world.fetcher().maxTime(LONG).build();
        Fetcher hasty = world.fetcher().maxTime(SHORT).build()) {
      patient.fetch(world.request("good-tls13"));
      heapBefore = heap();
      for (String fault : world.faults()) {
        Fetcher fetcher = stalls(fault) ? hasty : patient;
        SEEN.put(fault, pool.submit(() -> fetch(fetcher, fault)));
      }
      for (Future<Seen> each : SEEN.values()) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    heapAfter = heap();
  }

  private static Seen fetch(Fetcher fetcher, String fault) {
    long start = System.nanoTime();
    List<Observation> both = fetcher.fetch(world.request(fault));
    return new Seen(both, Duration.ofNanos(System.nanoTime() - start));
  }

  private static boolean stalls(String fault) {
    return expected.getOrDefault(fault, "").contains("TIMED_OUT");
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Map<String, String> expectations() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (InputStream in = FaultSuiteTest.class.getResourceAsStream("outcomes.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(cells -> all.put(cells[0], cells[1]));
    }
    return all;
  }

  @AfterAll
  static void close() throws Exception {
    SEEN.clear();
    world.close();
  }

  @TestFactory
  Stream<DynamicTest> observesWhatTheHostDoes() {
    return SEEN.keySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault,
                    () ->
                        assertThat(Outcome.of(SEEN.get(fault).get().both()))
                            .isEqualTo(expected.get(fault))));
  }

  @TestFactory
  Stream<DynamicTest> endsInTime() {
    return SEEN.keySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault,
                    () ->
                        assertThat(SEEN.get(fault).get().took())
                            .isLessThan(
                                (stalls(fault) ? SHORT : LONG).multipliedBy(2).plus(LATE))));
  }

  /** Also where a connection was poisoned, closed early or fell asleep between the two files. */
  @TestFactory
  Stream<DynamicTest> neverTakesOneFileForTheOther() {
    return SEEN.keySet().stream()
        .filter(
            fault ->
                fault.startsWith("good-") && !fault.equals("good-unicode")
                    || fault.startsWith("keepalive-")
                    || fault.startsWith("first-address-"))
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault,
                    () -> {
                      for (Observation each : SEEN.get(fault).get().both()) {
                        assertThat(((Answered) each).body().bytes())
                            .isEqualTo(Content.of(each.uri().getPath()));
                      }
                    }));
  }

  @Test
  void hasEveryFaultOfTheCatalogue() {
    assertThat(world.faults())
        .containsAll(Catalogue.rows().stream().map(Catalogue.Row::name).toList());
    assertThat(expected.keySet()).isEqualTo(SEEN.keySet());
  }

  @Test
  void keepsNothingOfWhatWasSent() {
    assertThat(heapAfter).isLessThan(heapBefore + GROWTH);
  }

  @Test
  void readsAndKeepsNoMoreThanTheLimits() throws Exception {
    for (Future<Seen> each : SEEN.values()) {
      for (Observation observation : each.get().both()) {
        if (observation instanceof Answered answered) {
          assertThat(answered.body().size()).isLessThanOrEqualTo(LIMIT + 1);
          assertThat(answered.body().wireSize()).isLessThanOrEqualTo(LIMIT + 64 * 1024);
        }
      }
    }
  }

  @Test
  void connectsToNobodyWhoWasNotAskedFor() {
    assertThat(world.canaryConnections()).isZero();
    assertThat(world.rebindQuestions()).isEqualTo(1);
  }

  @Test
  void getsBothFilesOverOneConnection() {
    for (String fault : List.of("good-tls13", "good-rsa", "good-chunked", "good-gzip")) {
      // One more of the first, which warmed up.
      int warm = fault.equals("good-tls13") ? 1 : 0;
      assertThat(world.connections(fault)).as(fault).isEqualTo(1 + warm);
    }
    assertThat(world.connections("keepalive-poison")).isEqualTo(2);
    assertThat(world.connections("keepalive-close")).isEqualTo(2);
  }

  @Test
  void asksNoMoreOftenThanTheRetriesAllow() {
    assertThat(world.connections("expired")).isEqualTo(1);
    assertThat(world.connections("tls-reset-on-hello")).isEqualTo(2);
    assertThat(world.connections("empty-reply")).isEqualTo(4);
  }
}
