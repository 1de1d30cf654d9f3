package dev.wellknown.rule.agreement;

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

  private AgreementRules() {}
}
