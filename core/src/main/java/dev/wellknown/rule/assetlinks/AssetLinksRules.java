package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.EnumSet;
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

  /** An include leads back to a list that was read already. */
  public static final RuleInfo INCLUDE_LOOP =
      new RuleInfo(
          "assetlinks/include-loop",
          Severity.WARNING,
          EnumSet.noneOf(Reader.class),
          Evidence.DOCUMENTED,
          "An include leads to a list that was read already");

  /** An include that is not asked for, so that nothing can be said about it. */
  public static final RuleInfo INCLUDE_NOT_ASKED =
      new RuleInfo(
          "assetlinks/include-not-asked",
          Severity.WARNING,
          EnumSet.noneOf(Reader.class),
          Evidence.DERIVED,
          "An include was not asked for, and what it says is not known");

  /** An include that some readers do not follow. */
  public static final RuleInfo NESTED_INCLUDE =
      new RuleInfo(
          "assetlinks/nested-include",
          Severity.WARNING,
          EnumSet.of(Reader.ANDROID_12, Reader.ANDROID_LEGACY),
          Evidence.DOCUMENTED,
          "An included list includes another, which Android's own agents do not read");

  /** The rules that only following the includes can tell. */
  public static final List<RuleInfo> OF_INCLUDES =
      List.of(INCLUDE_LOOP, INCLUDE_NOT_ASKED, NESTED_INCLUDE);

  private AssetLinksRules() {}
}
