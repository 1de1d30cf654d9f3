package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.cli.Page.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the pages name is there: files, headings, commands, options, variables. */
class PagesTest {

  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))\\.([A-Za-z0-9]+)`");
  private static final Pattern VARIABLE = Pattern.compile("WELLKNOWN_[A-Z_]+");

  @Test
  void linkToWhatIsThere() throws IOException {
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        followed++;
        String path = link.replaceFirst("#.*", "");
        String anchor = link.contains("#") ? link.replaceFirst(".*#", "") : "";
        Path file =
            path.isEmpty()
                ? Page.PROJECT.resolve(page.name())
                : Page.PROJECT.resolve(page.name()).resolveSibling(path).normalize();
        if (!Files.exists(file) || !file.startsWith(Page.PROJECT)) {
          broken.add(page.name() + ": " + link);
        } else if (!anchor.isEmpty()
            && !Page.of(Page.PROJECT.relativize(file).toString()).anchors().contains(anchor)) {
          broken.add(page.name() + ": " + link + ", no such heading");
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed).isGreaterThan(300);
  }

  @Test
  void standInTheIndex() throws IOException {
    assertThat(Page.of("docs/README.md").links())
        .containsAll(
            Page.guides().stream()
                .map(page -> page.name().replaceFirst("^docs/", ""))
                .filter(name -> !name.equals("README.md"))
                .collect(Collectors.toSet()));
  }

  @Test
  void describeEveryCommandAsTheCommandLineDoes() throws IOException {
    String page = Page.of("docs/cli.md").text();
    CommandSpec root = Main.spec();
    List<CommandSpec> commands =
        root.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden())
            .toList();
    assertThat(headings(page))
        .containsSubsequence(commands.stream().map(CommandSpec::name).toList());
    for (CommandSpec command : commands) {
      String section = section(page, command.name());
      assertThat(section.strip())
          .as(command.name())
          .startsWith(String.join(" ", command.usageMessage().header()));
      List<Block> blocks =
          new Page("docs/cli.md", section)
              .blocks().stream().filter(block -> block.language().equals("sh")).toList();
      assertThat(blocks).as(command.name()).isNotEmpty();
      assertThat(blocks.stream().flatMap(each -> CommandText.statements(each.text()).stream()))
          .as(command.name())
          .hasSizeBetween(1, 3)
          .allMatch(line -> line.contains("wellknown " + command.name()));
      assertThat(blocks).as(command.name()).anyMatch(each -> each.shows().isPresent());
      assertThat(command.optionsMap().keySet())
          .as(command.name())
          .containsAll(OPTION.matcher(section).results().map(each -> each.group(1)).toList());
    }
  }

  @Test
  void nameEveryVariableThatIsRead() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        read.addAll(variables(Files.readString(file)));
      }
    }
    assertThat(variables(section(Page.of("docs/cli.md").text(), "Environment"))).isEqualTo(read);
  }

  @Test
  void nameTestsThatAreThere() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("core", "cli", "maven-plugin")) {
      try (Stream<Path> files = Files.walk(Page.PROJECT.resolve(module + "/src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    List<MatchResult> named = new ArrayList<>();
    for (Page page : Page.guides()) {
      TEST.matcher(page.text()).results().forEach(named::add);
    }
    assertThat(named).hasSizeGreaterThan(60);
    assertThat(named.stream().filter(each -> !isThere(each, sources)).map(MatchResult::group))
        .isEmpty();
  }

  private static boolean isThere(MatchResult test, Map<String, String> sources) {
    return sources.getOrDefault(test.group(1), "").contains(" " + test.group(2) + "(");
  }

  @Test
  void tellRegistrationsThatAreRegistrations() throws IOException {
    int seen = 0;
    for (Page page : Page.guides()) {
      for (Block block : page.blocks()) {
        if (block.text().startsWith("format: wellknown/1\n") && !block.text().contains("…")) {
          seen++;
          var out = new ByteArrayOutputStream();
          int code =
              Main.run(
                  new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)),
                  out,
                  out,
                  Map.of(),
                  Path.of(""),
                  "validate",
                  "--kind",
                  "registration",
                  "-");
          assertThat(code).as("%s:%d%n%s", page.name(), block.line(), out).isZero();
        }
      }
    }
    assertThat(seen).isGreaterThan(1);
  }

  private static Set<String> variables(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> headings(String page) {
    return page.lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  private static String section(String page, String heading) {
    String start = "\n## " + heading + "\n";
    assertThat(page).contains(start);
    return page.substring(page.indexOf(start) + start.length()).replaceFirst("(?s)\n## .*", "");
  }
}
