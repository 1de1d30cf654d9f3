package dev.wellknown.rule.link;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rules of group {@code link}. */
public final class LinkRules {

  /** About an app's AndroidManifest.xml, a line for each. */
  public static final List<Rule<ManifestSide>> OF_MANIFESTS =
      List.of(
          new HostNotInManifest(),
          new NoAutoVerify(),
          new MissingCategory(),
          new CustomSchemeInFilter(),
          new ActivityNotExported(),
          new PortInFilter(),
          new UpperCaseHost(),
          new InvalidHost(),
          new WildcardHost(),
          new LinkNotInManifest(),
          new OnlyExcludingGroups(),
          new UnregisteredHost(),
          new TooManyHosts(),
          new UnresolvedValue());

  /** About an app's entitlements, a line for each. */
  public static final List<Rule<EntitlementsSide>> OF_ENTITLEMENTS =
      List.of(
          new HostNotInEntitlements(),
          new MalformedAssociatedDomain(),
          new DeveloperMode(),
          new UnresolvedDomain());

  /** About what a registration expects, a line for each. */
  public static final List<Rule<TriedLink>> OF_EXPECTATIONS =
      List.of(new NotOpened(), new OpenedUnexpectedly());

  /** Chromium reads the file for other purposes than links. */
  private static final Set<Reader> ALL_THAT_OPEN = EnumSet.complementOf(EnumSet.of(Reader.CHROME));

  /** A file of the app that a registration names could not be read. */
  public static final RuleInfo UNREADABLE_APP_FILE =
      new RuleInfo(
          "link/unreadable-app-file",
          Severity.ERROR,
          Set.of(),
          Evidence.DOCUMENTED,
          "A manifest or entitlements file that the registration names cannot be read");

  /** The link itself is not one that the app takes. */
  public static final RuleInfo NOT_MATCHED =
      new RuleInfo(
          "link/not-matched",
          Severity.ERROR,
          ALL_THAT_OPEN,
          Evidence.DOCUMENTED,
          "The link is not among those that open the app");

  /** No host on the way of a link is one of the registration's. */
  public static final RuleInfo HOST_NOT_REGISTERED =
      new RuleInfo(
          "link/host-not-registered",
          Severity.ERROR,
          ALL_THAT_OPEN,
          Evidence.DERIVED,
          "The link's host is none of the registration's");

  /** The app would open at an address behind the one that is tapped. */
  public static final RuleInfo BEHIND_REDIRECT =
      new RuleInfo(
          "link/behind-redirect",
          Severity.WARNING,
          Set.of(),
          Evidence.OBSERVED,
          "The app opens only at an address that the link leads to");

  /** What only the walk of one link can tell. */
  public static final List<RuleInfo> OF_DIAGNOSES =
      List.of(HOST_NOT_REGISTERED, NOT_MATCHED, BEHIND_REDIRECT);

  private LinkRules() {}

  /** What is known of every rule of the group. */
  public static List<RuleInfo> all() {
    List<RuleInfo> all = new ArrayList<>();
    OF_EXPECTATIONS.forEach(rule -> all.add(rule.info()));
    all.add(UNREADABLE_APP_FILE);
    OF_MANIFESTS.forEach(rule -> all.add(rule.info()));
    OF_ENTITLEMENTS.forEach(rule -> all.add(rule.info()));
    all.addAll(OF_DIAGNOSES);
    return all;
  }

  /** Whether a finding is about what a file does to an expected link. */
  public static boolean isAboutExpectations(RuleInfo rule) {
    return OF_EXPECTATIONS.stream().anyMatch(each -> each.info().id().equals(rule.id()));
  }
}
