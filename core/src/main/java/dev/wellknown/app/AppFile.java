package dev.wellknown.app;

import static dev.wellknown.finding.Printable.quote;

/** A file of an app's source that says which links the app wants. */
public sealed interface AppFile permits AndroidManifest, Entitlements {

  /** The path as it was given. */
  String origin();

  /**
   * Reads a file of either kind; its outermost element tells which.
   *
   * @param bytes the file's bytes
   * @param origin the path as given, for messages
   * @throws UnreadableAppFileException if it is neither, or not readable as text in XML
   */
  static AppFile read(byte[] bytes, String origin) throws UnreadableAppFileException {
    XmlText text = XmlText.decode(bytes, origin);
    XmlElement root = XmlElement.parse(text);
    return switch (root.name()) {
      case "manifest" -> ManifestReader.read(text, root);
      case "plist" -> EntitlementsReader.read(text, root);
      default ->
          throw text.unreadable(
              "its outermost element is "
                  + quote(root.name())
                  + ", neither \"manifest\" nor \"plist\"",
              "give the app's AndroidManifest.xml or its .entitlements file");
    };
  }
}
