package dev.wellknown.registration.declaration;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Redirect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app that is to open links, and no word on which. A pattern for everything is never assumed.
 */
final class NoLinks extends ConstraintRule<LinksGiven, Declaration> {

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The platforms on which a redirect comes back to a host, or would if it were written well. */
  private static Set<String> platforms(Declaration value) {
    Set<String> platforms = new HashSet<>();
    Set<String> hosts = new HashSet<>();
    boolean allHosts = !each(value.hosts()).isEmpty();
    for (String host : each(value.hosts())) {
      boolean readable = host != null && HostName.isOne(host);
      allHosts &= readable;
      if (readable) {
        hosts.add(HostName.of(host).value());
      }
    }
    for (DeclaredRedirect redirect : each(value.redirects())) {
      if (redirect == null || redirect.uri() == null) {
        continue;
      }
      Optional<URI> uri = uri(redirect.uri());
      boolean told =
          uri.isEmpty() || (!allHosts && "https".equalsIgnoreCase(uri.get().getScheme()));
      if (told || Redirect.link(uri.get(), hosts).isPresent()) {
        platforms.addAll(
            redirect.platforms() == null ? List.of("apple", "android") : redirect.platforms());
      }
    }
    return platforms;
  }

  @Override
  List<Offence> judge(Declaration value) {
    if (value.insightsHub() != null) {
      // A redirect to each host follows from it.
      return List.of();
    }
    List<Offence> offences = new ArrayList<>();
    Set<String> platforms = platforms(value);
    List<@Nullable DeclaredApp> apps = each(value.apps());
    for (int i = 0; i < apps.size(); i++) {
      DeclaredApp app = apps.get(i);
      if (app == null || !app.wantsLinks() || (app.links() != null && !app.links().isEmpty())) {
        continue;
      }
      boolean dynamic = app.android() != null && Boolean.TRUE.equals(app.android().dynamicLinks());
      if ((app.ios() != null && !platforms.contains("apple"))
          || (dynamic && !platforms.contains("android"))) {
        Pointer here = Pointer.ROOT.child("apps").child(i);
        offences.add(
            new Offence(
                    "the app is to open links, but neither \"links\" nor an https redirect on"
                        + " one of the hosts says which",
                    null,
                    "add \"links\" with the paths, for instance [/login]; for every path"
                        + " write [\"*\"]")
                .at(here)
                .unlessToldOf(
                    List.of(
                        here.child("links"),
                        here.child("purposes"),
                        Pointer.ROOT.child("redirects"),
                        Pointer.ROOT.child("hosts"),
                        Pointer.ROOT.child("insightsHub"))));
      }
    }
    return offences;
  }
}
