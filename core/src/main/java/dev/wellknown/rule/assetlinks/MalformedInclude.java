package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * comptest5010 of Google's protocol tests refuses an include that is no address. Android's agents
 * make a java.net.URL of it and go on without the list where that fails; an empty text is to them
 * as if it were not there. What they make of a port out of range is not known.
 */
final class MalformedInclude extends StatementRule {

  MalformedInclude() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "An include is not an address");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonValue include = statement.object().get("include");
    if (include == null) {
      return;
    }
    String text = include.asText();
    if (text == null || text.isBlank()) {
      boolean lost = text == null && AgentJson.firstUnknown(include) != null;
      findings.add(
          finding(
                  document.at(include),
                  "\"include\" is "
                      + Shown.inWords(include)
                      + (text == null ? ", not an address" : "")
                      + (lost ? ": Android's own agent loses the whole file" : ""),
                  "write the https address of another list, or remove the member")
              .withSeen(include.toJson())
              .withBreaks(text == null ? info().breaks() : EnumSet.of(Reader.GOOGLE_API)));
      return;
    }
    Site address = Site.parse(text);
    String problem = problem(text, address);
    if (problem != null) {
      findings.add(
          finding(
                  document.at(include),
                  "include " + quote(text) + " " + problem + ": the list is not read",
                  "write the whole address, beginning with https://")
              .withSeen(text)
              .withBreaks(
                  address == null || address.isRefusedByJava()
                      ? info().breaks()
                      : EnumSet.of(Reader.GOOGLE_API)));
    }
  }

  /** What is wrong with an address; other schemes have a rule of their own. */
  private static @Nullable String problem(String text, @Nullable Site address) {
    if (address == null || address.isMissingScheme()) {
      return "has no scheme";
    }
    if (!address.isHttp()) {
      return null;
    }
    return text.codePoints().anyMatch(p -> Character.isWhitespace(p) || Character.isSpaceChar(p))
        ? "has a blank in it"
        : address.problem();
  }
}
