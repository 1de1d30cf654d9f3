package dev.wellknown.registration.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code signIn} of a registration. */
record DeclaredSignIn(
    @Nullable @HttpsAddress String authorizeUri,
    @Nullable @HttpsAddress String tokenUri,
    @Nullable @Length String clientId,
    @Nullable @OneOf({"public", "confidential"}) String clientType,
    @Nullable @OneOf({"S256", "plain", "none", "unknown"}) String pkce,
    @Nullable List<@Nullable @Length String> scopes,
    @Nullable @OneOf({"safari", "safari-view", "web-auth-scheme", "web-auth-https", "web-view"})
        String iosAgent,
    @Nullable @OneOf({"browser", "custom-tab", "auth-tab", "web-view"}) String androidAgent) {}
