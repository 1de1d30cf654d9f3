package dev.wellknown.examine;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.Document;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file that was examined, or asked for.
 *
 * @param url the path as given, or the address
 * @param status of the answer; null for local files, and where none came
 * @param contentType as it was sent, made safe to print, or null
 * @param bytes its size, decoded
 * @param sha256 of its bytes, in hex; null where there are none
 * @param millis the whole exchange; null for local files
 * @param error why no answer came, in one word, or null
 */
public record FileFacts(
    InputKind kind,
    String url,
    @Nullable Integer status,
    @Nullable String contentType,
    int bytes,
    @Nullable String sha256,
    @Nullable Long millis,
    @Nullable String error) {

  /** The same under another address. */
  FileFacts at(String other) {
    return new FileFacts(kind, other, status, contentType, bytes, sha256, millis, error);
  }

  static FileFacts of(InputKind kind, Document document) {
    return new FileFacts(
        kind, document.origin(), null, null, document.size(), document.sha256(), null, null);
  }

  static FileFacts of(InputKind kind, Observation seen) {
    long millis = seen.timings().whole().toMillis();
    String url = seen.uri().toString();
    if (seen instanceof Answered answer) {
      boolean empty = answer.body().size() == 0;
      return new FileFacts(
          kind,
          url,
          answer.status(),
          answer
              .headers()
              .first("Content-Type")
              .map(Printable::cut)
              .map(Printable::escape)
              .orElse(null),
          answer.body().size(),
          empty ? null : answer.body().sha256(),
          millis,
          null);
    }
    String reason = ((Unreachable) seen).failure().reason().name();
    return new FileFacts(
        kind, url, null, null, 0, null, millis, reason.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
