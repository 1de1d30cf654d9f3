package dev.wellknown.registration.declaration;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code android} side of an app. */
@ReleaseCertificate
@UniqueCertificates
record DeclaredAndroid(
    @Nullable @Required @PackageName @Key("package") String packageName,
    @Nullable @Required List<@Nullable @Valid DeclaredCertificate> certificates,
    @Nullable List<@Nullable @Relation String> relations,
    @Nullable Boolean dynamicLinks,
    @Nullable @Length String manifest) {}
