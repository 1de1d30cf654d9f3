package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * comptest2003, 2011 and 2013 of Google's protocol tests; every other reader passes over the
 * statement without a word.
 */
final class MissingTarget extends StatementRule {

  private static final String SHAPE =
      "{\"namespace\": \"android_app\", \"package_name\": …, \"sha256_cert_fingerprints\": […]}";

  private static final List<String> MEMBERS =
      List.of("namespace", "package_name", "sha256_cert_fingerprints", "site");

  MissingTarget() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "A statement does not say whom it is about");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonValue target = statement.object().get("target");
    if (target instanceof JsonObject) {
      return;
    }
    if (target != null) {
      boolean lost = AgentJson.firstUnknown(target) != null;
      EnumSet<Reader> breaks = Audience.of(statement);
      breaks.addAll(AgentJson.lostBy(target));
      findings.add(
          finding(
                  document.at(target),
                  "\"target\" is "
                      + Shown.inWords(target)
                      + ", not an object: "
                      + (lost
                          ? "Android's own agent loses the whole file, the others skip the"
                              + " statement"
                          : "every reader skips the statement"),
                  "write the target as an object: " + SHAPE)
              .withSeen(target.toJson())
              .withExpected("an object")
              .withBreaks(breaks));
    } else if (!statement.isInclude()) {
      findings.add(absent(document, statement));
    }
  }

  private Finding absent(Document document, Statement statement) {
    JsonObject object = statement.object();
    Optional<String> way =
        MisspeltMember.fix(object, "target")
            .or(
                () ->
                    MEMBERS.stream().anyMatch(object::has)
                        ? Optional.of("move " + inQuotes(object) + " into \"target\": {…}")
                        : Optional.empty());
    boolean says = object.has("relation");
    Finding finding =
        finding(
                document.at(object),
                (says
                        ? "the statement has no \"target\""
                        : "the element has neither \"relation\" nor \"target\"")
                    + ": every reader skips it",
                way.orElse(
                    says ? "add \"target\": " + SHAPE : "remove it, or write a whole statement"))
            .withExpected("\"target\"");
    // An element that states nothing loses nothing where it is skipped; Google's service complains.
    return finding.withBreaks(
        says || way.isPresent() ? Audience.of(statement) : EnumSet.of(Reader.GOOGLE_API));
  }

  private static String inQuotes(JsonObject object) {
    return MEMBERS.stream()
        .filter(object::has)
        .map(Printable::quote)
        .collect(Collectors.joining(", "));
  }
}
