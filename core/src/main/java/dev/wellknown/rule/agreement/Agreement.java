package dev.wellknown.rule.agreement;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.finding.Location;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import dev.wellknown.rule.agreement.Registered.RegisteredApp;
import dev.wellknown.rule.agreement.Registered.RegisteredRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registration and an association file, side by side: what the rules of this group look at. */
public final class Agreement {

  private final Registered registered;
  private final Kind kind;
  private final String origin;
  private final Optional<AssociationFile> file;
  private final Optional<NamedApps> given;
  private final Map<String, RegisteredApp> declared;
  private final List<ComparedApp> apps;
  private final IncludedLists included;

  private Agreement(
      Registered registered,
      Kind kind,
      String origin,
      Optional<AssociationFile> file,
      IncludedLists included) {
    this.included = included;
    this.registered = registered;
    this.kind = kind;
    this.origin = origin;
    this.file = file;
    this.given = file.flatMap(NamedApps::in);
    this.declared = registered.apps(kind);
    this.apps = List.copyOf(given.map(this::compare).orElse(List.of()));
  }

  /** A registration beside a file that was read. */
  public static Agreement between(Registered registered, AssociationFile file) {
    return between(registered, file, IncludedLists.UNSEEN);
  }

  /**
   * A registration beside a file that was read, with the lists that it includes.
   *
   * @param included what was had of them
   */
  public static Agreement between(
      Registered registered, AssociationFile file, IncludedLists included) {
    return new Agreement(
        registered, file.kind(), file.document().origin(), Optional.of(file), included);
  }

  /**
   * A registration beside a place where a file should be, and is not.
   *
   * @param origin the file's path, had it been there
   */
  public static Agreement withoutFile(Registered registered, Kind kind, String origin) {
    return new Agreement(registered, kind, origin, Optional.empty(), IncludedLists.UNSEEN);
  }

  /**
   * An app of the registration, in the file that follows from it and in the one that was given.
   *
   * @param published null where the file that follows does not name it
   * @param given null where the file that was given does not name it
   */
  record ComparedApp(
      RegisteredApp registered,
      @Nullable NamedApp published,
      @Nullable NamedApp given,
      LinkComparison links) {

    String id() {
      return registered.id();
    }
  }

  private List<ComparedApp> compare(NamedApps file) {
    List<ComparedApp> compared = new ArrayList<>();
    declared.forEach(
        (id, app) -> {
          NamedApp found = file.byId().get(id);
          compared.add(
              new ComparedApp(
                  app,
                  registered.published(kind).byId().get(id),
                  found,
                  found == null ? LinkComparison.SAME : compareLinks(app, found)));
        });
    return compared;
  }

  private LinkComparison compareLinks(RegisteredApp app, NamedApp found) {
    Optional<LinkList> list = found.comparableLinks();
    List<RegisteredRule> rules = registered.links(app, kind);
    return list.isEmpty() || rules.isEmpty()
        ? LinkComparison.SAME
        : LinkComparison.of(rules, list.get());
  }

  /** Whether a file was read, and holds what a file of its kind holds. */
  public boolean isCompared() {
    return given.isPresent();
  }

  Registered registered() {
    return registered;
  }

  Kind kind() {
    return kind;
  }

  Optional<AssociationFile> file() {
    return file;
  }

  /** What was had of the lists that the given file includes. */
  IncludedLists included() {
    return included;
  }

  /** What the given file says; nothing where it was not compared. */
  NamedApps given() {
    return given.orElse(NamedApps.NONE);
  }

  /** The apps of the registration on this platform; none where the file was not compared. */
  List<ComparedApp> apps() {
    return apps;
  }

  /** The apps of the file that the registration does not know. */
  List<NamedApp> unregistered() {
    Map<String, NamedApp> others = new LinkedHashMap<>(given().byId());
    others.keySet().removeAll(declared.keySet());
    return List.copyOf(others.values());
  }

  /** The place of the file itself. */
  Location place() {
    return Location.of(origin);
  }

  /** The place of a value in the file. */
  Location place(JsonValue value) {
    return place(value.pointer(), value.position());
  }

  /** The place in the file where something should be: there, or the nearest above it. */
  Location nearest(Pointer pointer) {
    return file.flatMap(each -> each.document().nearest(pointer)).map(this::place).orElse(place());
  }

  private Location place(Pointer pointer, Position position) {
    return new Location(origin, pointer.toString(), position.line(), position.column());
  }

  /** The registration's name. */
  String registration() {
    return registered.registration().source().origin();
  }

  /** A place in the registration, as editors take it. */
  String declared(Pointer pointer) {
    Location at = registered.registration().at(pointer);
    return at.uri() + ":" + at.line() + ":" + at.column();
  }
}
