package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonText;
import dev.wellknown.rule.agreement.Registered.RegisteredRule;
import dev.wellknown.rule.assetlinks.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two copies of one file, compared by what they say: order, form and white space are nothing, and
 * neither are rules about links that make no difference to any link.
 */
public final class FileComparison {

  /** So many differences are told; a person looks at the files then. */
  private static final int TOLD = 3;

  private final List<String> differences = new ArrayList<>();

  private FileComparison() {}

  /**
   * What a copy says otherwise, in words that complete "the copy …".
   *
   * @return none where the two say the same
   */
  public static List<String> differences(AssociationFile file, AssociationFile copy) {
    if (file.document().sha256().equals(copy.document().sha256())) {
      return List.of();
    }
    Optional<NamedApps> one = NamedApps.in(file);
    Optional<NamedApps> other = NamedApps.in(copy);
    if (one.isEmpty() || other.isEmpty()) {
      return List.of(
          other.isPresent()
              ? "can be read, and the file cannot"
              : one.isPresent() ? "cannot be read, and the file can" : "has other bytes");
    }
    FileComparison comparison = new FileComparison();
    comparison.compare(one.get(), other.get());
    return List.copyOf(comparison.differences);
  }

  /** The first of them, for one sentence. */
  public static String words(List<String> differences) {
    int more = differences.size() - TOLD;
    return String.join(", ", differences.subList(0, Math.min(TOLD, differences.size())))
        + (more > 0 ? ", and " + more + " more" : "");
  }

  /**
   * Whether two lists open other links in one of their apps; as far as both have such rules.
   *
   * @return the packages concerned
   */
  public static Set<String> otherLinks(AssetLinks file, AssetLinks copy) {
    Set<String> packages = new LinkedHashSet<>();
    NamedApps others = NamedApps.in(copy).orElse(NamedApps.NONE);
    NamedApps.in(file)
        .orElse(NamedApps.NONE)
        .byId()
        .forEach(
            (id, app) -> {
              NamedApp other = others.byId().get(id);
              if (other != null
                  && app.comparableLinks().isPresent()
                  && other.comparableLinks().isPresent()
                  && !sameLinks(app.links(), other.links())) {
                packages.add(id);
              }
            });
    return packages;
  }

  private void compare(NamedApps file, NamedApps copy) {
    file.byId()
        .forEach(
            (id, app) -> {
              NamedApp other = copy.byId().get(id);
              if (other == null) {
                differences.add("lacks app " + quote(id));
              } else {
                compare("app " + quote(id), app, other);
              }
            });
    only(copy.byId().keySet(), file.byId().keySet(), "still names app ", "");
    both(includes(file), includes(copy), "the include of ", "");
    both(besides(file), besides(copy), "the statement ", "");
    if (!Set.copyOf(file.unread()).equals(Set.copyOf(copy.unread()))
        || !file.broken().equals(copy.broken())) {
      differences.add("has other parts that cannot be read");
    }
  }

  private void compare(String app, NamedApp file, NamedApp copy) {
    both(file.purposes().keySet(), copy.purposes().keySet(), "", " for " + app);
    int before = differences.size();
    both(file.certificates().keySet(), copy.certificates().keySet(), "certificate ", " of " + app);
    if (differences.size() == before
        && file.purposes().keySet().equals(copy.purposes().keySet())
        && !file.granted().equals(copy.granted())) {
      differences.add("grants other relations to the certificates of " + app);
    }
    if (!file.unreadPurposes().equals(copy.unreadPurposes())
        || file.unreadCertificates() != copy.unreadCertificates()) {
      differences.add("has other unreadable values for " + app);
    }
    if (file.purposes().keySet().equals(copy.purposes().keySet())
        && !sameLinks(file.links(), copy.links())) {
      differences.add("opens other links in " + app);
    }
  }

  /** What only one of the two has. */
  private void both(Collection<String> file, Collection<String> copy, String what, String behind) {
    only(file, copy, "lacks " + what, behind);
    only(copy, file, "still has " + what, behind);
  }

  private void only(Collection<String> one, Collection<String> other, String what, String behind) {
    for (String each : one) {
      if (!other.contains(each)) {
        differences.add(what + quote(each) + behind);
      }
    }
  }

  private static boolean sameLinks(@Nullable LinkList one, @Nullable LinkList other) {
    if (one == null || other == null) {
      LinkList there = one == null ? other : one;
      return there == null || there.opensEverything();
    }
    if (!one.comparable() || !other.comparable()) {
      return JsonText.compact(one.at()).equals(JsonText.compact(other.at()));
    }
    if (one.rules().stream()
        .map(ComparedRule::says)
        .toList()
        .equals(other.rules().stream().map(ComparedRule::says).toList())) {
      return true;
    }
    boolean doubtful =
        one.rules().stream().anyMatch(ComparedRule::doubtful)
            || other.rules().stream().anyMatch(ComparedRule::doubtful);
    List<RegisteredRule> rules =
        one.rules().stream()
            .map(rule -> new RegisteredRule(rule, rule.at().pointer(), true))
            .toList();
    return !doubtful && LinkComparison.of(rules, other).equals(LinkComparison.SAME);
  }

  private static Set<String> includes(NamedApps apps) {
    Set<String> addresses = new TreeSet<>();
    apps.includes().forEach(include -> addresses.add(String.valueOf(include.text("include"))));
    return addresses;
  }

  /** Statements about sites, each relation by itself, as Google's service compares them. */
  private static Set<String> besides(NamedApps apps) {
    Set<String> statements = new TreeSet<>();
    for (JsonObject each : apps.besides()) {
      AssetLinks.Statement statement = new AssetLinks.Statement(each);
      JsonObject target = statement.target();
      String site = target == null ? null : target.text("site");
      String canonical = site == null ? null : Site.canonical(site);
      String about = canonical == null ? JsonText.compact(each.get("target")) : canonical;
      statement
          .relations()
          .forEach(relation -> statements.add(JsonText.compact(relation) + " for " + about));
    }
    return statements;
  }
}
