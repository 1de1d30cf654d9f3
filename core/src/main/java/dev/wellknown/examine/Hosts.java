package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that are named, and those of a registration.
 *
 * @param names in the order in which they were given, each once
 * @param findings what is wrong with the registration, where it cannot be understood
 */
public record Hosts(List<HostName> names, List<Reported> findings) {

  public Hosts {
    names = List.copyOf(names);
    findings = List.copyOf(findings);
  }

  /**
   * Reads them.
   *
   * @param named host names as people write them
   * @param registration the path as given
   * @throws UnusableInputException where a name is none, or the registration is none
   */
  public static Hosts of(Inputs inputs, List<String> named, Optional<String> registration)
      throws UnusableInputException {
    Set<HostName> names = new LinkedHashSet<>();
    for (String name : named) {
      names.add(name(name));
    }
    if (registration.isEmpty()) {
      return new Hosts(List.copyOf(names), List.of());
    }
    String path = registration.get();
    RegistrationExamination examination =
        RegistrationExamination.of(inputs.read(path), path, false);
    Optional<Registration> declared = examination.registration();
    if (declared.isEmpty()) {
      List<Finding> findings = examination.findings();
      return new Hosts(List.of(), Reported.all(findings, inputs::identity));
    }
    names.addAll(declared.get().hosts());
    return new Hosts(List.copyOf(names), List.of());
  }

  private static HostName name(String text) throws UnusableInputException {
    try {
      return HostName.of(text);
    } catch (IllegalArgumentException e) {
      throw new UnusableInputException(
          Printable.quote(text)
              + " is no host name; write it without scheme, port and path, for instance"
              + " shop.example.com");
    }
  }
}
