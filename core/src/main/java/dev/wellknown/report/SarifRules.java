package dev.wellknown.report;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.rule.RuleCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a SARIF run, in the order of the catalogue, each with its page. */
record SarifRules(List<RuleInfo> rules) {

  static final String HOME = "https://wellknown.dev/";

  /** GitHub cuts longer descriptions. */
  private static final int LONGEST_DESCRIPTION = 1_000;

  private static final String DESCRIPTION = "\n## What is checked\n";

  /** The rules that these findings name. */
  static SarifRules of(Stream<Finding> findings) {
    Set<String> ids = findings.map(finding -> finding.rule().id()).collect(Collectors.toSet());
    return new SarifRules(
        RuleCatalog.all().stream().filter(rule -> ids.contains(rule.id())).toList());
  }

  int index(RuleInfo rule) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(rule.id())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no rule of this run: " + rule.id());
  }

  List<Map<String, Object>> descriptors() {
    return rules.stream().map(SarifRules::descriptor).toList();
  }

  private static Map<String, Object> descriptor(RuleInfo rule) {
    String page = RuleCatalog.page(rule.id());
    Map<String, Object> help = new LinkedHashMap<>();
    help.put("text", rule.summary());
    help.put("markdown", page);
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("id", rule.id());
    descriptor.put("name", name(rule.id()));
    descriptor.put("shortDescription", Map.of("text", rule.summary()));
    descriptor.put("fullDescription", Map.of("text", description(rule, page)));
    descriptor.put("helpUri", HOME + "rules/" + rule.id());
    descriptor.put("help", help);
    descriptor.put("defaultConfiguration", Map.of("level", rule.severity().id()));
    descriptor.put("properties", Map.of("tags", List.of(rule.group())));
    return descriptor;
  }

  /** The first paragraph of what the page says is checked. */
  private static String description(RuleInfo rule, String page) {
    int start = page.indexOf(DESCRIPTION);
    if (start < 0) {
      return rule.summary();
    }
    String section = page.substring(start + DESCRIPTION.length()).strip();
    String paragraph = section.split("\n\n|\n#", 2)[0].replace("\n", " ").strip();
    return paragraph.length() <= LONGEST_DESCRIPTION
        ? paragraph
        : paragraph.substring(0, LONGEST_DESCRIPTION - 1) + "…";
  }

  /**
   * The class's name of a rule, as SARIF wants names: {@code serving/redirect}, ServingRedirect.
   */
  private static String name(String id) {
    return Stream.of(id.split("[/-]"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
