package dev.wellknown.registration.declaration;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of {@code apps}. */
@PlatformGiven
record DeclaredApp(
    @Nullable @Length(max = 80) String name,
    @Nullable @Required(orAbsent = true)
        List<@Nullable @OneOf({"links", "credentials", "appclip", "handoff"}) String> purposes,
    @Nullable @Valid DeclaredIos ios,
    @Nullable @Valid DeclaredAndroid android,
    @Nullable List<@Nullable @Valid DeclaredLink> links) {

  /** Whether the app is to open links: that is the default purpose. */
  boolean wantsLinks() {
    return purposes == null || purposes.contains("links");
  }
}
