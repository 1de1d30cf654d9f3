package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.rule.Rule;
import java.util.List;

/** The rules of group {@code assetlinks}, in the order in which a person would look. */
public final class AssetLinksRules {

  /** A line for each. */
  public static final List<Rule<AssetLinks>> ALL =
      List.of(
          new NotAnArray(),
          new EmptyList(),
          new StatementNotObject(),
          new IncludeBesideStatement(),
          new MalformedInclude(),
          new InsecureInclude(),
          new MissingTarget(),
          new MissingRelation(),
          new MalformedRelation(),
          new MisspeltRelation(),
          new UnknownNamespace(),
          new MissingPackage(),
          new MalformedPackage(),
          new MissingFingerprints(),
          new PlaceholderLeft(),
          new FingerprintNotSha256(),
          new FingerprintLowerCase(),
          new DebugCertificate(),
          new ExamplePackage(),
          new MalformedSite(),
          new SiteWithPath(),
          new ManifestAsSite(),
          new NumberOrNull(),
          new DuplicateStatement(),
          new NoLinkRelation(),
          new UnreadUrlRules(),
          new RulesDeclaredTwice(),
          new DynamicMalformedComponent(),
          new DynamicNoCatchAll(),
          new DynamicUnreachableRule(),
          new DynamicEncodedPattern(),
          new DynamicDotTrap(),
          new DynamicUnreadableBefore15());

  private AssetLinksRules() {}
}
