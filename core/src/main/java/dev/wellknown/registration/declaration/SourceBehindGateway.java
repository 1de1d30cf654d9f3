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

/**
 * A source that the gateway would have to read from itself, behind its own sign-in. Every host of
 * one part in front of the region is the gateway's, but for the platform's static content;
 * applications on Cloud Foundry have addresses of their own, with {@code .apps.} in them.
 */
final class SourceBehindGateway extends ConstraintRule<SourceElsewhere, DeclaredInsightsHub> {

  private static boolean isBehindGateway(String source, String zone) {
    try {
      String host = new URI(source).getHost();
      String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
      if (!name.endsWith("." + zone)) {
        return false;
      }
      String first = name.substring(0, name.length() - zone.length() - 1);
      return !first.contains(".") && !first.equals("static");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void judge(
      String zone, String name, @Nullable String source, List<Offence> offences) {
    if (source != null && isBehindGateway(source, zone)) {
      offences.add(
          new Offence(
                  "the source " + quote(source) + " lies behind the gateway that is to read it",
                  source,
                  "put the file on a public host that asks for no sign-in, outside the gateway")
              .at(Pointer.ROOT.child("sources").child(name)));
    }
  }

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    DeclaredSources sources = value.sources();
    List<Offence> offences = new ArrayList<>();
    if (sources != null) {
      judge(value.zone(), "android", sources.android(), offences);
      judge(value.zone(), "ios", sources.ios(), offences);
    }
    return offences;
  }
}
