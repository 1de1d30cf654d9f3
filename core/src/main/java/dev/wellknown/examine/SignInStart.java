package dev.wellknown.examine;

import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Printable;
import dev.wellknown.registration.InsightsHub;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import dev.wellknown.signin.AuthorizationRequest;
import dev.wellknown.signin.ProofKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests with which sign-in begins, made from a registration with fresh values.
 *
 * @param requests one, or on Insights Hub one for each tenant; none where the registration has
 *     errors
 * @param findings what is wrong with the registration, where it cannot be understood
 */
public record SignInStart(List<Prepared> requests, List<Reported> findings) {

  public SignInStart {
    requests = List.copyOf(requests);
    findings = List.copyOf(findings);
  }

  /**
   * A request, ready to be opened.
   *
   * @param tenant the tenant of Insights Hub; null elsewhere
   * @param tokenUri where the code becomes a token; null where nobody said
   * @param inferred what was not said and is assumed, in words
   */
  public record Prepared(
      @Nullable String tenant,
      AuthorizationRequest request,
      @Nullable String tokenUri,
      List<String> inferred) {

    public Prepared {
      inferred = List.copyOf(inferred);
    }
  }

  /**
   * Makes them.
   *
   * @param registration its path
   * @param tenant the tenant of Insights Hub that is wanted; empty for all
   * @param redirect the redirect URI that is wanted; empty for the first
   * @throws UnusableInputException where the registration is missing, unreadable or none, does not
   *     say how to sign in, or knows neither that tenant nor that redirect
   */
  public static SignInStart of(
      Inputs inputs, String registration, Optional<String> tenant, Optional<String> redirect)
      throws UnusableInputException {
    RegistrationExamination examination =
        RegistrationExamination.of(inputs.read(registration), registration, false);
    Optional<Registration> declared = examination.registration();
    if (declared.isEmpty()) {
      return new SignInStart(
          List.of(), Reported.all(examination.told(examination.severities()), inputs::identity));
    }
    return new SignInStart(prepare(declared.get(), registration, tenant, redirect), List.of());
  }

  private static List<Prepared> prepare(
      Registration registration, String path, Optional<String> tenant, Optional<String> redirect)
      throws UnusableInputException {
    SignIn signIn =
        registration
            .signIn()
            .orElseThrow(() -> lacking(path, "signIn, with authorizeUri and clientId"));
    List<String> known = uris(registration.redirects());
    if (!redirect.map(known::contains).orElse(true)) {
      throw unknown(path, "redirect", redirect.orElse(""), known);
    }
    if (tenant.isPresent()) {
      requireTenant(registration, path, tenant.get());
    }
    if (registration.insightsHub().isEmpty()) {
      return List.of(prepared(registration, signIn, path, null, redirect));
    }
    InsightsHub hub = registration.insightsHub().get();
    List<Prepared> prepared = new ArrayList<>();
    for (String each : tenant.map(List::of).orElse(hub.tenants())) {
      if (redirect.map(uris(registration.redirectsOf(each))::contains).orElse(true)) {
        prepared.add(prepared(registration, of(hub, signIn, each), path, each, redirect));
      }
    }
    if (prepared.isEmpty()) {
      throw new UnusableInputException(
          "redirect "
              + Printable.quote(redirect.orElse(""))
              + " is on the host of another tenant than "
              + Printable.quote(tenant.orElse("")));
    }
    return prepared;
  }

  /**
   * Looks a tenant up.
   *
   * @throws UnusableInputException where the registration does not know it
   */
  static void requireTenant(Registration registration, String path, String tenant)
      throws UnusableInputException {
    InsightsHub hub =
        registration
            .insightsHub()
            .orElseThrow(
                () ->
                    new UnusableInputException(
                        path + " is not about Insights Hub, so it has no tenants"));
    if (!hub.tenants().contains(tenant)) {
      throw unknown(path, "tenant", tenant, hub.tenants());
    }
  }

  private static UnusableInputException unknown(
      String path, String kind, String given, List<String> known) {
    return new UnusableInputException(
        path
            + " has no "
            + kind
            + " "
            + Printable.quote(given)
            + NearMiss.of(given, known).map(near -> "; did you mean " + near + "?").orElse(";")
            + " it has "
            + (known.isEmpty() ? "none" : String.join(", ", known)));
  }

  /** What was derived for the provider is derived anew for each tenant; what was said stays. */
  private static SignIn of(InsightsHub hub, SignIn signIn, String tenant) {
    String provider = hub.providerTenant();
    return new SignIn(
        hub.authorizeUri(provider).equals(signIn.authorizeUri())
            ? hub.authorizeUri(tenant)
            : signIn.authorizeUri(),
        hub.tokenUri(provider).equals(signIn.tokenUri()) ? hub.tokenUri(tenant) : signIn.tokenUri(),
        hub.clientId(provider).equals(signIn.clientId()) ? hub.clientId(tenant) : signIn.clientId(),
        signIn.clientType(),
        signIn.pkce(),
        signIn.scopes(),
        signIn.iosAgent(),
        signIn.androidAgent());
  }

  private static Prepared prepared(
      Registration registration,
      SignIn signIn,
      String path,
      @Nullable String tenant,
      Optional<String> redirect)
      throws UnusableInputException {
    String authorizeUri = signIn.authorizeUri();
    String clientId = signIn.clientId();
    if (authorizeUri == null) {
      throw lacking(path, "signIn.authorizeUri, where sign-in begins");
    }
    if (clientId == null) {
      throw lacking(path, "signIn.clientId");
    }
    List<String> inferred = new ArrayList<>();
    Optional<InsightsHub> hub = registration.insightsHub();
    if (hub.isPresent() && tenant != null) {
      infer(hub.get(), signIn, tenant, inferred);
    }
    String uri = redirect.orElse("");
    if (uri.isEmpty()) {
      List<Redirect> candidates = redirects(registration, hub, tenant);
      if (candidates.isEmpty()) {
        throw lacking(path, "redirects, where sign-in comes back");
      }
      uri = candidates.get(0).uri().toString();
      if (candidates.size() > 1) {
        inferred.add(
            "of " + candidates.size() + " redirects this one is used; --redirect names another");
      }
    }
    String pkce = signIn.pkce();
    if (pkce == null || pkce.equals("unknown")) {
      inferred.add(
          "whether the server knows PKCE is not declared: S256 is sent, which others ignore"
              + " (RFC 7636 section 5); signIn.pkce: none leaves it out");
    }
    try {
      return new Prepared(
          tenant,
          AuthorizationRequest.fresh(authorizeUri, clientId, uri, signIn.scopes(), method(pkce)),
          signIn.tokenUri(),
          inferred);
    } catch (IllegalArgumentException e) {
      throw new UnusableInputException(path + ": signIn.authorizeUri " + e.getMessage());
    }
  }

  private static Optional<String> method(@Nullable String pkce) {
    return switch (pkce == null ? "unknown" : pkce) {
      case "none" -> Optional.empty();
      case "plain" -> Optional.of(ProofKey.PLAIN);
      default -> Optional.of(ProofKey.S256);
    };
  }

  private static void infer(InsightsHub hub, SignIn signIn, String tenant, List<String> inferred) {
    if (hub.authorizeUri(tenant).equals(signIn.authorizeUri())) {
      inferred.add(
          "the address of sign-in is inferred from the identity server's kind; the platform"
              + " documents its host alone");
    }
    if (hub.clientId(tenant).equals(signIn.clientId())) {
      inferred.add(
          "the client id follows the platform's names; compare it with the one that was shown at"
              + " registration");
    }
    if (!tenant.equals(hub.providerTenant())) {
      inferred.add("that an operator's users sign in at the operator's identity host");
    }
  }

  /** The redirects of a tenant's host go first, then the https ones. */
  private static List<Redirect> redirects(
      Registration registration, Optional<InsightsHub> hub, @Nullable String tenant) {
    List<Redirect> all =
        new ArrayList<>(
            tenant == null ? registration.redirects() : registration.redirectsOf(tenant));
    all.sort((one, other) -> Boolean.compare(other.isHttps(), one.isHttps()));
    if (hub.isPresent() && tenant != null) {
      String own = InsightsHub.redirectUri(hub.get().host(tenant));
      all.sort(
          (one, other) ->
              Boolean.compare(
                  own.equals(other.uri().toString()), own.equals(one.uri().toString())));
    }
    return all;
  }

  private static List<String> uris(List<Redirect> redirects) {
    return redirects.stream().map(each -> each.uri().toString()).toList();
  }

  private static UnusableInputException lacking(String path, String what) {
    return new UnusableInputException(path + " does not say how to sign in: add " + what);
  }
}
