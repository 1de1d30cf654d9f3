package dev.wellknown.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Android side of an app.
 *
 * @param packageName the application id
 * @param certificates at least one, none twice
 * @param relations further relations, beside those that follow from the purposes
 * @param dynamicLinks whether the links are also written as rules of Android 15 and later
 * @param manifest path of the app's AndroidManifest.xml, relative to the registration, or null
 */
public record AndroidApp(
    String packageName,
    List<Certificate> certificates,
    List<String> relations,
    boolean dynamicLinks,
    @Nullable String manifest) {

  public AndroidApp {
    certificates = List.copyOf(certificates);
    relations = List.copyOf(relations);
  }
}
