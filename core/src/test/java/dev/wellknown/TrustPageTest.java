package dev.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustPageTest {

  private static final Path PROJECT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+Test)\\.([A-Za-z0-9]+)`");

  @Test
  void namesTestsThatAreThere() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> named =
        NAMED.matcher(Files.readString(PROJECT.resolve("docs/trust.md"))).results().toList();
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(
            each ->
                assertThat(sources.getOrDefault(each.group(1), ""))
                    .as(each.group())
                    .contains(" " + each.group(2) + "("));
  }

  @Test
  void namesATestForEveryPromise() throws IOException {
    List<String> promises =
        Files.readAllLines(PROJECT.resolve("docs/trust.md")).stream()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.startsWith("| promise") && !line.startsWith("| ---"))
            .toList();
    assertThat(promises)
        .hasSizeGreaterThan(25)
        .allSatisfy(line -> assertThat(NAMED.matcher(line).find()).as(line).isTrue());
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("core", "cli")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          sources.put(name, Files.readString(file));
        }
      }
    }
    return sources;
  }
}
