package dev.wellknown.registration.declaration;

import org.jspecify.annotations.Nullable;

/** One of {@code certificates}. */
record DeclaredCertificate(
    @Nullable @Required @CertificateSha256 String sha256,
    @Nullable @OneOf({"play-signing", "upload", "release", "debug", "other"}) String kind) {}
