package dev.wellknown.registration.declaration;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registration as it was written; whatever is absent, or of a wrong type, is null. */
@HostsGiven
@OneProfile
@UniqueHosts
@UniqueApps
@LinksGiven
@KnownApps
record Declaration(
    @Nullable @Required @OneOf("wellknown/1") String format,
    @Nullable @Required @Length(max = 80) String name,
    @Nullable List<@Nullable @Host String> hosts,
    @Nullable @Valid DeclaredInsightsHub insightsHub,
    @Nullable @Required List<@Nullable @Valid DeclaredApp> apps,
    @Nullable List<@Nullable @Valid DeclaredRedirect> redirects,
    @Nullable @Valid DeclaredSignIn signIn,
    @Nullable @Valid DeclaredPublish publish,
    @Nullable List<@Nullable @Valid DeclaredExpectation> expect,
    @Nullable Map<String, @Nullable @OneOf({"off", "note", "warning", "error"}) String> rules) {

  // Each violation is hashed with its root: by value, many of them would take time by their square.

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
