package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Apple's form is {@code <application identifier prefix>.<bundle id>}. Devices are reported to see
 * a prefix only where the first dot stands behind ten characters, and to take everything else for a
 * bundle id without one, which no real app has.
 */
final class MalformedAppId extends AppIdRule {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern TURNED = Pattern.compile("(.+)\\.([A-Z0-9]{10})");
  private static final Pattern NEARLY_PREFIX = Pattern.compile("(?=.*[0-9])[A-Z0-9]{6,14}");
  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]");

  MalformedAppId() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "An app id has another form than prefix, dot, bundle id");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, JsonValue value) {
    String id = value.asText();
    if (id == null) {
      return finding(
              file.document().at(value),
              value.inWords() + " stands where an app id belongs",
              "write the app id as text; for several apps use \"appIDs\": [\"…\", \"…\"]")
          .withExpected("PREFIX.bundle.id");
    }
    if (AppId.isWellFormed(id) || AppId.placeholder(id) != null) {
      return null;
    }
    Told told = tell(id);
    return finding(file.document().at(value), told.message(), told.fix())
        .withExpected(told.corrected() == null ? "PREFIX.bundle.id" : told.corrected());
  }

  /** What is said of an id, and the right one where it can be known. */
  private record Told(String message, String fix, @Nullable String corrected) {
    static Told corrected(String message, String corrected) {
      return new Told(message, "write it as " + quote(corrected), corrected);
    }
  }

  private static Told tell(String id) {
    String quoted = "app id " + quote(id);
    String trimmed = BLANKS.matcher(id).replaceAll("");
    if (trimmed.isEmpty()) {
      return new Told(
          "the app id is " + (id.isEmpty() ? "empty" : "blank"),
          "write the app id, or remove the element",
          null);
    }
    if (!trimmed.equals(id)) {
      String message = quoted + " has a blank in it";
      return AppId.isWellFormed(trimmed)
          ? Told.corrected(message, trimmed)
          : new Told(message, "remove the blank, and write prefix, dot, bundle id", null);
    }
    if (id.indexOf('*') >= 0) {
      return new Told(
          quoted + " has a wildcard, which devices take as written",
          "list every app with its whole id",
          null);
    }
    if (AppId.hasPrefixTwice(id)) {
      return Told.corrected(quoted + " has its prefix twice", AppId.bundle(id));
    }
    Matcher turned = TURNED.matcher(id);
    if (turned.matches() && AppId.isWellFormed(turned.group(2) + "." + turned.group(1))) {
      return Told.corrected(
          quoted + " has its prefix behind the bundle id", turned.group(2) + "." + turned.group(1));
    }
    Matcher strange = STRANGE.matcher(id);
    if (strange.find()) {
      return new Told(
          quoted
              + " has "
              + quote(Character.toString(id.codePointAt(strange.start())))
              + " in it, which no app id can have",
          "write letters, digits, hyphens and dots only",
          null);
    }
    if (!AppId.hasPrefix(id)) {
      String first = AppId.prefix(id);
      return NEARLY_PREFIX.matcher(first).matches() && id.length() > first.length()
          ? new Told(
              quoted + " has " + first.length() + " characters in front of its first dot, not ten",
              "check the prefix: it has ten letters or digits",
              null)
          : new Told(
              quoted + " has no prefix in front of the bundle id",
              "put the App ID prefix, nearly always the team id, and a dot in front: "
                  + quote("ABCDE12345." + id),
              null);
    }
    return new Told(
        quoted + " has no bundle id behind its prefix", "add the bundle id behind the dot", null);
  }
}
