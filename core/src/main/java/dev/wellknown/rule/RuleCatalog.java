package dev.wellknown.rule;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.json.Document;
import dev.wellknown.registration.declaration.RegistrationRules;
import dev.wellknown.rule.aasa.AasaRules;
import dev.wellknown.rule.agreement.Agreement;
import dev.wellknown.rule.agreement.AgreementRules;
import dev.wellknown.rule.assetlinks.AssetLinksRules;
import dev.wellknown.rule.json.JsonRules;
import dev.wellknown.rule.link.EntitlementsSide;
import dev.wellknown.rule.link.LinkRules;
import dev.wellknown.rule.link.ManifestSide;
import dev.wellknown.rule.link.TriedLink;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import dev.wellknown.rule.signin.JourneyRules;
import dev.wellknown.rule.signin.SignInRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, in the order in which a platform would meet their offences. */
public final class RuleCatalog {

  private RuleCatalog() {}

  /** Made when it is asked for: who examines one file needs the rules of that file alone. */
  private static final class Known {
    static final Map<String, RuleInfo> BY_ID = byId();
  }

  private static Map<String, RuleInfo> byId() {
    List<RuleInfo> infos = new ArrayList<>(RegistrationRules.ALL);
    ServingRules.ALL.forEach(rule -> infos.add(rule.info()));
    infos.addAll(ServingRules.OF_COPIES);
    JsonRules.ALL.forEach(rule -> infos.add(rule.info()));
    infos.add(JsonRules.UNEXPECTED_SHAPE);
    AssetLinksRules.ALL.forEach(rule -> infos.add(rule.info()));
    infos.addAll(AssetLinksRules.OF_INCLUDES);
    AasaRules.ALL.forEach(rule -> infos.add(rule.info()));
    AgreementRules.ALL.forEach(rule -> infos.add(rule.info()));
    infos.addAll(AgreementRules.OF_COPIES);
    infos.addAll(LinkRules.all());
    SignInRules.OF_PLANS.forEach(rule -> infos.add(rule.info()));
    infos.addAll(SignInRules.OF_REDIRECTS);
    JourneyRules.ALL.forEach(rule -> infos.add(rule.info()));
    Map<String, RuleInfo> map = new LinkedHashMap<>();
    for (RuleInfo info : infos) {
      if (map.put(info.id(), info) != null) {
        throw new IllegalStateException("two rules named " + info.id());
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /** What is known of every rule. */
  public static List<RuleInfo> all() {
    return List.copyOf(Known.BY_ID.values());
  }

  /** What is known of one rule. */
  public static Optional<RuleInfo> find(String id) {
    return Optional.ofNullable(Known.BY_ID.get(id));
  }

  /** The id that was probably meant: misspelt, or without its group. */
  public static Optional<String> nearest(String id) {
    String name = id.substring(id.indexOf('/') + 1);
    List<String> sameName =
        Known.BY_ID.keySet().stream().filter(each -> each.endsWith("/" + name)).toList();
    return sameName.size() == 1
        ? Optional.of(sameName.get(0))
        : NearMiss.of(id, Known.BY_ID.keySet());
  }

  /**
   * A rule's page, in Markdown.
   *
   * @throws IllegalArgumentException where there is no such rule
   */
  public static String page(String id) {
    try (InputStream in =
        RuleCatalog.class.getResourceAsStream("/dev/wellknown/docs/rules/" + id + ".md")) {
      if (!Known.BY_ID.containsKey(id) || in == null) {
        throw new IllegalArgumentException("no rule " + id);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules about what makes any document unreadable. */
  public static List<Rule<Document>> forDocuments() {
    return JsonRules.ALL;
  }

  /** The rules about how a file is served. */
  public static List<Rule<Serving>> forServing() {
    return ServingRules.ALL;
  }

  /** The rules about Android's file. */
  public static List<Rule<AssetLinks>> forAssetLinks() {
    return AssetLinksRules.ALL;
  }

  /** The rules about Apple's file. */
  public static List<Rule<AppSiteAssociation>> forAppSiteAssociation() {
    return AasaRules.ALL;
  }

  /** The rules about what a file says, compared with what a registration says. */
  public static List<Rule<Agreement>> forAgreement() {
    return AgreementRules.ALL;
  }

  /** The rules about an Android app's own side. */
  public static List<Rule<ManifestSide>> forManifests() {
    return LinkRules.OF_MANIFESTS;
  }

  /** The rules about an Apple app's own side. */
  public static List<Rule<EntitlementsSide>> forEntitlements() {
    return LinkRules.OF_ENTITLEMENTS;
  }

  /** The rules about what a registration expects of links. */
  public static List<Rule<TriedLink>> forExpectations() {
    return LinkRules.OF_EXPECTATIONS;
  }
}
