package dev.wellknown.examine;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AppFile;
import dev.wellknown.app.Entitlements;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.app.UnreadableAppFileException;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.AppleApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The apps' own files: those that were given, else those that the registration names.
 *
 * @param inputs reads them
 * @param registration the path of the registration, which paths in it are relative to
 * @param given files that were given, in their order
 */
record RedirectApps(Inputs inputs, String registration, List<AppFile> given) {

  RedirectApps {
    given = List.copyOf(given);
  }

  /**
   * Reads the files that were given.
   *
   * @throws UnusableInputException where one cannot be read
   */
  static RedirectApps read(Inputs inputs, String registration, List<String> paths)
      throws UnusableInputException {
    List<AppFile> files = new ArrayList<>();
    for (String path : paths) {
      files.add(read(inputs, path));
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
    for (AppFile file : given) {
      if (file instanceof AndroidManifest manifest && isOf(manifest, app)) {
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
    for (AppFile file : given) {
      if (file instanceof Entitlements entitlements && isOf(entitlements, app)) {
        return Optional.of(entitlements);
      }
    }
    return named(app.entitlements(), Entitlements.class);
  }

  private static boolean isOf(Entitlements entitlements, AppleApp app) {
    String id = entitlements.applicationId();
    return id == null || id.contains("$") || id.equals(app.appId());
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
