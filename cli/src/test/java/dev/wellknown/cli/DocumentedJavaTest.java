package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.cli.Page.Block;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java of README.md and docs, compiled and run as it stands there: statements in the order of a
 * page, in one class for each page; classes beside it. What they print is what the block of text
 * below shows, where … stands for anything.
 */
class DocumentedJavaTest {

  private static final String IMPORTS =
      """
      import dev.wellknown.Associations;
      import dev.wellknown.association.*;
      import dev.wellknown.examine.*;
      import dev.wellknown.fetch.*;
      import dev.wellknown.finding.*;
      import dev.wellknown.registration.*;
      import dev.wellknown.serve.*;
      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      """;
  private static final String SEPARATOR = "=== end of block ===";
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public |final )*class (\\w+)");

  @TempDir Path directory;

  @Test
  void compilesAndPrintsWhatThePagesShow() throws Exception {
    List<Block> blocks = new ArrayList<>();
    for (Page page : Page.guides()) {
      page.blocks().stream().filter(each -> each.language().equals("java")).forEach(blocks::add);
    }
    assertThat(blocks).hasSizeGreaterThan(4);
    List<String> printed = run(source(blocks));
    assertThat(printed).hasSameSizeAs(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).shows().isPresent()) {
        assertThat(printed.get(i).strip())
            .as(blocks.get(i).text())
            .matches(asPattern(blocks.get(i).shows().get()));
      }
    }
    assertThat(blocks).filteredOn(each -> each.shows().isPresent()).hasSizeGreaterThan(2);
  }

  private static String source(List<Block> blocks) {
    StringBuilder calls = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    StringBuilder classes = new StringBuilder();
    String imports = IMPORTS;
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i).text();
      for (String line : text.lines().filter(each -> each.startsWith("import ")).toList()) {
        imports += line + "\n";
      }
      String body = text.replaceAll("(?m)^import .*\n", "");
      if (CLASS.matcher(body).find()) {
        classes.append(body).append('\n');
      } else {
        methods
            .append("  static void block%d(String tenantHost, Path webRoot)".formatted(i))
            .append(" throws Exception {\n")
            .append(body)
            .append("\n  }\n");
        calls.append("    block%d(args[0], Path.of(\"public\"));\n".formatted(i));
      }
      calls.append("    System.out.println(\"%s\");\n".formatted(SEPARATOR));
    }
    return imports.lines().distinct().collect(Collectors.joining("\n"))
        + "\nclass Pages {\n  public static void main(String... args) throws Exception {\n"
        + (calls + "  }\n" + methods + "}\n" + classes);
  }

  private List<String> run(String source) throws Exception {
    Path file = Files.writeString(directory.resolve("Pages.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter words = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                words,
                null,
                null,
                List.of("-cp", classPath(), "-proc:none", "-d", directory.toString()),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
            .call();
    assertThat(compiled).as("%s%n%s", words, source).isTrue();
    String registration = Files.readString(Page.PROJECT.resolve("examples/shop/wellknown.yaml"));
    try (Workplace workplace = new Workplace(directory.resolve("place"), registration, null)) {
      return printed(workplace.directory());
    }
  }

  private List<String> printed(Path place) throws Exception {
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                directory + System.getProperty("path.separator") + classPath(),
                "Pages",
                "localhost")
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(out);
    assertThat(process.exitValue()).as(text).isZero();
    return Stream.of(text.split(SEPARATOR + "\n")).toList();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String asPattern(String shown) {
    return "(?s)"
        + Stream.of(shown.strip().split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*?"));
  }
}
