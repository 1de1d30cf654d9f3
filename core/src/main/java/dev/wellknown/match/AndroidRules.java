package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic rules of one statement, compiled for one way of reading them. The first rule that
 * matches decides, and where none matches, the link is not opened
 * (https://developer.android.com/training/app-links/configure-assetlinks).
 */
final class AndroidRules {

  private static final String PATH = "/";
  private static final String QUERY = "?";
  private static final String FRAGMENT = "#";

  /** A pattern of a rule, and where it stands. */
  private record Test(String part, String written, AndroidPattern pattern) {

    boolean matches(AndroidUrl url) {
      return switch (part) {
        case PATH -> pattern.matches(url.path());
        case FRAGMENT -> pattern.matches(url.fragment());
        default -> url.query() != null && url.query().stream().anyMatch(pattern::matches);
      };
    }

    /** What went wrong; no value of the URL's query or fragment is told, for it may be secret. */
    String miss(AndroidUrl url) {
      return switch (part) {
        case PATH -> "the path " + quote(url.path()) + " does not match " + quote(written);
        case FRAGMENT ->
            url.fragment() == null
                ? "the URL has no fragment, and " + quote(written) + " wants one"
                : "the fragment does not match " + quote(written);
        default -> "no parameter of the query matches " + quote(written);
      };
    }
  }

  private record Rule(JsonValue place, boolean exclude, List<Test> tests) {}

  /**
   * What the rules say.
   *
   * @param kind the answer
   * @param place the rule that decided, or that came nearest, or what makes the rules void; null
   *     where there are none
   * @param reason the end of a sentence
   */
  record Outcome(Kind kind, @Nullable JsonValue place, String reason) {}

  /** The answers. */
  enum Kind {
    /** There are no rules, or they are void: the manifest decides. */
    UNRESTRICTED,
    /** A rule lets it in. */
    ALLOWED,
    /** A rule keeps it out. */
    EXCLUDED,
    /** No rule matches, and that keeps it out, too. */
    NO_RULE
  }

  private final List<Rule> rules;
  private final @Nullable JsonValue flaw;

  private AndroidRules(List<Rule> rules, @Nullable JsonValue flaw) {
    this.rules = List.copyOf(rules);
    this.flaw = flaw;
  }

  /**
   * Compiles what stands where the rules should stand. What is malformed or empty makes all rules
   * void, as the documents have it.
   */
  static AndroidRules of(@Nullable JsonValue value, RuleReading reading) {
    if (value == null) {
      return new AndroidRules(List.of(), null);
    }
    if (!(value instanceof JsonArray list)) {
      return new AndroidRules(List.of(), value);
    }
    List<Rule> rules = new ArrayList<>();
    for (JsonValue element : list.elements()) {
      List<Test> tests = new ArrayList<>();
      Optional<JsonValue> flaw = compile(element, reading, tests);
      if (flaw.isPresent()) {
        return new AndroidRules(List.of(), flaw.get());
      }
      JsonObject object = (JsonObject) element;
      boolean exclude = object.get("exclude") instanceof JsonBoolean bool && bool.value();
      rules.add(new Rule(element, exclude, List.copyOf(tests)));
    }
    return new AndroidRules(rules, null);
  }

  /** Compiles one rule; gives what is wrong with it, if anything. */
  private static Optional<JsonValue> compile(
      JsonValue element, RuleReading reading, List<Test> tests) {
    if (!(element instanceof JsonObject rule)) {
      return Optional.of(element);
    }
    JsonValue exclude = rule.get("exclude");
    if (exclude != null && !(exclude instanceof JsonBoolean)) {
      return Optional.of(exclude);
    }
    for (String part : List.of(PATH, FRAGMENT)) {
      JsonValue pattern = rule.get(part);
      if (pattern != null && !add(part, "", pattern, reading, tests)) {
        return Optional.of(pattern);
      }
    }
    JsonValue query = rule.get(QUERY);
    if (query == null) {
      return Optional.empty();
    }
    if (!(query instanceof JsonObject items) || items.members().isEmpty()) {
      return Optional.of(query);
    }
    for (JsonObject.Member item : items.members()) {
      if (!add(QUERY, item.name() + "=", item.value(), reading, tests)) {
        return Optional.of(item.value());
      }
    }
    return Optional.empty();
  }

  private static boolean add(
      String part, String before, JsonValue value, RuleReading reading, List<Test> tests) {
    if (!(value instanceof JsonString text) || (before + text.value()).isEmpty()) {
      return false;
    }
    String written = before + text.value();
    try {
      tests.add(new Test(part, written, reading.pattern(written)));
      return true;
    } catch (IllegalArgumentException e) {
      // The first Android 15 makes advanced globs of some rules, and not all of them compile.
      return false;
    }
  }

  /** Whether some rule looks at nothing: by the documents that makes the rules void. */
  boolean hasRuleWithoutPattern() {
    return rules.stream().anyMatch(rule -> rule.tests().isEmpty());
  }

  Outcome decide(AndroidUrl url) {
    if (flaw != null) {
      return new Outcome(
          Kind.UNRESTRICTED,
          flaw,
          "the dynamic rules are void, for " + quote(flaw.toJson()) + " is malformed or empty");
    }
    if (rules.isEmpty()) {
      return new Outcome(Kind.UNRESTRICTED, null, "there are no dynamic rules");
    }
    Rule nearest = rules.get(0);
    Test failed = null;
    int best = -1;
    for (Rule rule : rules) {
      int passed = 0;
      Test miss = null;
      for (Test test : rule.tests()) {
        if (test.matches(url)) {
          passed++;
        } else if (miss == null) {
          miss = test;
        }
      }
      if (miss == null && passed > 0) {
        return rule.exclude()
            ? new Outcome(Kind.EXCLUDED, rule.place(), "this rule excludes it")
            : new Outcome(Kind.ALLOWED, rule.place(), "this rule lets it in");
      }
      if (passed > best && !rule.exclude() && miss != null) {
        best = passed;
        nearest = rule;
        failed = miss;
      }
    }
    String reason =
        failed != null
            ? "no dynamic rule matches; nearest: " + failed.miss(url)
            : rules.stream().allMatch(Rule::exclude)
                ? "all dynamic rules exclude, and none lets anything in"
                : "no dynamic rule matches";
    return new Outcome(Kind.NO_RULE, nearest.place(), reason);
  }
}
