package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statements add up, so that one which stands twice says nothing new ({@code well-known/details.md}
 * in https://github.com/google/digitalassetlinks).
 */
final class DuplicateStatement extends Rule<AssetLinks> {

  DuplicateStatement() {
    super(
        "assetlinks",
        Severity.NOTE,
        EnumSet.noneOf(Reader.class),
        Evidence.DOCUMENTED,
        "A statement stands twice");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    Map<List<Object>, Statement> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : file.statements()) {
      // Which rules for links count where a statement stands twice is a question of its own.
      if (statement.target() == null
          || statement.relations().isEmpty()
          || statement.isInclude()
          || statement.object().has("relation_extensions")) {
        continue;
      }
      Statement first = seen.putIfAbsent(meaning(statement), statement);
      if (first != null) {
        findings.add(
            finding(
                    file.document().at(statement.object()),
                    "the statement says again what the one in line "
                        + first.object().position().line()
                        + " says",
                    "remove one of the two")
                .withApp(statement.packageName()));
      }
    }
    return findings;
  }

  /** Order and repetition inside of the two lists mean nothing. */
  private static List<Object> meaning(Statement statement) {
    JsonObject target = Objects.requireNonNull(statement.target());
    return List.of(
        texts(statement.relations()),
        String.valueOf(statement.namespace()),
        text(target.get("package_name")),
        text(target.get("site")),
        texts(statement.fingerprints()));
  }

  private static TreeSet<String> texts(List<JsonValue> values) {
    TreeSet<String> texts = new TreeSet<>();
    values.forEach(value -> texts.add(text(value)));
    return texts;
  }

  private static String text(@Nullable JsonValue value) {
    return value instanceof JsonString text
        ? text.value()
        : value == null ? "" : "\0" + value.toJson();
  }
}
