package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.fetch.faults.Catalogue;
import dev.wellknown.fetch.faults.Conversation;
import dev.wellknown.fetch.faults.FaultWorld;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole check of every host of the catalogue and its neighbours: one process with little
 * memory, sixteen at once, nothing set but where the hosts are.
 */
class FaultsTest {

  private static final Duration WHOLE_RUN = Duration.ofSeconds(90);
  // Where a machine is busy, threads wake up late.
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final Duration FILE = Duration.ofSeconds(10).plus(LATE);
  private static final Duration HOST = Duration.ofSeconds(30).plus(LATE);

  @TempDir static Path folder;

  private static FaultWorld world;
  private static int exit;
  private static Duration took;
  private static String said;
  private static String lines;
  private static String texts;
  private static final Map<String, FaultsOutcome> OUTCOMES = new HashMap<>();
  private static final Map<String, Long> MILLIS = new HashMap<>();

  @BeforeAll
  static void checkAll() throws Exception {
    world = new FaultWorld();
    Files.write(folder.resolve("authority.pem"), world.authority().pem());
    Files.write(folder.resolve("connect-to"), world.mappings());
    Files.write(folder.resolve("hosts"), slowestFirst());
    Path output = folder.resolve("output");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                FaultsRun.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    took = Duration.ofNanos(System.nanoTime() - start);
    exit = process.exitValue();
    said = Files.readString(output, StandardCharsets.UTF_8);
    lines = Files.readString(folder.resolve("lines"), StandardCharsets.UTF_8);
    texts = Files.readString(folder.resolve("texts"), StandardCharsets.UTF_8);
    lines
        .lines()
        .map(FaultsOutcome::read)
        .forEach(outcome -> OUTCOMES.put(outcome.target(), outcome));
    for (String line : Files.readAllLines(folder.resolve("times"))) {
      String[] cells = line.split("\t");
      MILLIS.put(cells[0], Long.parseLong(cells[1]));
    }
  }

  /** So that the run does not wait for them alone at its end. */
  private static List<String> slowestFirst() {
    List<String> hosts = new ArrayList<>();
    for (String fault : world.faults()) {
      boolean slow =
          fault.matches(".*(slow|stall|drip|silent|blackhole|open|flood|dead|fan|tree).*");
      hosts.add(slow ? 0 : hosts.size(), world.host(fault));
    }
    return hosts;
  }

  @AfterAll
  static void close() throws Exception {
    OUTCOMES.clear();
    world.close();
  }

  private static Stream<DynamicTest> eachRow(BiConsumer<Catalogue.Row, FaultsOutcome> test) {
    return Catalogue.rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(),
                    () -> {
                      FaultsOutcome outcome = OUTCOMES.get(world.host(row.name()));
                      assertThat(outcome).isNotNull();
                      test.accept(row, outcome);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> concludesWhatMayBeConcluded() {
    return eachRow(
        (row, outcome) -> {
          assertThat(outcome.apple()).as("Apple: %s", outcome).isIn(row.apple());
          assertThat(outcome.android()).as("Android: %s", outcome).isIn(row.android());
        });
  }

  @TestFactory
  Stream<DynamicTest> namesTheTrueCause() {
    return eachRow((row, outcome) -> assertThat(outcome.rules()).containsAll(row.causes()));
  }

  @Test
  void tellsOnceWhatConcernsAHost() {
    FaultsOutcome outcome = OUTCOMES.get(world.host("dns-private"));
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.findings().get(0).array("breaks").elements()).hasSize(5);
  }

  @Test
  void endsWithoutTroubleInLittleMemory() {
    assertThat(said).isEmpty();
    assertThat(exit).isZero();
    assertThat(OUTCOMES.keySet())
        .containsExactlyInAnyOrderElementsOf(world.faults().stream().map(world::host).toList());
  }

  @Test
  void endsInTime() {
    assertThat(took).isLessThan(WHOLE_RUN);
    assertThat(OUTCOMES.values())
        .allSatisfy(
            outcome ->
                assertThat(outcome.millisOfFiles())
                    .allSatisfy(millis -> assertThat(Duration.ofMillis(millis)).isLessThan(FILE)));
    OUTCOMES
        .keySet()
        .forEach(host -> assertThat(Duration.ofMillis(MILLIS.get(host))).as(host).isLessThan(HOST));
  }

  /** What lies in the buffers of both kernels is sent and never read. */
  @Test
  void readsNoBodyToItsEndThatHasNone() {
    assertThat(world.mostBytesSent()).isLessThan(24L * 1024 * 1024);
  }

  @Test
  void connectsToNobodyWhoWasNotAskedFor() {
    assertThat(world.canaryConnections()).isZero();
    assertThat(MILLIS.get("rebind questions")).isEqualTo(1);
    assertThat(world.fanConnections()).isEqualTo(IncludeBudget.LISTS);
  }

  @Test
  void asksInTlsAndSendsNothingOfTheUser() {
    assertThat(world.plaintextConnections()).isZero();
    assertThat(Conversation.headersHeard())
        .isSubsetOf(
            "host", "user-agent", "accept", "accept-encoding", "connection", "cache-control")
        .contains("host", "user-agent");
  }

  @Test
  void printsNothingThatATerminalWouldObey() {
    assertThat(Set.of(lines, texts))
        .allSatisfy(
            text ->
                assertThat(
                        text.codePoints()
                            .filter(FaultsTest::isObeyed)
                            .mapToObj(Integer::toHexString))
                    .isEmpty());
    assertThat(texts.lines())
        .noneMatch(
            line -> line.startsWith("::") || line.startsWith("##") || line.startsWith("[ERROR]"));
  }

  private static boolean isObeyed(int character) {
    boolean format = Character.getType(character) == Character.FORMAT;
    return character != '\n' && (Character.isISOControl(character) || format)
        || character == 0x2028
        || character == 0x2029;
  }
}
