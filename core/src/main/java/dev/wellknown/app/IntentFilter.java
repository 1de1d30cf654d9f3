package dev.wellknown.app;

import dev.wellknown.json.Position;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An {@code intent-filter}. What its {@code data} elements say is pooled, as Android does: every
 * scheme goes with every host and every path.
 *
 * @param position the element's tag
 * @param autoVerify whether the app asks for its hosts to be verified
 * @param actions full names
 * @param categories full names
 * @param schemes in the order of the file
 * @param hosts in the order of the file
 * @param paths one of which must match, where there are any
 * @param groups in the order of the file; the first that matches decides, after the paths
 * @param typed whether it wants a media type, which a tapped link does not have
 * @param schemeSpecific whether it has {@code android:ssp} attributes, which are not examined
 */
public record IntentFilter(
    Position position,
    Setting autoVerify,
    Set<String> actions,
    Set<String> categories,
    List<ManifestValue> schemes,
    List<FilterHost> hosts,
    List<UriPattern> paths,
    List<UriGroup> groups,
    boolean typed,
    boolean schemeSpecific) {

  /** What a tapped link asks for. */
  public static final String VIEW = "android.intent.action.VIEW";

  /** What a link from a browser asks for. */
  public static final String BROWSABLE = "android.intent.category.BROWSABLE";

  /** Without it no activity is found for a link. */
  public static final String DEFAULT = "android.intent.category.DEFAULT";

  private static final Set<String> WEB = Set.of("http", "https");

  public IntentFilter {
    actions = Collections.unmodifiableSet(new LinkedHashSet<>(actions));
    categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
    schemes = List.copyOf(schemes);
    hosts = List.copyOf(hosts);
    paths = List.copyOf(paths);
    groups = List.copyOf(groups);
  }

  /** Whether it names http or https, among whatever else. */
  public boolean hasWebScheme() {
    return schemes.stream().anyMatch(IntentFilter::isWeb);
  }

  /** Schemes that are neither http nor https; unresolved ones are left out. */
  public List<ManifestValue> customSchemes() {
    return schemes.stream().filter(each -> each.isResolved() && !isWeb(each)).toList();
  }

  private static boolean isWeb(ManifestValue scheme) {
    return scheme.isResolved() && WEB.contains(scheme.text());
  }
}
