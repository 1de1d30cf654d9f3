package dev.wellknown.examine;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.Document;
import java.util.Locale;
import java.util.Optional;
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
 * @param evidence what it was judged by; empty where that is not to be shown
 */
public record FileFacts(
    InputKind kind,
    String url,
    @Nullable Integer status,
    @Nullable String contentType,
    int bytes,
    @Nullable String sha256,
    @Nullable Long millis,
    @Nullable String error,
    Optional<Evidence> evidence) {

  /** A file that nothing more is known of. */
  public FileFacts(
      InputKind kind,
      String url,
      @Nullable Integer status,
      @Nullable String contentType,
      int bytes,
      @Nullable String sha256,
      @Nullable Long millis,
      @Nullable String error) {
    this(kind, url, status, contentType, bytes, sha256, millis, error, Optional.empty());
  }

  /** The same under another address, without the evidence, which has the first one in it. */
  FileFacts at(String other) {
    return new FileFacts(kind, other, status, contentType, bytes, sha256, millis, error);
  }

  /** The same, with what it was judged by, or without. */
  public FileFacts withEvidence(Optional<Evidence> value) {
    return new FileFacts(kind, url, status, contentType, bytes, sha256, millis, error, value);
  }

  static FileFacts of(InputKind kind, Document document) {
    FileFacts facts =
        new FileFacts(
            kind, document.origin(), null, null, document.size(), document.sha256(), null, null);
    // What a registration says is its team's own business.
    return kind == InputKind.REGISTRATION
        ? facts
        : facts.withEvidence(Optional.of(new Evidence.Local(document.text())));
  }

  static FileFacts of(InputKind kind, Observation seen) {
    return judged(kind, seen).withEvidence(Optional.of(new Evidence.Exchange(kind, seen)));
  }

  private static FileFacts judged(InputKind kind, Observation seen) {
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
