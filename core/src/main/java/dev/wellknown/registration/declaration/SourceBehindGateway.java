package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.declaration.DeclaredInsightsHub.DeclaredSources;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source that the gateway would have to read from itself, behind its own sign-in. */
final class SourceBehindGateway extends ConstraintRule<SourceElsewhere, DeclaredInsightsHub> {

  private static void judge(
      DeclaredInsightsHub hub, String name, @Nullable String source, List<Offence> offences) {
    String host = source == null ? null : host(source);
    String zone = "." + hub.zone();
    if (source != null && host != null && host.toLowerCase(Locale.ROOT).endsWith(zone)) {
      offences.add(
          new Offence(
                  "the source " + quote(source) + " lies behind the gateway that is to read it",
                  source,
                  "put the file on a public host of your own, outside " + hub.zone())
              .at(Pointer.ROOT.child("sources").child(name)));
    }
    if (source != null && source.contains("#")) {
      offences.add(
          new Offence(
                  "the source " + quote(source) + " has a fragment, which is never sent",
                  source,
                  "remove # and what stands behind it")
              .at(Pointer.ROOT.child("sources").child(name)));
    }
  }

  private static @Nullable String host(String address) {
    try {
      return new URI(address).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    DeclaredSources sources = value.sources();
    List<Offence> offences = new ArrayList<>();
    if (sources != null) {
      judge(value, "android", sources.android(), offences);
      judge(value, "ios", sources.ios(), offences);
    }
    return offences;
  }
}
