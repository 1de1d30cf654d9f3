package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonBoolean;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With {@code percentEncoded: false} the link is decoded and the pattern is left alone, so an
 * escape in the pattern is compared with the character that it stands for.
 */
final class EncodedPattern extends PatternRule {

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  EncodedPattern() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.OBSERVED,
        "A pattern has percent escapes, but is compared with decoded links");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    LinkRule rule = pattern.rule();
    if (rule == null
        || !(rule.get(LinkRule.PERCENT_ENCODED) instanceof JsonBoolean encoded)
        || encoded.value()
        || !ESCAPE.matcher(pattern.text()).find()) {
      return null;
    }
    String decoded = decoded(pattern.text());
    return finding(
            file.document().at(pattern.value()),
            "pattern "
                + quote(pattern.written())
                + " has percent escapes, but \"percentEncoded\": false compares it with decoded"
                + " links",
            decoded == null
                ? "write the characters themselves"
                : "write the characters themselves: " + quote(decoded))
        .withExpected(decoded);
  }

  /** The pattern with its escapes resolved; null where they are no UTF-8. */
  private static @Nullable String decoded(String pattern) {
    try {
      String plain = URLDecoder.decode(pattern.replace("+", "%2B"), StandardCharsets.UTF_8);
      return plain.indexOf('\uFFFD') < 0 ? plain : null;
    } catch (IllegalArgumentException e) {
      // A lone percent sign beside the escapes.
      return null;
    }
  }
}
