package dev.wellknown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.FileExamination;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.link.LinkRules;
import dev.wellknown.rule.signin.SignInRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Counts the four places of a rule: class, catalogue line, fixtures, page. */
class RuleCatalogTest {

  private static final Path CLASSES = Path.of("src/main/java/dev/wellknown/rule");
  private static final Path CONSTRAINTS =
      Path.of("src/main/java/dev/wellknown/registration/declaration");
  private static final Path FIXTURES = Path.of("src/test/resources/rules");
  private static final Path PAGES = Path.of("../docs/rules");

  /** These have no class of their own: the schema, an include or a second copy tells them. */
  private static final Set<String> TOLD_BY_WALKS =
      Set.of(
          "json/unexpected-shape",
          "assetlinks/include-loop",
          "assetlinks/include-not-asked",
          "assetlinks/nested-include",
          "serving/copy-not-examined",
          "serving/apple-copy-missing",
          "serving/apple-copy-failed",
          "serving/google-copy-failed",
          "agreement/apple-copy-differs",
          "agreement/google-copy-differs",
          "agreement/gateway-copy-differs",
          "link/host-not-registered",
          "link/not-matched",
          "link/behind-redirect",
          "link/unreadable-app-file",
          "signin/host-not-entitled",
          "signin/redirect-not-in-manifest",
          "signin/callback-of-other-kind",
          "signin/same-host-redirect",
          "signin/silent-redirect",
          "signin/loopback-on-phone");

  /** What every page has to tell, in this order. */
  private static final List<String> SECTIONS =
      List.of(
          "## What is checked", "## Why links break", "## Example", "## Corrected", "## Source");

  @TempDir private Path directory;

  @Test
  void hasALineForEveryRuleClass() throws IOException {
    assertThat(classNames())
        .isEqualTo(idsOf("serving", "json", "assetlinks", "aasa", "agreement", "link", "signin"));
  }

  @Test
  void hasALineForEveryConstraintClass() throws IOException {
    Set<String> constraints = new TreeSet<>();
    try (Stream<Path> files = Files.list(CONSTRAINTS)) {
      files
          .filter(RuleCatalogTest::isRule)
          .forEach(file -> constraints.add("registration/" + kebab(file)));
    }
    assertThat(constraints).isNotEmpty();
    assertThat(idsOf("registration")).containsAll(constraints);
  }

  @Test
  void hasFixturesForEveryRuleAndNoOthers() throws IOException {
    assertThat(folders(FIXTURES)).isEqualTo(ids());
  }

  @Test
  void hasAPageForEveryRuleAndNoOthers() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES, 2)) {
      Set<String> pages =
          files
              .filter(file -> PAGES.relativize(file).getNameCount() == 2)
              .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
              .map(name -> name.replaceAll("\\.md$", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(pages).isEqualTo(ids());
    }
  }

  @TestFactory
  Stream<DynamicTest> hasGoodAndBadFixtures() {
    return RuleCatalog.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      List<String> names =
                          RuleFixturesTest.fixtures(rule.id()).stream()
                              .map(file -> file.getFileName().toString())
                              .toList();
                      assertThat(names).anyMatch(name -> name.startsWith("bad-"));
                      assertThat(names).anyMatch(name -> name.startsWith("ok-"));
                      assertThat(names).allMatch(name -> name.matches("(ok|bad)-.*"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> tellsEverythingOnItsPage() {
    return RuleCatalog.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      String page = RuleCatalog.page(rule.id());
                      assertThat(page).startsWith("# " + rule.id() + "\n");
                      assertThat(page).contains("\n" + rule.summary() + ".\n");
                      assertThat(page).contains("\n" + head(rule) + "\n");
                      assertThat(page).containsSubsequence(SECTIONS);
                    }));
  }

  /** The line under the title, which repeats the catalogue's. */
  private static String head(RuleInfo rule) {
    String breaks =
        rule.breaks().isEmpty()
            ? "breaks nothing by itself"
            : rule.breaks().stream()
                .map(reader -> "`" + reader.id() + "`")
                .collect(Collectors.joining(", ", "breaks ", ""));
    return "**" + rule.severity().id() + "** · " + breaks + " · " + rule.evidence().id();
  }

  @TestFactory
  Stream<DynamicTest> showsABadAndAGoodExampleOnItsPage() {
    return RuleCatalog.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      if (Set.of("agreement", "link").contains(rule.group())
                          && !RuleCatalog.page(rule.id()).contains("```http")
                          && !LinkRules.OF_DIAGNOSES.contains(rule)) {
                        compareExamples(rule);
                      } else if (SignInRules.OF_REDIRECTS.contains(rule)) {
                        followExamples(rule);
                      } else {
                        runExamples(rule);
                      }
                    }));
  }

  /**
   * Runs the blocks of JSON, YAML and recorded answers; what cannot be shown so stands in blocks of
   * plain text.
   */
  private static void runExamples(RuleInfo rule) throws IOException {
    String page = RuleCatalog.page(rule.id());
    int corrected = page.indexOf("## Corrected");
    List<String> bad = blocks(page.substring(page.indexOf("## Example"), corrected));
    List<String> good = blocks(page.substring(corrected));
    assertThat(page.substring(page.indexOf("## Example"), corrected)).contains("```");
    assertThat(page.substring(corrected)).contains("```");
    for (String block : bad) {
      assertThat(rulesIn(rule, block)).contains(rule.id());
    }
    for (String block : good) {
      assertThat(rulesIn(rule, block)).isEmpty();
    }
  }

  /**
   * Runs the blocks of a section together: a registration, the files of a web root, and those of
   * the app. Where the corrected example shows no registration, it is that of the example.
   */
  private void compareExamples(RuleInfo rule) throws IOException {
    String page = RuleCatalog.page(rule.id());
    int corrected = page.indexOf("## Corrected");
    List<String> bad = blocks(page.substring(page.indexOf("## Example"), corrected));
    List<String> good = new ArrayList<>(blocks(page.substring(corrected)));
    assertThat(bad.get(0)).startsWith("```yaml");
    assertThat(good).anyMatch(block -> block.startsWith("```"));
    if (good.stream().noneMatch(block -> block.startsWith("```yaml"))) {
      good.add(bad.get(0));
    } else if (good.size() == 1) {
      good.addAll(bad.subList(1, bad.size()));
    }
    assertThat(differences(rule, bad, directory.resolve("bad"))).contains(rule.id());
    assertThat(differences(rule, good, directory.resolve("good"))).isEmpty();
  }

  /** Runs the blocks of a section together: a registration, and files of its apps. */
  private void followExamples(RuleInfo rule) throws IOException {
    String page = RuleCatalog.page(rule.id());
    int corrected = page.indexOf("## Corrected");
    List<String> bad = blocks(page.substring(page.indexOf("## Example"), corrected));
    List<String> good = blocks(page.substring(corrected));
    assertThat(follow(bad, directory.resolve(rule.id()).resolve("bad"))).contains(rule.id());
    assertThat(follow(good, directory.resolve(rule.id()).resolve("good"))).isEmpty();
  }

  private static List<String> follow(List<String> blocks, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String block : blocks) {
      String name =
          block.startsWith("```yaml")
              ? "wellknown.yaml"
              : block.contains("<manifest") ? "AndroidManifest.xml" : "App.entitlements";
      Files.writeString(folder.resolve(name), content(block));
    }
    return RuleFixturesTest.followed(folder).stream().map(each -> each.rule().id()).toList();
  }

  private static List<String> differences(RuleInfo rule, List<String> blocks, Path root)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve(rule.id()));
    for (String block : blocks) {
      Files.writeString(folder.resolve(name(block)), content(block));
    }
    return RuleFixturesTest.compared(folder).stream()
        .filter(
            finding -> finding.severity() != Severity.NOTE || finding.rule().id().equals(rule.id()))
        .map(finding -> finding.rule().id())
        .toList();
  }

  private static String name(String block) {
    if (block.startsWith("```yaml")) {
      return "wellknown.yaml";
    }
    if (block.startsWith("```xml")) {
      return block.contains("<manifest") ? "AndroidManifest.xml" : "app.entitlements";
    }
    return block.startsWith("```json aasa") ? Kind.AASA.fileName() : Kind.ASSETLINKS.fileName();
  }

  private static String content(String block) {
    return block.substring(block.indexOf('\n') + 1, block.length() - 3);
  }

  private static List<String> blocks(String text) {
    return Pattern.compile(
            "```(json( aasa)?|yaml|http|trace|oauth|callback|xml)\\n.*?```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static List<String> rulesIn(RuleInfo rule, String block) throws IOException {
    return findings(rule, block, content(block).getBytes(StandardCharsets.UTF_8)).stream()
        .filter(
            finding -> finding.severity() != Severity.NOTE || finding.rule().id().equals(rule.id()))
        .map(finding -> finding.rule().id())
        .toList();
  }

  private static List<Finding> findings(RuleInfo rule, String block, byte[] bytes)
      throws IOException {
    if (block.startsWith("```http")) {
      return RuleFixturesTest.served(new String(bytes, StandardCharsets.UTF_8));
    }
    if (block.matches("(?s)```(trace|oauth|callback)\n.*")) {
      return RuleFixturesTest.tried(block.substring(3, block.indexOf('\n')), bytes);
    }
    if (block.startsWith("```yaml") || rule.group().equals("registration")) {
      return RegistrationExamination.of(bytes, "example", false).findings();
    }
    boolean aasa = rule.group().equals("aasa") || block.startsWith("```json aasa");
    Kind kind = aasa ? Kind.AASA : Kind.ASSETLINKS;
    return FileExamination.of(AssociationFile.read(kind, bytes, "example")).findings();
  }

  @Test
  void suggestsTheRuleThatWasMeant() {
    assertThat(RuleCatalog.nearest("json/not-jsn")).contains("json/not-json");
    assertThat(RuleCatalog.nearest("empty-file")).contains("json/empty-file");
    assertThat(RuleCatalog.nearest("something/else-entirely")).isEmpty();
  }

  private static Set<String> ids() {
    return RuleCatalog.all().stream()
        .map(RuleInfo::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> idsOf(String... groups) {
    return ids().stream()
        .filter(id -> List.of(groups).contains(id.substring(0, id.indexOf('/'))))
        .filter(id -> !TOLD_BY_WALKS.contains(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rule classes of every group, found by what they extend, under their ids. */
  private static Set<String> classNames() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(RuleCatalogTest::isRule)
          .map(file -> group(file) + "/" + kebab(file))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isRule(Path file) {
    try {
      return Files.readString(file).contains("\nfinal class ")
          && Files.readString(file).matches("(?s).*\nfinal class \\w+\\s+extends \\w*Rule\\b.*");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String group(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static String kebab(Path file) {
    return file.getFileName()
        .toString()
        .replace(".java", "")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("(Before)([0-9])", "$1-$2")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static Set<String> folders(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .filter(Files::isDirectory)
          .filter(folder -> root.relativize(folder).getNameCount() == 2)
          .map(folder -> root.relativize(folder).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
