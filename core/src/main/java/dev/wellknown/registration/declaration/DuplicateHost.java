package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.HostName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A host that stands twice. */
final class DuplicateHost extends ConstraintRule<UniqueHosts, Declaration> {

  @Override
  List<Offence> judge(Declaration value) {
    Set<String> seen = new HashSet<>();
    List<Offence> offences = new ArrayList<>();
    List<String> hosts = value.hosts() == null ? List.of() : value.hosts();
    for (int i = 0; i < hosts.size(); i++) {
      String host = hosts.get(i);
      if (host != null && HostName.isOne(host) && !seen.add(HostName.of(host).value())) {
        offences.add(
            new Offence("host " + quote(host) + " stands twice", host, "remove one of the two")
                .at(Pointer.ROOT.child("hosts").child(i)));
      }
    }
    return offences;
  }
}
