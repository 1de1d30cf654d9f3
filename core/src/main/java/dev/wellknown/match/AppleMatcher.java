package dev.wellknown.match;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which apps an {@code apple-app-site-association} opens for a URL, as Apple's current systems
 * decide it. Compiled once; immutable, so that any number of threads may ask. The host of the URL
 * is not compared with anything: whoever asks chooses the file of the right host.
 */
public final class AppleMatcher {

  private final AppleVariables variables;
  private final Map<String, AppleClaim> claims;

  private AppleMatcher(AppleVariables variables, Map<String, AppleClaim> claims) {
    this.variables = variables;
    this.claims = Collections.unmodifiableMap(claims);
  }

  /** Reads the rules of a file. Whatever the file holds, there is a matcher for it. */
  public static AppleMatcher of(AppSiteAssociation file) {
    AppleVariables variables = AppleVariables.of(file);
    Map<String, AppleClaim> claims = new LinkedHashMap<>();
    for (Entry entry : file.entries()) {
      AppleRules rules = AppleRules.of(entry, variables);
      for (JsonString id : entry.appIds()) {
        String app = AppSiteAssociation.compared(id.value());
        AppleClaim earlier = claims.get(app);
        claims.put(
            app, earlier == null ? new AppleClaim(app, id, entry, rules) : earlier.alsoIn(entry));
      }
    }
    JsonObject applinks = file.applinks();
    if (applinks != null && !applinks.has("details")) {
      for (JsonString id : file.appsOf(AppSiteAssociation.APPLINKS)) {
        String app = AppSiteAssociation.compared(id.value());
        claims.putIfAbsent(app, new AppleClaim(app, id, null, AppleRules.everything(id)));
      }
    }
    return new AppleMatcher(variables, claims);
  }

  /**
   * The apps that the file lets open links, in its order, their ids as devices compare them. Of
   * several that accept a URL, the system offers the first that is installed.
   */
  public Set<String> apps() {
    return claims.keySet();
  }

  /**
   * What the file says about a URL and an app. Costs no memory, unless the URL has runs of slashes
   * in its path, or characters that no URL may have, or meets rules that resolve percent-escapes or
   * give several ways to read a variable.
   *
   * @param app an app id; one that the file does not name is no match
   */
  public AppleDecision decide(String url, String app) {
    AppleClaim claim = claim(app);
    if (claim == null) {
      return AppleDecision.NO_MATCH;
    }
    String text = AppleText.handedOn(url);
    int schemeEnd = Url.schemeEnd(text);
    int authority = Url.authorityStart(text, schemeEnd);
    int path = Url.pathStart(text, authority, schemeEnd);
    return AppleEligibility.of(text, schemeEnd, authority, path) == AppleEligibility.ELIGIBLE
        ? claim.rules().decide(text, path)
        : AppleDecision.NO_MATCH;
  }

  /**
   * The same, with the reasons.
   *
   * @param app an app id; one that the file does not name is no match
   */
  public AppleExplanation explain(String url, String app) {
    AppleClaim claim = claim(app);
    return claim == null
        ? AppleExplanation.unnamed(AppSiteAssociation.compared(app))
        : new AppleExplainer(claim, variables).explain(url, decide(url, app));
  }

  /** The same for each of {@link #apps}, in their order. */
  public List<AppleExplanation> explain(String url) {
    return claims.keySet().stream().map(app -> explain(url, app)).toList();
  }

  private @Nullable AppleClaim claim(String app) {
    AppleClaim claim = claims.get(app);
    return claim == null ? claims.get(AppSiteAssociation.compared(app)) : claim;
  }
}
