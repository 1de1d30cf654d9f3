package dev.wellknown.registration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An app on Siemens Insights Hub: what was registered in its Developer Cockpit, and what follows
 * from it. Hosts, redirect and identity host follow documented patterns; the authorization address
 * is inferred from the identity server's kind.
 *
 * @param internalName the app's name in addresses, fixed at its creation
 * @param region in lower case, as the domain
 * @param environment a suffix of the region, or null
 * @param operatorTenants tenants that run the app after a hand-over
 * @param customScheme a scheme of the app's own, or null
 * @param androidSource where the gateway takes Android's file from, or null
 * @param iosSource where the gateway takes Apple's file from, or null
 */
public record InsightsHub(
    String providerTenant,
    String internalName,
    String version,
    String infrastructure,
    String region,
    @Nullable String environment,
    String domain,
    List<String> operatorTenants,
    @Nullable String customScheme,
    @Nullable String androidSource,
    @Nullable String iosSource) {

  public InsightsHub {
    operatorTenants = List.copyOf(operatorTenants);
  }

  /** The provider's tenant and those of operators, none twice. */
  public List<String> tenants() {
    return Stream.concat(Stream.of(providerTenant), operatorTenants.stream()).distinct().toList();
  }

  /** The gateway hosts that serve the files, one a tenant. */
  public List<HostName> hosts() {
    return tenants().stream().map(this::host).distinct().toList();
  }

  /** The gateway host of a tenant. */
  public HostName host(String tenant) {
    return new HostName(label(tenant) + "." + zone());
  }

  /** The part of a tenant's host in front of the region: the tenant stands in it twice. */
  public String label(String tenant) {
    return (tenant + "-" + internalName + "-" + tenant).toLowerCase(Locale.ROOT);
  }

  /** The fixed redirect URI of a tenant's host. */
  public static String redirectUri(HostName host) {
    return "https://" + host + "/login";
  }

  /** The host that signs a tenant's users in. */
  public String identityHost(String tenant) {
    return tenant.toLowerCase(Locale.ROOT) + ".piam." + zone();
  }

  /** Where sign-in begins; the form of the address is inferred. */
  public String authorizeUri(String tenant) {
    return "https://" + identityHost(tenant) + "/oauth/authorize";
  }

  /** Where a code becomes a token. */
  public String tokenUri(String tenant) {
    return "https://" + identityHost(tenant) + "/oauth/token";
  }

  /** The client id that the platform forms. */
  public String clientId(String tenant) {
    return "mobile-client-" + tenant + "-" + internalName;
  }

  /** The address of the app's own backend behind the gateway. */
  public String backend() {
    String major = version.startsWith("v") ? version.substring(1) : version;
    return "https://gateway."
        + zone()
        + "/api/"
        + internalName
        + "-"
        + providerTenant
        + "/v"
        + major.substring(0, major.indexOf('.'));
  }

  /** What stands behind the first dot of every host of the platform. */
  public String zone() {
    return region + (environment == null ? "" : "-" + environment) + "." + domain;
  }
}
