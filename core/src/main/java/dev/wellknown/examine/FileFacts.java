package dev.wellknown.examine;

import dev.wellknown.json.Document;

/**
 * What is known of a file that was examined.
 *
 * @param url the path as given, or the address
 * @param bytes its size, decoded
 * @param sha256 of its bytes, in hex
 */
public record FileFacts(InputKind kind, String url, int bytes, String sha256) {
  static FileFacts of(InputKind kind, Document document) {
    return new FileFacts(kind, document.origin(), document.size(), document.sha256());
  }
}
