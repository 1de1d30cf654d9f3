package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.rule.Rule;
import java.util.List;

/** The rules of group {@code aasa}, in the order in which a person would look. */
public final class AasaRules {

  /** A line for each. */
  public static final List<Rule<AppSiteAssociation>> ALL =
      List.of(
          new SignedFile(),
          new TooLarge(),
          new NotAnObject(),
          new NoKnownService(),
          new ServiceNotAnObject(),
          new ServiceWithoutApps(),
          new NamesNoApp(),
          new MisspeltKey(),
          new MisplacedKey(),
          new DetailsOfWrongType(),
          new DetailsKeyedByApp(),
          new EntryNotAnObject(),
          new MissingAppId(),
          new AppIdsOfWrongType(),
          new AppIdHiddenByAppIds(),
          new PlaceholderLeft(),
          new MalformedAppId(),
          new LowerCasePrefix(),
          new UnderscoreInBundleId(),
          new DuplicateAppEntry(),
          new AppsInApplinks(),
          new AppsWithoutDetails(),
          new EntryWithoutRules(),
          new RulesOfWrongType(),
          new ComponentsHidePaths(),
          new OpensNothing(),
          new PathAmongComponents(),
          new ComponentNotAnObject(),
          new ComponentWithoutConstraint(),
          new ConstraintOfWrongType(),
          new QueryValueNotText(),
          new QueryItemNotRequired(),
          new FlagNotBoolean(),
          new PathNotText(),
          new NotWithoutBlank(),
          new NotInComponent(),
          new FullUrlInPath(),
          new FragmentInPath(),
          new QueryInPath(),
          new MissingSlash(),
          new BackslashInPattern(),
          new EncodedPattern(),
          new UnencodedPattern(),
          new UnknownVariable(),
          new UnclosedVariable(),
          new EmptyVariable(),
          new NestedVariable(),
          new RegionWithoutUk(),
          new UnreachableRule(),
          new DuplicateRule(),
          new AppIdsUnreadBefore13(),
          new KeyUnreadByOlderSystems(),
          new InternalKey());

  private AasaRules() {}
}
