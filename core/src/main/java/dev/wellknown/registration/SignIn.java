package dev.wellknown.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the app signs its users in. Whatever is null was not said.
 *
 * @param clientType {@code public} or {@code confidential}
 * @param pkce {@code S256}, {@code plain}, {@code none} or {@code unknown}
 * @param iosAgent what shows the sign-in page on iOS
 * @param androidAgent what shows the sign-in page on Android
 */
public record SignIn(
    @Nullable String authorizeUri,
    @Nullable String tokenUri,
    @Nullable String clientId,
    @Nullable String clientType,
    @Nullable String pkce,
    List<String> scopes,
    @Nullable String iosAgent,
    @Nullable String androidAgent) {

  public SignIn {
    scopes = List.copyOf(scopes);
  }
}
