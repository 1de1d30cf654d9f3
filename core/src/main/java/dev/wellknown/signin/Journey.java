package dev.wellknown.signin;

import dev.wellknown.finding.Location;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one attempt to sign in: a trace of it, or what came back, or what the server
 * said.
 *
 * @param hops the exchanges, as far as there is a trace
 * @param callbacks what came back, in order
 * @param errors what servers said when they refused
 * @param registration what it is compared with
 * @param state the state that was sent, where somebody kept it
 * @param tenant the tenant of Insights Hub that was signed in to, where somebody said
 */
public record Journey(
    List<Hop> hops,
    List<Callback> callbacks,
    List<OAuthError> errors,
    Optional<Registration> registration,
    Optional<String> state,
    Optional<String> tenant) {

  private static final int BAD_REQUEST = 400;

  public Journey {
    hops = List.copyOf(hops);
    callbacks = List.copyOf(callbacks);
    errors = List.copyOf(errors);
  }

  /** A trace, and all that it tells. */
  public static Journey of(Trace trace, Optional<Registration> registration) {
    List<OAuthError> errors = new ArrayList<>();
    for (Hop hop : trace.hops()) {
      Integer status = hop.status();
      if (status != null && status >= BAD_REQUEST && !hop.body().isEmpty()) {
        OAuthError.in(hop.body(), hop.place()).ifPresent(errors::add);
      }
    }
    return new Journey(
        trace.hops(),
        callbacks(trace.hops(), registration),
        errors,
        registration,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What came back.
   *
   * @param state the state that was sent; empty where it is not known
   * @param tenant the tenant of Insights Hub that was signed in to; empty where it is not known
   */
  public static Journey of(
      Callback callback,
      Optional<String> state,
      Optional<Registration> registration,
      Optional<String> tenant) {
    return new Journey(List.of(), List.of(callback), List.of(), registration, state, tenant);
  }

  /**
   * What a server said.
   *
   * @param text as it came, or was copied from a screen
   * @return empty where nothing in the text is an error of a sign-in
   */
  public static Optional<Journey> ofError(
      String text, String origin, Optional<Registration> registration) {
    return OAuthError.in(text, Location.of(origin))
        .map(
            error ->
                new Journey(
                    List.of(),
                    List.of(),
                    List.of(error),
                    registration,
                    Optional.empty(),
                    Optional.empty()));
  }

  /** What comes back is asked for by the browser, or handed to an app and seen nowhere else. */
  private static List<Callback> callbacks(List<Hop> hops, Optional<Registration> registration) {
    Set<String> targets = new HashSet<>();
    registration.ifPresent(
        each -> {
          for (Redirect redirect : each.redirects()) {
            targets.add(Hop.target(redirect.uri().toString()));
          }
        });
    List<Callback> callbacks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Hop hop : hops) {
      hop.parameter("redirect_uri").map(Hop::target).ifPresent(targets::add);
      if (!hop.isTokenRequest()) {
        add(hop.url(), hop, targets, seen, callbacks);
        if (hop.location() != null) {
          add(hop.location(), hop, targets, seen, callbacks);
        }
      }
    }
    return callbacks;
  }

  private static void add(
      String url, Hop hop, Set<String> targets, Set<String> seen, List<Callback> callbacks) {
    Callback callback = new Callback(url, hop.place());
    boolean back =
        targets.contains(Hop.target(url)) && (callback.hasCode() || callback.error().isPresent());
    if (back && seen.add(url)) {
      callbacks.add(callback);
    }
  }

  /** The exchanges that ask to let somebody sign in. */
  public List<Hop> authorizations() {
    return hops.stream().filter(Hop::isAuthorization).toList();
  }

  /** The exchanges that ask for a token. */
  public List<Hop> tokenRequests() {
    return hops.stream().filter(Hop::isTokenRequest).toList();
  }

  /** The last request for a sign-in in front of what came back at a place. */
  public Optional<Hop> authorizationBefore(Location place) {
    Optional<Hop> last = Optional.empty();
    for (Hop hop : hops) {
      if (hop.isAuthorization()) {
        last = Optional.of(hop);
      }
      if (hop.place().equals(place)) {
        break;
      }
    }
    return last;
  }

  /** The redirect URIs of the registration, as written. */
  public List<String> registeredRedirects() {
    return registration.map(Registration::redirects).orElse(List.of()).stream()
        .map(each -> each.uri().toString())
        .toList();
  }

  /** Those of them at which a sign-in of the tenant may come back; all where no tenant is said. */
  public List<String> expectedRedirects() {
    if (tenant.isEmpty() || registration.isEmpty()) {
      return registeredRedirects();
    }
    return registration.get().redirectsOf(tenant.get()).stream()
        .map(each -> each.uri().toString())
        .toList();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "Journey[" + hops.size() + " hops, " + callbacks + ", " + errors.size() + " errors]";
  }
}
