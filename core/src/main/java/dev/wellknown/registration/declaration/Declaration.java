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
    @Nullable List<@Nullable @Required @Host String> hosts,
    @Nullable @Valid DeclaredInsightsHub insightsHub,
    @Nullable @Required List<@Nullable @Valid DeclaredApp> apps,
    @Nullable List<@Nullable @Valid DeclaredRedirect> redirects,
    @Nullable @Valid DeclaredSignIn signIn,
    @Nullable @Valid DeclaredPublish publish,
    @Nullable List<@Nullable @Valid DeclaredExpectation> expect,
    @Nullable Map<String, @Nullable @Required @OneOf({"off", "note", "warning", "error"}) String>
        rules) {}
