package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a field is malformed or empty, the platform discards the rules and the app's manifest
 * decides alone (https://developer.android.com/training/app-links/configure-assetlinks). Android's
 * own agent is stricter in places: an element that is no object, a number and null cost it the
 * whole file (StatementParser and JsonParser in packages/StatementService).
 */
final class DynamicMalformedComponent extends StatementRule {

  private static final String DISCARDED =
      ": the platform discards all rules of the list, and the app's manifest alone decides";
  private static final String SHAPE = "{\"/\": \"/shop/*\"}";

  /** Words for the parts of a rule, in other dialects, and what the platform calls them. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "path", DynamicRule.PATH,
          "paths", DynamicRule.PATH,
          "query", DynamicRule.QUERY,
          "fragment", DynamicRule.FRAGMENT,
          "hash", DynamicRule.FRAGMENT);

  private static final Set<String> APPLE = Set.of("caseSensitive", "percentEncoded");

  DynamicMalformedComponent() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "A dynamic rule is not as the platform describes it");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonValue value = statement.dynamicRulesValue();
    if (value == null) {
      return;
    }
    List<Finding> here = new ArrayList<>();
    if (value instanceof JsonArray list) {
      list.elements().forEach(element -> checkElement(document, element, here));
    } else {
      here.add(
          wrongType(
              document,
              value,
              "\"dynamic_app_link_components\" is " + Shown.inWords(value) + ", not a list",
              "write a list of rules: [" + SHAPE + "]",
              AgentJson.lostBy(value)));
    }
    here.forEach(finding -> findings.add(finding.withApp(statement.packageName())));
  }

  private void checkElement(Document document, JsonValue element, List<Finding> here) {
    if (!(element instanceof JsonObject object)) {
      here.add(
          wrongType(
              document,
              element,
              "a rule is " + Shown.inWords(element) + ", not an object",
              "write it as an object: " + SHAPE,
              EnumSet.of(Reader.ANDROID_12)));
      return;
    }
    DynamicRule rule = new DynamicRule(object);
    checkPattern(document, object, DynamicRule.PATH, here);
    checkPattern(document, object, DynamicRule.FRAGMENT, here);
    checkQuery(document, object, here);
    JsonValue exclude = object.get(DynamicRule.EXCLUDE);
    if (exclude != null && !(exclude instanceof JsonBoolean)) {
      here.add(
          wrongType(
              document,
              exclude,
              "\"exclude\" is " + Shown.inWords(exclude) + ", not true or false",
              "write true or false, without quotes",
              AgentJson.lostBy(exclude)));
    }
    for (JsonObject.Member member : object.members()) {
      checkName(document, rule, member, here);
    }
    if (!rule.hasMatcher() && here.stream().noneMatch(finding -> isIn(finding, object))) {
      here.add(
          finding(
              document.at(object),
              "the rule has no \"/\", \"?\" or \"#\": Android's own agent never matches it, and by"
                  + " the documents it makes the platform discard all rules",
              "say which links are meant: {\"/\": \"*\"} means all"));
    }
  }

  private void checkPattern(Document document, JsonObject rule, String part, List<Finding> here) {
    JsonValue pattern = rule.get(part);
    if (pattern == null || DynamicRule.isPattern(pattern)) {
      return;
    }
    here.add(
        wrongType(
            document,
            pattern,
            quote(part)
                + " is "
                + Shown.inWords(pattern)
                + (pattern.asText() == null ? ", not a text" : ""),
            part.equals(DynamicRule.PATH)
                ? "write the pattern of a path, for instance \"/shop/*\""
                : "write the pattern of a fragment, or remove the member",
            AgentJson.lostBy(pattern)));
  }

  private void checkQuery(Document document, JsonObject rule, List<Finding> here) {
    JsonValue query = rule.get(DynamicRule.QUERY);
    if (query == null) {
      return;
    }
    if (!(query instanceof JsonObject items) || items.members().isEmpty()) {
      here.add(
          wrongType(
              document,
              query,
              "\"?\" is " + Shown.inWords(query) + ", not an object with query items",
              "name the items and their patterns: {\"ref\": \"*\"}",
              AgentJson.lostBy(query)));
      return;
    }
    for (JsonObject.Member item : items.members()) {
      if (item.value().asText() == null) {
        here.add(
            wrongType(
                document,
                item.value(),
                "query item "
                    + quote(item.name())
                    + " is "
                    + Shown.inWords(item.value())
                    + ", not a text",
                "write its pattern as a text, for instance \"*\"",
                AgentJson.lostBy(item.value())));
      }
    }
  }

  private void checkName(
      Document document, DynamicRule rule, JsonObject.Member member, List<Finding> here) {
    String name = member.name();
    String known =
        FOREIGN.getOrDefault(
            name,
            name.equals(DynamicRule.EXCLUDE)
                ? null
                : NearMiss.of(name, List.of(DynamicRule.EXCLUDE)).orElse(null));
    if (known != null && !rule.object().has(known)) {
      here.add(
          finding(
                  document.at(rule.object(), member),
                  quote(name)
                      + " is no part of a dynamic rule: the rule is read as if it were not"
                      + " there",
                  "rename it to " + quote(known))
              .withSeen(name)
              .withExpected(known));
    } else if (APPLE.contains(name)) {
      here.add(
          finding(
                  document.at(rule.object(), member),
                  quote(name)
                      + " is known to Apple's rules only: Android compares letter case as it"
                      + " stands, and decoded text",
                  "remove it, and write the patterns as Android compares them")
              .withSeen(name)
              .withSeverity(Severity.WARNING)
              .withBreaks(EnumSet.noneOf(Reader.class)));
    }
  }

  private Finding wrongType(
      Document document, JsonValue value, String message, String fix, Set<Reader> losing) {
    EnumSet<Reader> breaks = EnumSet.copyOf(info().breaks());
    breaks.addAll(losing);
    return finding(
            document.at(value),
            message
                + DISCARDED
                + (losing.contains(Reader.ANDROID_12)
                    ? "; Android's own agent loses the whole file"
                    : ""),
            fix)
        .withSeen(value.toJson())
        .withBreaks(breaks);
  }

  private static boolean isIn(Finding finding, JsonObject rule) {
    String pointer = finding.location().pointer();
    return pointer != null && pointer.startsWith(rule.pointer() + "/");
  }
}
