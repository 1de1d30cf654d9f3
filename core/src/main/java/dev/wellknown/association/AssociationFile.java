package dev.wellknown.association;

import dev.wellknown.json.Document;

/** One of the two files, read leniently: whatever a platform would see in it can be seen here. */
public sealed interface AssociationFile permits AssetLinks, AppSiteAssociation {

  /** Which of the two. */
  Kind kind();

  /** The text, its value and the places in it. */
  Document document();

  /**
   * Reads a file of a kind. Never throws for what the bytes hold.
   *
   * @param origin the path as given, or the URL
   */
  static AssociationFile read(Kind kind, byte[] bytes, String origin) {
    return switch (kind) {
      case ASSETLINKS -> new AssetLinks(Document.json(bytes, origin));
      case AASA -> new AppSiteAssociation(Document.jsonOrEnvelope(bytes, origin));
    };
  }
}
