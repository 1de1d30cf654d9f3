package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.cli.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command line of README.md and docs: read by the model of the real command, and run.
 *
 * <p>A block of commands is run line by line. Above it may stand {@code <!-- exit 1 -->}, the exit
 * code of its lines where that is not 0, or one code for each of them. A block of text right below
 * it is what the lines print, where … stands for anything.
 */
class DocumentedLinesTest {

  /** Lines that are not run here, by how they begin, and why. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("mvn ", "Maven: the integration tests of the plugin, and this build"),
          Map.entry("wellknown serve", "does not end by itself: DocumentedCommandsIT"),
          Map.entry(
              "curl --cacert /tmp/wellknown-serve-", "the CA of one run of serve: LocalHostTest"),
          Map.entry("WELLKNOWN_START_UP=", "a matter of the launcher: StartUpIT"),
          Map.entry("sudo apt install", "changes the machine: .ci/run builds the package"),
          Map.entry("npm install", "needs a registry beside Maven's"),
          Map.entry("java bench/", "takes minutes, and needs ajv-cli"),
          Map.entry("bench/mass.sh", "takes minutes, and needs nginx"));

  /** Marks of blocks that DocumentedCommandsIT runs with the installed command. */
  private static final List<String> INSTALLED = List.of("run", "live", "merge");

  private static final Pattern INLINE = Pattern.compile("`(wellknown [^`]+)`");
  private static final Pattern IN_YAML =
      Pattern.compile("(?:^|[-|&\"'] *|run: )(wellknown [a-z].*)");

  /** What the templates for CI take. */
  private static final Pattern OF_TEMPLATE = Pattern.compile("arguments: (.*)");

  private static LocalSite services;

  @TempDir Path directory;

  @BeforeAll
  static void serve(@TempDir Path place) throws Exception {
    services = new LocalSite(place, Workplace.CDN, Workplace.API);
  }

  @AfterAll
  static void close() {
    services.close();
  }

  @Test
  void areReadByTheCommandThatThereIs() throws IOException {
    Map<String, String> faults = new LinkedHashMap<>();
    int read = 0;
    for (Page page : Page.all()) {
      List<String> lines = new ArrayList<>();
      for (Block block : page.blocks()) {
        boolean isShell = block.language().equals("sh");
        if (isShell || block.language().equals("yaml")) {
          for (String line : CommandText.statements(block.text())) {
            Matcher found = IN_YAML.matcher(line);
            if (found.find()) {
              lines.add(found.group(1));
            }
            Matcher arguments = OF_TEMPLATE.matcher(line);
            if (arguments.matches()) {
              lines.add("wellknown " + arguments.group(1));
            }
          }
        }
      }
      INLINE.matcher(page.prose().replace("\n", " ")).results().forEach(m -> lines.add(m.group(1)));
      for (String line : lines) {
        read++;
        String fault = CommandText.fault(line);
        if (!fault.isEmpty()) {
          faults.put(page.name() + ": " + line, fault);
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(read).isGreaterThan(120);
  }

  @Test
  void wouldNotBeReadWithAMistakeInThem() {
    assertThat(
            Stream.of(
                "wellknown chek shop.example.com",
                "wellknown check --when=before",
                "wellknown check --since 3",
                "wellknown statements https://shop.example.com --target",
                "wellknown check shop.example.com --format html5 > x"))
        .allSatisfy(line -> assertThat(CommandText.fault(line)).as(line).isNotEmpty());
    assertThat(CommandText.fault("wellknown check \"$HOST\" --format json > x && y --z")).isEmpty();
  }

  @Test
  void areAllRunButThoseThatAreNamedWithAReason() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Page page : Page.guides()) {
      page.blocks().stream()
          .filter(block -> block.language().equals("sh"))
          .forEach(block -> lines.addAll(CommandText.statements(block.text())));
    }
    assertThat(lines).hasSizeGreaterThan(90);
    assertThat(ELSEWHERE.keySet())
        .allSatisfy(start -> assertThat(lines).anyMatch(line -> line.startsWith(start)));
  }

  @TestFactory
  @DisabledOnOs(OS.WINDOWS)
  Stream<DynamicTest> doWhatThePageSays() throws IOException {
    return Page.guides().stream()
        .filter(page -> page.blocks().stream().anyMatch(DocumentedLinesTest::isRun))
        .map(page -> DynamicTest.dynamicTest(page.name(), () -> run(page)));
  }

  private static boolean isRun(Block block) {
    return block.language().equals("sh")
        && !INSTALLED.contains(block.mark())
        && CommandText.statements(block.text()).stream().anyMatch(line -> !isElsewhere(line));
  }

  private static boolean isElsewhere(String line) {
    return ELSEWHERE.keySet().stream().anyMatch(line::startsWith);
  }

  private void run(Page page) throws Exception {
    String example = page.name().contains("insights-hub") ? "insights-hub" : "shop";
    String registration =
        Files.readString(Page.PROJECT.resolve("examples/" + example + "/wellknown.yaml"));
    List<String> faults = new ArrayList<>();
    Path parent = Files.createTempDirectory(directory, "page");
    try (Workplace workplace = new Workplace(parent, registration, services)) {
      for (Block block : page.blocks().stream().filter(DocumentedLinesTest::isRun).toList()) {
        run(page, block, workplace).ifPresent(faults::add);
      }
    }
    assertThat(String.join("\n", faults)).isEmpty();
  }

  private static Optional<String> run(Page page, Block block, Workplace workplace)
      throws Exception {
    List<String> lines = CommandText.statements(block.text());
    List<Integer> codes = codes(block.mark(), lines.size());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (isElsewhere(lines.get(i))) {
        continue;
      }
      Workplace.Result result = workplace.sh(lines.get(i));
      out.append(result.out().replaceAll("(?m)^under the condition: .*\n", ""));
      if (result.code() != codes.get(i)) {
        return Optional.of(
            "%s:%d: %s%nended with %d in place of %d%n%s%s"
                .formatted(
                    page.name(),
                    block.line(),
                    lines.get(i),
                    result.code(),
                    codes.get(i),
                    result.out(),
                    result.err()));
      }
    }
    return block
        .shows()
        .filter(shown -> !asPattern(shown).matcher(out.toString().strip()).matches())
        .map(
            shown ->
                "%s:%d: %s%nshows%n%s%nand not%n%s"
                    .formatted(page.name(), block.line(), block.text(), out, shown));
  }

  private static List<Integer> codes(String mark, int lines) {
    if (!mark.startsWith("exit ")) {
      return Stream.generate(() -> 0).limit(lines).toList();
    }
    List<Integer> codes = Stream.of(mark.substring(5).split(" ")).map(Integer::valueOf).toList();
    return codes.size() == lines
        ? codes
        : Stream.generate(() -> codes.get(0)).limit(lines).toList();
  }

  /** … stands for anything, at the end of a line and on a line of its own for lines too. */
  private static Pattern asPattern(String shown) {
    return Pattern.compile(
        Stream.of(shown.strip().split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*?")),
        Pattern.DOTALL);
  }
}
