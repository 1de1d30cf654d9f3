package dev.wellknown.registration.declaration;

import org.jspecify.annotations.Nullable;

/** The {@code publish} of a registration. */
record DeclaredPublish(
    @Nullable @Positive Integer maxBytes,
    @Nullable @OneOf({"modern", "legacy"}) String appleForm,
    @Nullable Boolean compact) {}
