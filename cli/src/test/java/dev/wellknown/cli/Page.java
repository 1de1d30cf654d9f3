package dev.wellknown.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
record Page(String name, String text) {

  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE = Pattern.compile("( *)```([^`]*)");
  private static final Pattern MARK = Pattern.compile("<!-- (.*) -->");
  private static final Pattern LINK =
      Pattern.compile("]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

  /**
   * What stands between two fences.
   *
   * @param line where it begins, from 1
   * @param mark the words of the comment above it, or nothing
   * @param shows the block of text right below a block of commands: what they print
   */
  record Block(int line, String language, String mark, String text, Optional<String> shows) {}

  static Page of(String name) throws IOException {
    return new Page(name, Files.readString(PROJECT.resolve(name)));
  }

  /** The README, the pages below docs, and those for contributors. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      pages.add(of(name));
    }
    try (Stream<Path> files = Files.walk(PROJECT.resolve("docs"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        pages.add(of(PROJECT.relativize(file).toString().replace('\\', '/')));
      }
    }
    return pages;
  }

  /** The pages that people read from the first line to the last: not those of rules, decisions. */
  static List<Page> guides() throws IOException {
    return all().stream()
        .filter(page -> page.name().equals("README.md") || page.name().matches("docs/[^/]*"))
        .toList();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = text.lines().toList();
    String mark = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      Matcher comment = MARK.matcher(lines.get(i));
      if (fence.matches()) {
        int start = i + 1;
        int end = start;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
          end++;
        }
        String content =
            lines.subList(start, end).stream().collect(Collectors.joining("\n")).stripIndent();
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last != null && last.language().equals("sh") || last != null && isJava(last)) {
          if (fence.group(2).equals("text") && isBlank(lines.subList(lastEnd(last), i))) {
            blocks.set(
                blocks.size() - 1,
                new Block(
                    last.line(), last.language(), last.mark(), last.text(), Optional.of(content)));
          }
        }
        blocks.add(new Block(start, fence.group(2), mark, content, Optional.empty()));
        mark = "";
        i = end;
      } else if (comment.matches()) {
        mark = comment.group(1);
      } else if (!lines.get(i).isBlank()) {
        mark = "";
      }
    }
    return blocks;
  }

  private static boolean isJava(Block block) {
    return block.language().equals("java");
  }

  private static int lastEnd(Block block) {
    return block.line() + (int) block.text().lines().count() + 1;
  }

  private static boolean isBlank(List<String> lines) {
    return lines.stream().allMatch(String::isBlank);
  }

  /** What a heading is called in an address, as GitHub and GitLab do it. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    for (String line : prose().lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        anchors.add(
            heading
                .group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\- _]", "")
                .replace(' ', '-'));
      }
    }
    return anchors;
  }

  /** Addresses that lead to other places of the project. */
  List<String> links() {
    return LINK.matcher(prose().replaceAll("`[^`\n]*`", "``"))
        .results()
        .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
        .filter(each -> !each.matches("[a-z]+:.*"))
        .toList();
  }

  /** The text without what stands between fences. */
  String prose() {
    return text.replaceAll("(?ms)^ *```[^`\n]*$.*?^ *```$", "");
  }
}
