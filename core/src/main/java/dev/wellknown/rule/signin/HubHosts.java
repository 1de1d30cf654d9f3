package dev.wellknown.rule.signin;

import dev.wellknown.registration.InsightsHub;
import dev.wellknown.registration.Redirect;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises hosts of Insights Hub by their names, which follow documented patterns. */
final class HubHosts {

  /** {@code {tenant}-{internalName}-{tenant}}, as names are formed today. */
  private static final Pattern APP =
      Pattern.compile("([a-z][a-z0-9]{1,7})-([a-z][a-z0-9]{0,19})-([a-z][a-z0-9]{1,7})");

  /** Labels of hosts that serve every app and belong to none. */
  private static final Set<String> SERVICES = Set.of("gateway", "southgate", "static", "piam");

  private HubHosts() {}

  /** Whether another rule speaks about the host. */
  static boolean isTold(Plan plan, Redirect redirect) {
    String host = redirect.host();
    return lacksRegion(plan, host)
        || service(plan, host).isPresent()
        || tenants(plan, host).isPresent();
  }

  /** Whether a host of an app has no region between the app and the domain. */
  static boolean lacksRegion(Plan plan, String host) {
    return plan.inHub(host).filter(label -> label.matches("[^.]+-[^.]+")).isPresent();
  }

  /** What a host is, in words, where it belongs to the platform or to the files' own source. */
  static Optional<String> service(Plan plan, String host) {
    Optional<InsightsHub> hub = plan.registration().insightsHub();
    boolean source =
        hub.stream()
            .flatMap(each -> Stream.of(hostOf(each.androidSource()), hostOf(each.iosSource())))
            .anyMatch(host::equals);
    if (source) {
      return Optional.of("the host from which the gateway takes the files");
    }
    return plan.inHub(host)
        .flatMap(
            labels ->
                Arrays.stream(labels.split("\\."))
                    .filter(SERVICES::contains)
                    .findFirst()
                    .map(
                        label ->
                            label.equals("piam")
                                ? "the host where people sign in"
                                : "the platform's host \"" + label + "\""));
  }

  private static String hostOf(@Nullable String address) {
    return address == null ? "" : String.valueOf(URI.create(address).getHost());
  }

  /** The two tenants of an app's host, where they differ. */
  static Optional<List<String>> tenants(Plan plan, String host) {
    return app(plan, host)
        .filter(app -> !app.group(1).equals(app.group(3)))
        .map(app -> List.of(app.group(1), app.group(3)));
  }

  /** The tenant of a host that is the same app's at another tenant than those that are declared. */
  static Optional<String> otherTenant(Plan plan, String host) {
    return plan.registration()
        .insightsHub()
        .flatMap(
            hub ->
                app(plan, host)
                    .filter(app -> app.group(2).equals(hub.internalName()))
                    .map(app -> app.group(1))
                    .filter(tenant -> !hub.tenants().contains(tenant)));
  }

  private static Optional<Matcher> app(Plan plan, String host) {
    return plan.inHub(host)
        .map(labels -> APP.matcher(labels.split("\\.")[0]))
        .filter(Matcher::matches);
  }
}
