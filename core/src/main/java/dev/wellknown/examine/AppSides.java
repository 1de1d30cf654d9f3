package dev.wellknown.examine;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AppFile;
import dev.wellknown.app.Entitlements;
import dev.wellknown.app.UnreadableAppFileException;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.json.Pointer;
import dev.wellknown.match.AndroidFilters;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.RuleCatalog;
import dev.wellknown.rule.link.EntitlementsSide;
import dev.wellknown.rule.link.LinkRules;
import dev.wellknown.rule.link.ManifestSide;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The manifests and entitlements that a registration names, read once. */
public final class AppSides {

  private static final String ANOTHER =
      "name the file by its path from the registration's directory";

  private final Registration registration;
  private final Map<Pointer, AndroidFilters> manifests = new HashMap<>();
  private final Map<Pointer, Entitlements> entitlements = new HashMap<>();
  private final Map<Platform, List<Finding>> unread = new HashMap<>();

  private AppSides(Registration registration) {
    this.registration = registration;
  }

  /** Reads them; their paths are relative to the registration. What cannot be read is a finding. */
  public static AppSides of(Registration registration, Inputs inputs) {
    AppSides sides = new AppSides(registration);
    for (App app : registration.apps()) {
      app.android().ifPresent(android -> sides.manifest(app, android.manifest(), inputs));
      app.ios().ifPresent(ios -> sides.entitlements(app, ios.entitlements(), inputs));
    }
    return sides;
  }

  private void manifest(App app, @Nullable String path, Inputs inputs) {
    Pointer place = app.declaredAt().child("android").child("manifest");
    read(path, place, Platform.ANDROID, inputs)
        .ifPresent(
            file -> {
              if (file instanceof AndroidManifest manifest) {
                manifests.put(app.declaredAt(), AndroidFilters.of(manifest));
              } else {
                refuse(
                    place,
                    Platform.ANDROID,
                    file.origin() + " holds a property list, and no manifest",
                    ANOTHER);
              }
            });
  }

  private void entitlements(App app, @Nullable String path, Inputs inputs) {
    Pointer place = app.declaredAt().child("ios").child("entitlements");
    read(path, place, Platform.APPLE, inputs)
        .ifPresent(
            file -> {
              if (file instanceof Entitlements list) {
                entitlements.put(app.declaredAt(), list);
              } else {
                refuse(
                    place,
                    Platform.APPLE,
                    file.origin() + " holds a manifest, and no entitlements",
                    ANOTHER);
              }
            });
  }

  private Optional<AppFile> read(
      @Nullable String path, Pointer place, Platform platform, Inputs inputs) {
    if (path == null) {
      return Optional.empty();
    }
    try {
      String name = Path.of(registration.source().origin()).resolveSibling(path).toString();
      return Optional.of(AppFile.read(inputs.read(name), name));
    } catch (UnreadableAppFileException e) {
      refuse(place, platform, String.valueOf(e.getMessage()), "mend the file, or name another one");
    } catch (UnusableInputException e) {
      refuse(place, platform, String.valueOf(e.getMessage()), ANOTHER);
    } catch (InvalidPathException e) {
      refuse(place, platform, path + " cannot be a path", ANOTHER);
    }
    return Optional.empty();
  }

  private void refuse(Pointer place, Platform platform, String problem, String fix) {
    unread
        .computeIfAbsent(platform, key -> new ArrayList<>())
        .add(Finding.of(LinkRules.UNREADABLE_APP_FILE, registration.at(place), problem, fix));
  }

  /** The compiled manifest of an app; null where none was named or read. */
  @Nullable AndroidFilters manifest(App app) {
    return manifests.get(app.declaredAt());
  }

  /** The entitlements of an app; null where none were named or read. */
  @Nullable Entitlements entitlements(App app) {
    return entitlements.get(app.declaredAt());
  }

  /**
   * What is wrong with the side of the apps.
   *
   * @param hosts those of the registration that are spoken about
   */
  List<Finding> findings(Platform platform, Set<String> hosts) {
    List<Finding> findings = new ArrayList<>(unread.getOrDefault(platform, List.of()));
    for (App app : registration.apps()) {
      AndroidFilters filters = manifest(app);
      Entitlements list = entitlements(app);
      if (platform == Platform.ANDROID
          && filters != null
          && app.purposes().contains(Purpose.LINKS)) {
        ManifestSide side = new ManifestSide(registration, app, filters, hosts);
        RuleCatalog.forManifests().forEach(rule -> findings.addAll(rule.check(side)));
      } else if (platform == Platform.APPLE && list != null) {
        EntitlementsSide side = new EntitlementsSide(registration, app, list, hosts);
        RuleCatalog.forEntitlements().forEach(rule -> findings.addAll(rule.check(side)));
      }
    }
    return findings;
  }
}
