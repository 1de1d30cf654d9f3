package dev.wellknown.rule.agreement;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.List;

/** The rules of group {@code agreement}, in the order in which a person would look. */
public final class AgreementRules {

  /** A line for each. */
  public static final List<Rule<Agreement>> ALL =
      List.of(
          new FileMissing(),
          new TooLarge(),
          new AppMissing(),
          new PurposeMissing(),
          new CertificateMissing(),
          new LinkMissing(),
          new ExclusionUnregistered(),
          new LinksInOtherOrder(),
          new ExclusionMissing(),
          new DynamicRulesMissing(),
          new DynamicRulesUnregistered(),
          new AppUnregistered(),
          new PurposeUnregistered(),
          new CertificateUnregistered(),
          new LinkUnregistered(),
          new StatementUnregistered());

  /** Apple's CDN hands out an older or another file. */
  public static final RuleInfo APPLE_COPY_DIFFERS =
      new RuleInfo(
          "agreement/apple-copy-differs",
          Severity.WARNING,
          AgreementRule.NONE,
          Evidence.OBSERVED,
          "Apple's CDN hands out another file than the host");

  /** Google's service answers from an older or another list. */
  public static final RuleInfo GOOGLE_COPY_DIFFERS =
      new RuleInfo(
          "agreement/google-copy-differs",
          Severity.WARNING,
          AgreementRule.NONE,
          Evidence.DOCUMENTED,
          "Google's service answers other statements than the host's file makes");

  /** What was registered at Insights Hub is no longer what the team publishes. */
  public static final RuleInfo GATEWAY_COPY_DIFFERS =
      new RuleInfo(
          "agreement/gateway-copy-differs",
          Severity.WARNING,
          AgreementRule.NONE,
          Evidence.DERIVED,
          "Insights Hub's gateway hands out another file than its source URL");

  /** The rules about two copies of one file, which only asking for both can tell. */
  public static final List<RuleInfo> OF_COPIES =
      List.of(APPLE_COPY_DIFFERS, GOOGLE_COPY_DIFFERS, GATEWAY_COPY_DIFFERS);

  private AgreementRules() {}
}
