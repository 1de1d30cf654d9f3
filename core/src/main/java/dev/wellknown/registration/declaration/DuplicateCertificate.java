package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A certificate that stands twice; it is written once. */
final class DuplicateCertificate extends ConstraintRule<UniqueCertificates, DeclaredAndroid> {

  private static Optional<Fingerprint> read(String text) {
    try {
      return Optional.of(Fingerprint.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  List<Offence> judge(DeclaredAndroid value) {
    Set<Fingerprint> seen = new HashSet<>();
    List<Offence> offences = new ArrayList<>();
    List<DeclaredCertificate> certificates =
        value.certificates() == null ? List.of() : value.certificates();
    for (int i = 0; i < certificates.size(); i++) {
      DeclaredCertificate certificate = certificates.get(i);
      if (certificate != null && certificate.sha256() != null) {
        Optional<Fingerprint> fingerprint = read(certificate.sha256());
        if (fingerprint.isPresent() && !seen.add(fingerprint.get())) {
          offences.add(
              new Offence(
                      "certificate " + quote(certificate.sha256()) + " stands twice",
                      certificate.sha256(),
                      "remove one of the two; the file names it once")
                  .at(Pointer.ROOT.child("certificates").child(i).child("sha256")));
        }
      }
    }
    return offences;
  }
}
