package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * comptest2206 to 2209 and 2216 of Google's protocol tests; WebAsset in Android's agent, where the
 * exception costs the whole file from Android 12 on. What that agent makes of a port out of range
 * or of a wildcard is not known. Chromium asks for sites by the relation query_webapk only.
 */
final class MalformedSite extends StatementRule {

  private static final String LOSS = ": Android 12 and later lose the whole file by it";

  private static final Pattern NAMED =
      Pattern.compile("(https?://)?[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]+)?");

  MalformedSite() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "A site has not the form https://host");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null || !statement.isWeb()) {
      return;
    }
    JsonValue site = target.get("site");
    if (site == null) {
      add(
          findings,
          statement,
          true,
          finding(
              document.at(target),
              "the target has no \"site\"" + LOSS,
              MisspeltMember.fix(target, "site").orElse("add \"site\": \"https://host\"")));
      return;
    }
    String text = site.asText();
    if (text == null || text.isBlank()) {
      add(
          findings,
          statement,
          true,
          finding(
                  document.at(site),
                  "\"site\" is "
                      + Shown.inWords(site)
                      + (text == null ? ", not a text" : "")
                      + LOSS,
                  "write \"https://host\"")
              .withSeen(site.toJson()));
      return;
    }
    // java.net.URL cuts blanks off both ends, so that they alone do not hurt Android's agent.
    Site parsed = Site.parse(text.strip());
    String problem = problem(text, parsed);
    if (problem != null) {
      boolean lost = parsed == null || parsed.isRefusedByJava();
      String right = mended(text.strip());
      add(
          findings,
          statement,
          lost,
          finding(
                  document.at(site),
                  "site " + quote(text) + " " + problem + (lost ? LOSS : ""),
                  right == null ? "write it as \"https://host\"" : "write " + quote(right))
              .withSeen(text)
              .withExpected(right));
    }
  }

  private static @Nullable String problem(String text, @Nullable Site parsed) {
    if (parsed == null) {
      return "has no scheme";
    }
    return text.codePoints().anyMatch(p -> Character.isWhitespace(p) || Character.isSpaceChar(p))
        ? "has a blank in it"
        : parsed.problem();
  }

  private static void add(
      List<Finding> findings, Statement statement, boolean lost, Finding finding) {
    EnumSet<Reader> breaks = Audience.of(statement);
    if (lost) {
      breaks.add(Reader.ANDROID_12);
    }
    findings.add(finding.withBreaks(breaks));
  }

  /** The address that a bare host, or one in blanks, stands for. */
  private static @Nullable String mended(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String address = lower.matches("https?://.*") ? text : "https://" + text;
    Site site = Site.parse(address);
    return site != null && site.problem() == null && NAMED.matcher(lower).matches()
        ? address
        : null;
  }
}
