package dev.wellknown.registration.declaration;

import java.util.List;
import java.util.Objects;

/**
 * An app that lists only keys which no phone will see: it works in a developer's hand and fails
 * from the store.
 */
final class NoReleaseCertificate extends ConstraintRule<ReleaseCertificate, DeclaredAndroid> {

  @Override
  List<Offence> judge(DeclaredAndroid value) {
    List<DeclaredCertificate> certificates =
        value.certificates() == null
            ? List.of()
            : value.certificates().stream().filter(Objects::nonNull).toList();
    boolean onlyOwn =
        !certificates.isEmpty()
            && certificates.stream()
                .allMatch(each -> "upload".equals(each.kind()) || "debug".equals(each.kind()));
    return onlyOwn
        ? List.of(
            new Offence(
                    "only "
                        + String.join(
                            " and ",
                            certificates.stream()
                                .map(DeclaredCertificate::kind)
                                .distinct()
                                .toList())
                        + " certificates are listed, which an app from the store is not signed"
                        + " with",
                    null,
                    "add the app signing key's certificate: Play Console, App integrity")
                .at("certificates"))
        : List.of();
  }
}
