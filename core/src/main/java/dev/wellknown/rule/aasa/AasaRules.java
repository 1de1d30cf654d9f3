package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.rule.Rule;
import java.util.List;

/** The rules of group {@code aasa}, in the order in which a person would look. */
public final class AasaRules {

  /** A line for each. */
  public static final List<Rule<AppSiteAssociation>> ALL = List.of();

  private AasaRules() {}
}
