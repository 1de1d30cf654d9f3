package dev.wellknown.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app's AndroidManifest.xml, as far as links are concerned.
 *
 * @param origin the path as given
 * @param packageName its attribute {@code package}; null where the build gives it, as it mostly
 *     does
 * @param targetSdk the API level that the app was made for; null where the build gives it
 * @param activities those that have intent filters, in the order of the file
 */
public record AndroidManifest(
    String origin,
    @Nullable ManifestValue packageName,
    @Nullable Integer targetSdk,
    List<LinkActivity> activities)
    implements AppFile {

  public AndroidManifest {
    activities = List.copyOf(activities);
  }

  /**
   * Reads a manifest.
   *
   * @param bytes the file's bytes
   * @param origin the path as given, for messages
   * @throws UnreadableAppFileException if it is not a manifest in XML as text
   */
  public static AndroidManifest read(byte[] bytes, String origin)
      throws UnreadableAppFileException {
    XmlText text = XmlText.decode(bytes, origin);
    XmlElement root = XmlElement.parse(text);
    if (!root.name().equals("manifest")) {
      throw text.unreadable(
          "its outermost element is not \"manifest\"", "give the app's AndroidManifest.xml");
    }
    return ManifestReader.read(text, root);
  }

  /** All intent filters in the order of the file. */
  public List<IntentFilter> filters() {
    return activities.stream().flatMap(activity -> activity.filters().stream()).toList();
  }
}
