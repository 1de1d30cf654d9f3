package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Unless told otherwise, devices compare links as they are written, and links are written in ASCII
 * without blanks: the pattern needs the same percent escapes.
 */
final class UnencodedPattern extends PatternRule {

  private static final Pattern UNENCODED = Pattern.compile("[^!-~]");

  /** What is no character of the author's: half of one, or what stands for broken bytes. */
  private static final Pattern BROKEN = Pattern.compile("[\\x{D800}-\\x{DFFF}\\x{FFFD}]");

  UnencodedPattern() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.OBSERVED,
        "A pattern has a character that links only have percent-encoded");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    LinkRule rule = pattern.rule();
    if (rule == null
        || !isAsWritten(rule.get(LinkRule.PERCENT_ENCODED))
        || !UNENCODED.matcher(pattern.text()).find()
        || isTold(pattern)) {
      return null;
    }
    String encoded = pattern.writtenAs(encoded(pattern.text().strip()));
    return finding(
            file.document().at(pattern.value()),
            "pattern "
                + quote(pattern.written())
                + (pattern.text().strip().equals(pattern.text())
                    ? " has characters that a link only has percent-encoded, so it matches none"
                    : " begins or ends with a blank, which no link has, so it matches none"),
            "write it as "
                + quote(encoded)
                + (pattern.isLegacy() ? "" : ", or add \"percentEncoded\": false (iOS 14)"))
        .withExpected(encoded);
  }

  private static boolean isAsWritten(@Nullable JsonValue flag) {
    return flag == null || (flag instanceof JsonBoolean encoded && encoded.value());
  }

  /** Whether another rule tells it, one of group {@code json} among them. */
  private static boolean isTold(WrittenPattern pattern) {
    if (BROKEN.matcher(pattern.text()).find()) {
      return true;
    }
    return pattern.isLegacy()
        ? NotWithoutBlank.FORM.matcher(pattern.text()).matches()
        : pattern.isPath() && NotInComponent.FORM.matcher(pattern.text()).matches();
  }

  private static String encoded(String pattern) {
    StringBuilder text = new StringBuilder();
    for (byte unit : pattern.getBytes(StandardCharsets.UTF_8)) {
      if (unit >= '!' && unit <= '~') {
        text.append((char) unit);
      } else {
        text.append(String.format("%%%02X", unit & 0xFF));
      }
    }
    return text.toString();
  }
}
