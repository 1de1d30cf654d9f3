package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that Android's own agent cannot take in, in a member that nobody else reads: see {@link
 * AgentJson}. Known members are left to the rules about them.
 */
final class NumberOrNull extends StatementRule {

  NumberOrNull() {
    super(
        Severity.WARNING,
        EnumSet.of(Reader.ANDROID_12, Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "A number or null stands where Android's own agent reads texts only");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonValue value = first(statement, AgentJson::firstUnknown);
    if (value != null) {
      findings.add(
          finding(document, statement, value, "Android's own agent").withBreaks(breaks(statement)));
      return;
    }
    JsonValue before15 = first(statement, AgentJson::firstUnreadBefore15);
    if (before15 != null) {
      findings.add(
          finding(document, statement, before15, "up to Android 14, Android's own agent")
              .withBreaks(EnumSet.of(Reader.ANDROID_LEGACY)));
    }
  }

  private Finding finding(Document document, Statement statement, JsonValue value, String who) {
    return finding(
            document.at(value),
            Shown.inWords(value)
                + " stands in "
                + quote(memberOf(value))
                + ": "
                + who
                + " loses the whole file by it",
            fix(value))
        .withSeen(value.toJson())
        .withExpected("a text")
        .withApp(statement.packageName());
  }

  private static Set<Reader> breaks(Statement statement) {
    EnumSet<Reader> readers = EnumSet.of(Reader.ANDROID_12);
    if (!AgentJson.isReadableBefore15(statement.object())) {
      readers.add(Reader.ANDROID_LEGACY);
    }
    return readers;
  }

  /** Finds the first part of a member's value that some version of the agent cannot take in. */
  private interface Unread {
    @Nullable JsonValue in(JsonValue value);
  }

  private static @Nullable JsonValue first(Statement statement, Unread unread) {
    for (JsonObject.Member member : statement.object().members()) {
      JsonValue value =
          switch (member.name()) {
            case "relation", "include" -> null;
            case "target" -> inTarget(statement, member.value(), unread);
            case "relation_extensions" -> inExtensions(statement, member.value(), unread);
            default -> unread.in(member.value());
          };
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable JsonValue inTarget(
      Statement statement, JsonValue target, Unread unread) {
    if (!(target instanceof JsonObject object)) {
      return null;
    }
    Set<String> known =
        statement.isAndroidApp()
            ? Set.of("namespace", "package_name", "sha256_cert_fingerprints")
            : statement.isWeb() ? Set.of("namespace", "site") : Set.of("namespace");
    for (JsonObject.Member member : object.members()) {
      JsonValue value = known.contains(member.name()) ? null : unread.in(member.value());
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable JsonValue inExtensions(
      Statement statement, JsonValue extensions, Unread unread) {
    JsonValue rules = statement.dynamicRulesValue();
    JsonValue value = unread.in(extensions);
    if (value == null || rules == null || !rules.pointer().covers(value.pointer())) {
      return value;
    }
    // What stands in known parts of a dynamic rule is judged with the rule; that lists of rules
    // are not read before Android 15 is told of all of them together.
    return DynamicRule.firstUnread(rules);
  }

  private static String memberOf(JsonValue value) {
    var pointer = value.pointer();
    while (pointer.parent() != null && pointer.token().matches("[0-9]+")) {
      pointer = pointer.parent();
    }
    return pointer.token();
  }

  private static String fix(JsonValue value) {
    if (value instanceof JsonNull) {
      return "remove the member, or give it a text";
    }
    if (value instanceof JsonObject || value instanceof JsonArray) {
      return "remove the member: no reader needs it";
    }
    return memberOf(value).equals("relation_extensions")
        ? "remove the member, or give it an object"
        : "write it as a text: " + quote(asText(value));
  }

  private static String asText(JsonValue value) {
    return value instanceof JsonNumber number
        ? number.literal()
        : value instanceof JsonBoolean bool ? String.valueOf(bool.value()) : "";
  }
}
