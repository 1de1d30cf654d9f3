package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.rule.Rule;
import java.util.List;

/** The rules of group {@code assetlinks}, in the order in which a person would look. */
public final class AssetLinksRules {

  /** A line for each. */
  public static final List<Rule<AssetLinks>> ALL = List.of(new FingerprintLowerCase());

  private AssetLinksRules() {}
}
