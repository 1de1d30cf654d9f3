package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Request;
import dev.wellknown.finding.Finding;
import dev.wellknown.rule.assetlinks.Site;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to Google's Digital Asset Links service, refused where that service refuses it before
 * any fetch (comptest1001 to 1401 of its protocol tests).
 *
 * @param source the site whose statements are asked for, in its canonical form
 * @param relation the only relation that is asked for; empty for all
 * @param target whether the source is linked to it; empty where the statements are listed
 */
public record StatementQuery(
    String source, Optional<String> relation, Optional<StatementTarget> target) {

  /**
   * @throws IllegalArgumentException where Google's service would call the question an invalid
   *     query, or where it cannot be asked for over https; the message says what to write
   */
  public StatementQuery {
    if (!source.equals(Site.canonical(source)) || !source.startsWith("https://")) {
      throw new IllegalArgumentException(
          quote(source) + " is not the canonical form of an https site");
    }
    relation.ifPresent(StatementQuery::checkRelation);
    target.ifPresent(StatementQuery::checkTarget);
    if (target.isPresent() && relation.isEmpty()) {
      throw new IllegalArgumentException(
          "whether a target is linked is asked for one relation, for instance "
              + AssetLinks.HANDLE_ALL_URLS);
    }
    try {
      Request.of(uri(source));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(quote(source) + " has no readable host or port", e);
    }
  }

  /**
   * Reads a question as people write it.
   *
   * @param site {@code https://host[:port]}
   * @param relation {@code kind/detail}; empty, or an empty text, for all
   * @param target {@code https://host[:port]}, or a package, {@code @} and a fingerprint
   * @throws IllegalArgumentException as the constructor
   */
  public static StatementQuery of(String site, Optional<String> relation, Optional<String> target) {
    String source = site(site);
    if (!source.startsWith("https://")) {
      throw new IllegalArgumentException(quote(site) + " is not asked: only https is");
    }
    return new StatementQuery(
        source, relation.filter(text -> !text.isEmpty()), target.map(StatementQuery::target));
  }

  /** Where the source's list is. */
  public URI uri() {
    return uri(source);
  }

  private static URI uri(String source) {
    return URI.create(source + "/" + Kind.ASSETLINKS.path());
  }

  private static StatementTarget target(String text) {
    if (text.contains("://")) {
      return new StatementTarget.Web(site(text));
    }
    int at = text.indexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException(
          quote(text) + " is neither https://host[:port] nor a package, @ and its fingerprint");
    }
    return new StatementTarget.AndroidApp(text.substring(0, at), text.substring(at + 1));
  }

  private static String site(String text) {
    String canonical = Site.canonical(text);
    if (canonical == null) {
      Site parsed = Site.parse(text);
      String problem = parsed == null ? null : parsed.problem();
      if (problem != null) {
        throw new IllegalArgumentException(quote(text) + " " + problem);
      }
      refuseWhatAListMayNotSay(text, AssetLinks.GET_LOGIN_CREDS, web(text));
      throw new IllegalArgumentException(quote(text) + " is not of the form https://host[:port]");
    }
    return canonical;
  }

  private static void checkRelation(String relation) {
    refuseWhatAListMayNotSay(relation, relation, web("https://example.com"));
  }

  private static void checkTarget(StatementTarget target) {
    if (target instanceof StatementTarget.AndroidApp app) {
      refuseWhatAListMayNotSay(
          app.toString(),
          AssetLinks.HANDLE_ALL_URLS,
          Map.of(
              "namespace",
              AssetLinks.Statement.ANDROID_APP,
              "package_name",
              app.packageName(),
              "sha256_cert_fingerprints",
              List.of(app.fingerprint())));
    } else if (target instanceof StatementTarget.Web web
        && !web.site().equals(Site.canonical(web.site()))) {
      throw new IllegalArgumentException(
          quote(web.site()) + " is not the canonical form of a site");
    }
  }

  private static Map<String, Object> web(String site) {
    return Map.of("namespace", AssetLinks.Statement.WEB, "site", site);
  }

  /** The service takes the same words in a question as in a list, so that the same rules judge. */
  private static void refuseWhatAListMayNotSay(
      String text, String relation, Map<String, Object> target) {
    Optional<Finding> wrong =
        StatementList.of(Map.of("relation", List.of(relation), "target", target)).firstProblem();
    wrong.ifPresent(
        finding -> {
          throw new IllegalArgumentException(
              quote(text) + ": " + finding.rule().summary() + "; " + finding.fix());
        });
  }
}
