package dev.wellknown.registration.declaration;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * An app that is to open links, and no word on which. A pattern for everything is never assumed.
 */
final class NoLinks extends ConstraintRule<LinksGiven, Declaration> {

  /** Whether a redirect comes back to a host; Insights Hub always derives one. */
  private static boolean hasRedirect(Declaration value, String platform) {
    if (value.insightsHub() != null) {
      return true;
    }
    if (value.redirects() == null || value.hosts() == null) {
      return false;
    }
    Set<String> hosts = new HashSet<>();
    for (String host : value.hosts()) {
      if (host != null && HostName.isOne(host)) {
        hosts.add(HostName.of(host).value());
      }
    }
    return value.redirects().stream()
        .filter(Objects::nonNull)
        .filter(each -> each.platforms() == null || each.platforms().contains(platform))
        .anyMatch(each -> each.uri() != null && leadsTo(hosts, each.uri()));
  }

  private static boolean leadsTo(Set<String> hosts, String redirect) {
    try {
      URI uri = new URI(redirect);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && hosts.contains(uri.getHost().toLowerCase(Locale.ROOT))
          && !uri.getRawPath().contains("*")
          && !uri.getRawPath().contains("$(");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  List<Offence> judge(Declaration value) {
    List<Offence> offences = new ArrayList<>();
    List<DeclaredApp> apps = value.apps() == null ? List.of() : value.apps();
    for (int i = 0; i < apps.size(); i++) {
      DeclaredApp app = apps.get(i);
      if (app == null || !app.wantsLinks() || (app.links() != null && !app.links().isEmpty())) {
        continue;
      }
      boolean dynamic = app.android() != null && Boolean.TRUE.equals(app.android().dynamicLinks());
      if ((app.ios() != null && !hasRedirect(value, "apple"))
          || (dynamic && !hasRedirect(value, "android"))) {
        offences.add(
            new Offence(
                    "the app is to open links, but neither \"links\" nor an https redirect on"
                        + " one of the hosts says which",
                    null,
                    "add \"links\" with the paths, for instance [/login]; for every path"
                        + " write [\"*\"]")
                .at(Pointer.ROOT.child("apps").child(i)));
      }
    }
    return offences;
  }
}
