package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** DNS takes 63 characters between two dots, and 253 in all (RFC 1035 §2.3.4). */
final class LabelTooLong extends ConstraintRule<LabelLength, DeclaredInsightsHub> {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;

  private static Offence offence(String what, String text, int most, String fix) {
    return new Offence(
        what
            + " "
            + quote(text)
            + ", which has "
            + text.length()
            + " characters; DNS takes "
            + most,
        text,
        fix);
  }

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    String name = value.internalName();
    if (name == null || !MalformedInternalName.isInternalName(value, name)) {
      return List.of();
    }
    List<Offence> offences = new ArrayList<>();
    String label =
        Stream.concat(Stream.of(value.providerTenant()), each(value.operatorTenants()).stream())
            .filter(Objects::nonNull)
            .filter(tenant -> MalformedTenant.isTenant(value, tenant))
            .map(tenant -> tenant + "-" + name + "-" + tenant)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    String first = Stream.of(label.split("\\.")).max(Comparator.comparingInt(String::length)).get();
    if (first.length() > LONGEST_LABEL) {
      offences.add(
          offence(
                  "a host would have the part",
                  first,
                  LONGEST_LABEL,
                  "register the app under a shorter internal name")
              .at("internalName"));
    }
    boolean wellFormed =
        Stream.of(value.region(), value.environment())
                .filter(Objects::nonNull)
                .allMatch(MalformedLabel::isLabel)
            && (value.domain() == null || HostName.isOne(value.domain()));
    if (!wellFormed) {
      return offences;
    }
    String zone = value.zone();
    String region = zone.substring(0, zone.indexOf('.'));
    if (region.length() > LONGEST_LABEL) {
      offences.add(
          offence(
                  "a host would have the part",
                  region,
                  LONGEST_LABEL,
                  "write region and environment as they stand in the address of the platform")
              .at("environment"));
    }
    String host = label + "." + zone;
    if (offences.isEmpty() && host.length() > LONGEST_NAME) {
      offences.add(
          offence(
                  "a host would be",
                  host,
                  LONGEST_NAME,
                  "write the domain as it stands in the address of the platform")
              .at("domain"));
    }
    return offences;
  }
}
