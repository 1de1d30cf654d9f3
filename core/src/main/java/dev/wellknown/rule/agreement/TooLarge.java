package dev.wellknown.rule.agreement;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonText;
import dev.wellknown.registration.Publish.SizeLimit;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The limits that a host or a team sets. Insights Hub takes "2 kb" for each file, and does not say
 * whether that is 2000 or 2048 bytes. That devices stop reading Apple's file at 128 KiB is told by
 * {@code aasa/too-large}, whatever the registration says.
 */
final class TooLarge extends AgreementRule {

  TooLarge() {
    super(
        Severity.ERROR,
        ALL,
        Evidence.DOCUMENTED,
        "The file is larger than the registration allows");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    SizeLimit limit = agreement.registered().registration().publish().limit();
    boolean apple = agreement.kind() == Kind.AASA;
    if (!agreement.isCompared()
        || (agreement.kind().platform() == Platform.ANDROID && !limit.android())) {
      return List.of();
    }
    Document document = agreement.file().orElseThrow().document();
    int size = document.size();
    if (size <= limit.warnAbove() || (apple && size > SizeLimit.APPLE.most())) {
      return List.of();
    }
    boolean refused = size > limit.most();
    boolean insightsHub = limit.equals(SizeLimit.INSIGHTS_HUB);
    Finding finding =
        finding(
                agreement.place(),
                "the file has "
                    + size
                    + " bytes, and "
                    + (refused
                        ? (insightsHub ? "Insights Hub takes" : "the registration allows")
                            + " no more than "
                            + limit.most()
                        : "it is not certain that its host takes more than " + limit.warnAbove()),
                fix(document, limit))
            .withSeen(size + " bytes")
            .withExpected("at most " + limit.warnAbove() + " bytes");
    return List.of(
        refused
            ? finding.withBreaks(insightsHub ? agreement.kind().readers() : NONE)
            : finding.withSeverity(Severity.WARNING).withBreaks(NONE));
  }

  private static String fix(Document document, SizeLimit limit) {
    int least =
        document
            .value()
            .map(value -> JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length)
            .orElse(Integer.MAX_VALUE);
    return least <= limit.warnAbove()
        ? "write it without white space (\"wellknown generate --compact\"): then it has "
            + least
            + " bytes"
        : "spread the apps over several hosts, or list fewer links and certificates";
  }
}
