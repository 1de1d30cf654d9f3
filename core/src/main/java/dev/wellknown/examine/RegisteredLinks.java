package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Publication;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.registration.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a registration says of links beyond the two files: what it expects of some, and the app's
 * own side. Immutable after it was read.
 */
public final class RegisteredLinks {

  private final Registration registration;
  private final AppSides sides;
  private final ExpectedLinks expected;

  private RegisteredLinks(Registration registration, AppSides sides) {
    this.registration = registration;
    this.sides = sides;
    this.expected = new ExpectedLinks(registration, sides);
  }

  /** Reads the manifests and entitlements that a registration names. */
  public static RegisteredLinks of(Registration registration, Inputs inputs) {
    return new RegisteredLinks(registration, AppSides.of(registration, inputs));
  }

  /** The same for a registration that was judged; empty where it has errors. */
  static Optional<RegisteredLinks> of(RegistrationExamination examination, Inputs inputs) {
    return examination
        .registered()
        .flatMap(each -> examination.registration())
        .map(registration -> of(registration, inputs));
  }

  /** The manifests and entitlements that the registration names. */
  AppSides sides() {
    return sides;
  }

  /**
   * What there is to say of the registration by itself.
   *
   * @param publications the files that follow from it, in which its expectations are tried
   */
  List<Finding> alone(List<Publication> publications) {
    Set<String> hosts = ExpectedLinks.hosts(registration);
    List<Finding> findings = new ArrayList<>(expected.elsewhere());
    for (Publication each : publications) {
      AssociationFile file = AssociationFile.read(each.kind(), each.bytes(), each.kind().path());
      findings.addAll(expected.inGenerated(file));
    }
    for (Platform platform : Platform.values()) {
      findings.addAll(sides.findings(platform, hosts));
    }
    return findings;
  }

  /** What the expectations say of a file that all hosts are to serve. */
  List<Finding> tried(AssociationFile file) {
    return expected.in(file, ExpectedLinks.hosts(registration));
  }

  /** What the expectations about a host's links say of the file that it serves. */
  List<Finding> tried(AssociationFile file, String host) {
    return expected.in(file, Set.of(host));
  }

  /** What is wrong with the apps' own side about one host. */
  List<Finding> ofHost(Platform platform, String host) {
    return sides.findings(platform, Set.of(host));
  }
}
