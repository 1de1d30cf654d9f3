package dev.wellknown.rule.agreement;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Generator;
import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.AppleApp;
import dev.wellknown.registration.Fingerprint;
import dev.wellknown.registration.Link;
import dev.wellknown.registration.Publish;
import dev.wellknown.registration.Publish.AppleForm;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.aasa.AppId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registration without errors, and what the files that follow from it say. Made once, it can be
 * compared with any number of files.
 */
public final class Registered {

  private final Registration registration;
  private final Map<Kind, Publication> publications = new EnumMap<>(Kind.class);
  private final Map<Kind, NamedApps> published = new EnumMap<>(Kind.class);

  /** Apple's file in the form that can say every link, whatever form is published. */
  private final NamedApps modern;

  private Registered(Registration registration) {
    this.registration = registration;
    for (Publication publication : Generator.generate(registration, false).publications()) {
      publications.put(publication.kind(), publication);
      published.put(publication.kind(), read(publication));
    }
    this.modern =
        registration.publish().appleForm() == AppleForm.MODERN
            ? published(Kind.AASA)
            : Generator.generate(inModernForm(registration), false).publications().stream()
                .filter(publication -> publication.kind() == Kind.AASA)
                .findFirst()
                .map(Registered::read)
                .orElse(NamedApps.NONE);
  }

  /** What a registration says. */
  public static Registered of(Registration registration) {
    return new Registered(registration);
  }

  private static NamedApps read(Publication publication) {
    String name = publication.kind().path();
    return NamedApps.in(AssociationFile.read(publication.kind(), publication.bytes(), name))
        .orElse(NamedApps.NONE);
  }

  private static Registration inModernForm(Registration registration) {
    Publish publish = registration.publish();
    return new Registration(
        registration.name(),
        registration.hosts(),
        registration.apps(),
        registration.redirects(),
        registration.signIn(),
        new Publish(publish.limit(), AppleForm.MODERN, publish.compact()),
        registration.expect(),
        registration.insightsHub(),
        registration.source());
  }

  /** One side of an app, under the id that a file names. */
  record RegisteredApp(String id, App app, Pointer side) {

    /** Where the id itself is declared. */
    Pointer declaredAt() {
      return side.child(side.token().equals("ios") ? "bundleId" : "package");
    }
  }

  /**
   * A rule about links that follows from the registration.
   *
   * @param required whether it stands in the published file; one that its form cannot say does not
   */
  record RegisteredRule(ComparedRule rule, Pointer declaredAt, boolean required) {}

  /** What was registered. */
  public Registration registration() {
    return registration;
  }

  /** Whether a host is one of Insights Hub's gateway that was registered. */
  public boolean isAtGateway(String host) {
    return registration.insightsHub().isPresent()
        && registration.hosts().stream().anyMatch(each -> each.value().equals(host));
  }

  /** Where Insights Hub's gateway takes a file of this kind from, if that was declared. */
  public Optional<String> source(Kind kind) {
    return registration
        .insightsHub()
        .map(hub -> kind == Kind.AASA ? hub.iosSource() : hub.androidSource());
  }

  /** Whether a file of this kind follows from the registration. */
  public boolean publishes(Kind kind) {
    return publications.containsKey(kind);
  }

  /** Where a host is named; empty where it is not. Hosts that follow from others stand there. */
  public Optional<Location> declaredAt(String host) {
    for (int i = 0; i < registration.hosts().size(); i++) {
      if (registration.hosts().get(i).value().equals(host)) {
        boolean derived = registration.insightsHub().isPresent();
        Pointer pointer =
            derived ? Pointer.ROOT.child("insightsHub") : Pointer.ROOT.child("hosts").child(i);
        return Optional.of(registration.at(pointer));
      }
    }
    return Optional.empty();
  }

  /** What the published file of a kind says. */
  NamedApps published(Kind kind) {
    return published.getOrDefault(kind, NamedApps.NONE);
  }

  /** The apps of a platform by the ids that its file names. */
  Map<String, RegisteredApp> apps(Kind kind) {
    Map<String, RegisteredApp> apps = new LinkedHashMap<>();
    for (App app : registration.apps()) {
      if (kind.platform() == Platform.APPLE) {
        Pointer side = app.declaredAt().child("ios");
        app.ios()
            .map(AppleApp::appId)
            .map(AppId::compared)
            .ifPresent(id -> apps.putIfAbsent(id, new RegisteredApp(id, app, side)));
      } else {
        Pointer side = app.declaredAt().child("android");
        app.android()
            .map(AndroidApp::packageName)
            .ifPresent(id -> apps.putIfAbsent(id, new RegisteredApp(id, app, side)));
      }
    }
    return apps;
  }

  /** The services or relations that an app may have, whether a form can say them or not. */
  static Set<String> purposes(App app, Kind kind) {
    Set<String> purposes = new LinkedHashSet<>();
    for (Purpose purpose : app.purposes()) {
      if (kind.platform() == Platform.APPLE) {
        purposes.add(purpose.service());
      } else {
        purpose.relation().ifPresent(purposes::add);
      }
    }
    if (kind.platform() == Platform.ANDROID) {
      app.android().ifPresent(android -> purposes.addAll(android.relations()));
    }
    return purposes;
  }

  /** The rules about an app's links that a file of this kind is to have, in order. */
  List<RegisteredRule> links(RegisteredApp app, Kind kind) {
    boolean apple = kind == Kind.AASA;
    NamedApp says = (apple ? modern : published(kind)).byId().get(app.id());
    LinkList list = says == null ? null : says.links();
    Publication publication = publications.get(kind);
    if (list == null) {
      return List.of();
    }
    List<Link> links = registration.links(app.app(), kind.platform());
    List<RegisteredRule> rules = new ArrayList<>();
    for (int i = 0; i < list.rules().size(); i++) {
      ComparedRule rule = list.rules().get(i);
      // In the modern form there is a component for each link.
      Pointer declaredAt = apple ? links.get(i).declaredAt() : origin(publication, rule.at());
      boolean required =
          !apple
              || registration.publish().appleForm() == AppleForm.MODERN
              || (publication != null && publication.origins().containsValue(declaredAt));
      rules.add(new RegisteredRule(rule, declaredAt, required));
    }
    return rules;
  }

  private static Pointer origin(@Nullable Publication publication, JsonValue at) {
    return publication == null ? Pointer.ROOT : publication.origin(at.pointer().toString());
  }

  /** Where the fingerprint of a certificate is declared, and what was said of its role. */
  Pointer certificate(RegisteredApp app, String fingerprint) {
    Pointer list = app.side().child("certificates");
    Optional<JsonValue> declared = registration.source().nearest(list);
    if (declared.isPresent() && declared.get().asArray() != null) {
      for (JsonValue element : declared.get().asArray().elements()) {
        String text = element.asObject() == null ? null : element.asObject().text("sha256");
        if (text != null && isOf(text, fingerprint)) {
          return element.pointer().child("sha256");
        }
      }
    }
    return list;
  }

  private static boolean isOf(String text, String fingerprint) {
    try {
      return Fingerprint.of(text).value().equals(fingerprint);
    } catch (IllegalArgumentException e) {
      // Not a declared certificate, then.
      return false;
    }
  }
}
