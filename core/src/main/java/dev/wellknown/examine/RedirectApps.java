package dev.wellknown.examine;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AppFile;
import dev.wellknown.app.Entitlements;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.app.UnreadableAppFileException;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Printable;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.AppleApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The apps' own files: those that were given, else those that the registration names.
 *
 * @param inputs reads them
 * @param registration the path of the registration, which paths in it are relative to
 * @param given files that were given, in their order
 */
record RedirectApps(Inputs inputs, String registration, List<Given> given) {

  /** A file, and the id of the app that it was given for; empty where the file has to tell. */
  record Given(Optional<String> app, AppFile file) {}

  RedirectApps {
    given = List.copyOf(given);
  }

  /**
   * Reads the files that were given.
   *
   * @param paths with the app id or package and an equals sign in front where the file does not
   *     tell
   * @throws UnusableInputException where one cannot be read
   */
  static RedirectApps read(Inputs inputs, String registration, List<String> paths)
      throws UnusableInputException {
    List<Given> files = new ArrayList<>();
    for (String path : paths) {
      Matcher named = MatchApps.NAMED.matcher(path);
      files.add(
          named.matches()
              ? new Given(Optional.of(named.group(1)), read(inputs, named.group(2)))
              : new Given(Optional.empty(), read(inputs, path)));
    }
    return new RedirectApps(inputs, registration, files);
  }

  private static AppFile read(Inputs inputs, String path) throws UnusableInputException {
    try {
      return AppFile.read(inputs.read(path), path);
    } catch (UnreadableAppFileException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
  }

  /** The manifest of an app; empty where there is none to look at. */
  Optional<AndroidManifest> manifest(AndroidApp app) throws UnusableInputException {
    for (Given each : given) {
      if (each.file() instanceof AndroidManifest manifest
          && each.app().map(app.packageName()::equals).orElseGet(() -> isOf(manifest, app))) {
        return Optional.of(manifest);
      }
    }
    return named(app.manifest(), AndroidManifest.class);
  }

  /** A package that is not said, or is filled in by the build, may be any. */
  private static boolean isOf(AndroidManifest manifest, AndroidApp app) {
    ManifestValue name = manifest.packageName();
    return name == null || !name.isResolved() || name.text().equals(app.packageName());
  }

  /** The entitlements of an app; empty where there are none to look at. */
  Optional<Entitlements> entitlements(AppleApp app) throws UnusableInputException {
    for (Given each : given) {
      if (each.file() instanceof Entitlements entitlements
          && each.app().map(app.appId()::equals).orElseGet(() -> isOf(entitlements, app))) {
        return Optional.of(entitlements);
      }
    }
    return named(app.entitlements(), Entitlements.class);
  }

  private static boolean isOf(Entitlements entitlements, AppleApp app) {
    String id = entitlements.applicationId();
    return id == null || id.contains("$") || id.equals(app.appId());
  }

  /**
   * Looks up the ids that files were given for.
   *
   * @throws UnusableInputException where no app has one of them on the file's platform
   */
  void requireApps(List<App> apps) throws UnusableInputException {
    for (Given each : given) {
      List<String> known =
          each.file() instanceof AndroidManifest
              ? apps.stream()
                  .flatMap(app -> app.android().stream())
                  .map(AndroidApp::packageName)
                  .toList()
              : apps.stream().flatMap(app -> app.ios().stream()).map(AppleApp::appId).toList();
      String id = each.app().orElse("");
      if (each.app().isPresent() && !known.contains(id)) {
        throw new UnusableInputException(
            "no app has the id "
                + Printable.quote(id)
                + ", for which "
                + Printable.quote(each.file().origin())
                + " was given"
                + NearMiss.of(id, known).map(near -> "; did you mean " + near + "?").orElse(";")
                + " known are: "
                + String.join(", ", known));
      }
    }
  }

  private <T extends AppFile> Optional<T> named(@Nullable String path, Class<T> kind)
      throws UnusableInputException {
    if (path == null) {
      return Optional.empty();
    }
    Path folder = inputs.resolve(registration).getParent();
    String found =
        folder == null ? path : inputs.directory().relativize(folder).resolve(path).toString();
    AppFile file = read(inputs, found);
    if (!kind.isInstance(file)) {
      throw new UnusableInputException(
          path + ", which the registration names, is the other platform's file");
    }
    return Optional.of(kind.cast(file));
  }
}
