package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern at the place where it was written, of whatever list devices read.
 *
 * @param value the pattern, without a {@code NOT} of the old list
 * @param part the member it stands under: {@code /}, {@code ?} or {@code #}
 * @param item the name of the query item it is for, or null
 * @param rule the rule it belongs to; null for a pattern in {@code defaults}, which many rules
 *     share
 * @param app the first app concerned, or null
 */
record WrittenPattern(
    JsonString value,
    String part,
    @Nullable String item,
    @Nullable LinkRule rule,
    @Nullable String app) {

  /** All patterns of a file, in its order but for the host's defaults, which come first. */
  static List<WrittenPattern> in(AppSiteAssociation file) {
    List<WrittenPattern> patterns = new ArrayList<>();
    addAll(file.hostDefaults(), null, null, patterns);
    for (Entry entry : file.entries()) {
      String app = entry.app();
      addAll(entry.defaults(), null, app, patterns);
      for (LinkRule rule : entry.rules()) {
        addAll(rule.own(), rule, app, patterns);
      }
    }
    return patterns;
  }

  private static void addAll(
      @Nullable JsonObject from,
      @Nullable LinkRule rule,
      @Nullable String app,
      List<WrittenPattern> patterns) {
    if (from == null) {
      return;
    }
    for (String part : KnownKeys.CONSTRAINTS) {
      JsonValue value = from.get(part);
      if (value instanceof JsonString text) {
        patterns.add(new WrittenPattern(text, part, null, rule, app));
      } else if (value instanceof JsonObject items && part.equals(LinkRule.QUERY)) {
        for (JsonObject.Member member : items.members()) {
          if (member.value() instanceof JsonString text) {
            patterns.add(new WrittenPattern(text, part, member.name(), rule, app));
          }
        }
      }
    }
  }

  /** The pattern's text. */
  String text() {
    return value.value();
  }

  /** What was written, {@code NOT} included. */
  String written() {
    String element = isLegacy() && rule != null ? rule.value().asText() : null;
    return element == null ? text() : element;
  }

  /** A better pattern, written as this one is, {@code NOT} included. */
  String writtenAs(String better) {
    return isLegacy() && !written().equals(text()) ? "NOT " + better : better;
  }

  /** How a component would begin to say it: with an exclusion where this is one of the old list. */
  String asComponent(String members) {
    boolean not = isLegacy() && !written().equals(text());
    return "{" + members + (not ? ", \"exclude\": true}" : "}");
  }

  /** Whether it is a pattern for the path. */
  boolean isPath() {
    return part.equals(LinkRule.PATH);
  }

  /** Whether it stands in the old list, which knows paths alone. */
  boolean isLegacy() {
    return rule != null && rule.value() instanceof JsonString;
  }
}
