package dev.wellknown.registration.declaration;

import dev.wellknown.finding.Platform;
import dev.wellknown.json.Document;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.AppleApp;
import dev.wellknown.registration.Certificate;
import dev.wellknown.registration.Expectation;
import dev.wellknown.registration.Fingerprint;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.InsightsHub;
import dev.wellknown.registration.Link;
import dev.wellknown.registration.Publish;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import dev.wellknown.registration.declaration.DeclaredInsightsHub.DeclaredSources;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a declaration without errors to what it means: defaults filled in, the rest derived. */
final class DeclarationResolver {

  private final Declaration declaration;
  private final Document source;

  DeclarationResolver(Declaration declaration, Document source) {
    this.declaration = declaration;
    this.source = source;
  }

  Registration resolve() {
    Optional<InsightsHub> hub =
        Optional.ofNullable(declaration.insightsHub()).map(DeclarationResolver::insightsHub);
    List<HostName> hosts =
        hub
            .map(InsightsHub::hosts)
            .orElseGet(() -> each(declaration.hosts()).stream().map(HostName::of).toList())
            .stream()
            .distinct()
            .toList();
    List<App> apps = new ArrayList<>();
    List<DeclaredApp> declared = each(declaration.apps());
    for (int i = 0; i < declared.size(); i++) {
      apps.add(app(declared.get(i), Pointer.ROOT.child("apps").child(i)));
    }
    return new Registration(
        given(declaration.name()),
        hosts,
        apps,
        redirects(hub),
        signIn(hub),
        publish(hub.isPresent()),
        expectations(apps),
        hub,
        source);
  }

  private static InsightsHub insightsHub(DeclaredInsightsHub hub) {
    DeclaredSources sources = hub.sources();
    return new InsightsHub(
        given(hub.providerTenant()),
        given(hub.internalName()),
        orElse(hub.version(), "1.0.0"),
        orElse(hub.infrastructure(), "none"),
        orElse(hub.region(), DeclaredInsightsHub.DEFAULT_REGION).toLowerCase(Locale.ROOT),
        hub.environment() == null ? null : hub.environment().toLowerCase(Locale.ROOT),
        HostName.of(orElse(hub.domain(), DeclaredInsightsHub.DEFAULT_DOMAIN)).value(),
        each(hub.operatorTenants()),
        hub.customScheme(),
        sources == null ? null : sources.android(),
        sources == null ? null : sources.ios());
  }

  /** The names by which an app is known: its own, or its ids. */
  static Optional<String> name(DeclaredApp app) {
    if (app.name() != null) {
      return Optional.of(app.name());
    }
    if (app.android() != null && app.android().packageName() != null) {
      return Optional.of(app.android().packageName());
    }
    return Optional.ofNullable(app.ios() == null ? null : app.ios().bundleId());
  }

  private static App app(DeclaredApp app, Pointer at) {
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    each(app.purposes()).forEach(id -> purposes.add(Purpose.valueOf(id.toUpperCase(Locale.ROOT))));
    List<Link> links = new ArrayList<>();
    List<DeclaredLink> declared = each(app.links());
    for (int i = 0; i < declared.size(); i++) {
      links.add(link(declared.get(i), at.child("links").child(i)));
    }
    return new App(
        name(app).orElseThrow(),
        purposes.isEmpty() ? EnumSet.of(Purpose.LINKS) : purposes,
        Optional.ofNullable(app.ios()).map(DeclarationResolver::apple),
        Optional.ofNullable(app.android()).map(DeclarationResolver::android),
        links,
        at);
  }

  private static AppleApp apple(DeclaredIos ios) {
    String teamId = given(ios.teamId());
    return new AppleApp(
        teamId, orElse(ios.appIdPrefix(), teamId), given(ios.bundleId()), ios.entitlements());
  }

  private static AndroidApp android(DeclaredAndroid android) {
    Map<Fingerprint, Certificate> certificates = new LinkedHashMap<>();
    for (DeclaredCertificate declared : each(android.certificates())) {
      Fingerprint fingerprint = Fingerprint.of(given(declared.sha256()));
      String role = orElse(declared.kind(), "other").toUpperCase(Locale.ROOT).replace('-', '_');
      certificates.putIfAbsent(
          fingerprint, new Certificate(fingerprint, Certificate.Role.valueOf(role)));
    }
    return new AndroidApp(
        given(android.packageName()),
        List.copyOf(certificates.values()),
        each(android.relations()),
        Boolean.TRUE.equals(android.dynamicLinks()),
        android.manifest());
  }

  private static Link link(DeclaredLink link, Pointer at) {
    Map<String, String> items = new LinkedHashMap<>();
    if (link.query() != null && link.query().items() != null) {
      link.query()
          .items()
          .forEach((name, pattern) -> items.put(name, Objects.requireNonNullElse(pattern, "")));
    }
    return new Link(
        link.path(),
        link.query() == null ? null : link.query().text(),
        items,
        link.fragment(),
        Boolean.TRUE.equals(link.exclude()),
        link.caseSensitive(),
        link.percentEncoded(),
        link.comment(),
        at);
  }

  private List<Redirect> redirects(Optional<InsightsHub> hub) {
    Map<URI, Redirect> redirects = new LinkedHashMap<>();
    Pointer hubAt = Pointer.ROOT.child("insightsHub");
    hub.ifPresent(
        each ->
            each.hosts()
                .forEach(
                    host -> {
                      URI uri = URI.create(InsightsHub.redirectUri(host));
                      redirects.put(uri, new Redirect(uri, EnumSet.allOf(Platform.class), hubAt));
                    }));
    List<DeclaredRedirect> declared = each(declaration.redirects());
    for (int i = 0; i < declared.size(); i++) {
      URI uri = URI.create(given(declared.get(i).uri()));
      Set<Platform> platforms = new LinkedHashSet<>();
      each(declared.get(i).platforms())
          .forEach(id -> platforms.add(Platform.valueOf(id.toUpperCase(Locale.ROOT))));
      redirects.put(
          uri,
          new Redirect(
              uri,
              platforms.isEmpty() ? EnumSet.allOf(Platform.class) : platforms,
              Pointer.ROOT.child("redirects").child(i)));
    }
    return List.copyOf(redirects.values());
  }

  /** What was said of sign-in, and for Insights Hub what follows from its names. */
  private Optional<SignIn> signIn(Optional<InsightsHub> hub) {
    DeclaredSignIn given = declaration.signIn();
    if (given == null && hub.isEmpty()) {
      return Optional.empty();
    }
    DeclaredSignIn declared =
        given == null ? new DeclaredSignIn(null, null, null, null, null, null, null, null) : given;
    String tenant = hub.map(InsightsHub::providerTenant).orElse("");
    return Optional.of(
        new SignIn(
            first(declared.authorizeUri(), hub.map(each -> each.authorizeUri(tenant))),
            first(declared.tokenUri(), hub.map(each -> each.tokenUri(tenant))),
            first(declared.clientId(), hub.map(each -> each.clientId(tenant))),
            declared.clientType(),
            declared.pkce(),
            declared.scopes() == null
                ? hub.map(each -> List.of(each.internalName() + "._access")).orElse(List.of())
                : each(declared.scopes()),
            declared.iosAgent(),
            declared.androidAgent()));
  }

  private Publish publish(boolean insightsHub) {
    DeclaredPublish declared =
        declaration.publish() == null
            ? new DeclaredPublish(null, null, null)
            : declaration.publish();
    Publish.SizeLimit limit =
        insightsHub ? Publish.SizeLimit.INSIGHTS_HUB : Publish.SizeLimit.APPLE;
    return new Publish(
        declared.maxBytes() == null ? limit : Publish.SizeLimit.of(declared.maxBytes()),
        "legacy".equals(declared.appleForm()) ? Publish.AppleForm.LEGACY : Publish.AppleForm.MODERN,
        declared.compact() == null ? insightsHub : declared.compact());
  }

  private List<Expectation> expectations(List<App> apps) {
    List<Expectation> expectations = new ArrayList<>();
    List<DeclaredExpectation> declared = each(declaration.expect());
    for (int i = 0; i < declared.size(); i++) {
      DeclaredExpectation expectation = declared.get(i);
      DeclaredExpectation.DeclaredOpens opens = Objects.requireNonNull(expectation.opens());
      List<String> names =
          "all".equals(opens.word()) ? apps.stream().map(App::name).toList() : each(opens.apps());
      expectations.add(
          new Expectation(given(expectation.url()), names, Pointer.ROOT.child("expect").child(i)));
    }
    return expectations;
  }

  private static <T> List<T> each(@Nullable List<@Nullable T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static @Nullable String first(@Nullable String declared, Optional<String> derived) {
    return declared == null ? derived.orElse(null) : declared;
  }

  private static String orElse(@Nullable String declared, String otherwise) {
    return declared == null ? otherwise : declared;
  }

  /** A value that the constraints have found to be there. */
  private static String given(@Nullable String declared) {
    return Objects.requireNonNull(declared);
  }
}
