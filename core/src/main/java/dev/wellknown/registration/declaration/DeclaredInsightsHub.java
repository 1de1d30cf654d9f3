package dev.wellknown.registration.declaration;

import dev.wellknown.registration.HostName;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code insightsHub} of a registration: what stands in the Developer Cockpit. */
@TenantNames
@InternalName
@PortableName
@LabelLength
@SourceElsewhere
@ComponentsGiven
@ScopeNames
record DeclaredInsightsHub(
    @Nullable @Required String providerTenant,
    @Nullable Boolean legacyNames,
    @Nullable @Required String internalName,
    @Nullable @DisplayName String displayName,
    @Nullable @AppVersion String version,
    @Nullable @OneOf("mobile") String type,
    @Nullable @OneOf({"none", "cloud-foundry", "self-hosted"}) String infrastructure,
    @Nullable @HostLabels String region,
    @Nullable @HostLabels String environment,
    @Nullable @Host String domain,
    @Nullable List<@Nullable String> operatorTenants,
    @Nullable @CustomScheme String customScheme,
    @Nullable @Valid DeclaredSources sources,
    @Nullable List<@Nullable @Valid DeclaredComponent> components,
    @Nullable List<@Nullable String> scopes,
    @Nullable List<@Nullable @Length @NamedRole String> roles) {

  static final String DEFAULT_REGION = "eu1";
  static final String DEFAULT_DOMAIN = "mindsphere.io";

  boolean takesLegacyNames() {
    return Boolean.TRUE.equals(legacyNames);
  }

  /** Region, environment and domain as they stand behind every host of the platform. */
  String zone() {
    String zone =
        (region == null ? DEFAULT_REGION : region)
            + (environment == null ? "" : "-" + environment)
            + "."
            + (domain == null
                ? DEFAULT_DOMAIN
                : HostName.isOne(domain) ? HostName.of(domain).value() : domain);
    return zone.toLowerCase(Locale.ROOT);
  }

  /** The addresses from which the gateway takes the files. */
  record DeclaredSources(
      @Nullable @HttpsAddress String android, @Nullable @HttpsAddress String ios) {}

  /** A part of the app's backend. */
  @BackendComponent
  record DeclaredComponent(
      @Nullable @Required @Length String name,
      @Nullable @Required @HttpsAddress String url,
      @Nullable List<@Nullable @Length String> paths) {}
}
