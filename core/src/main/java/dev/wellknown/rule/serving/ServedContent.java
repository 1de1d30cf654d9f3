package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Oddity;

/** What the body of an answer with status 200 is, as far as its first and last bytes tell. */
enum ServedContent {
  /** Something that is to be judged as a file. */
  FILE,
  /** No bytes at all. */
  EMPTY,
  /** A page for people. */
  PAGE,
  /** Compressed, without a header that says so. */
  COMPRESSED,
  /** Ends where Content-Length says, in the middle of the file. */
  CUT_BY_LENGTH,
  /** Not all of it came. */
  INCOMPLETE;

  static ServedContent of(Answered answer) {
    Body body = answer.body();
    byte[] bytes = body.bytes();
    Incomplete incomplete = body.incomplete();
    boolean whole = endsAsJson(bytes);
    if (incomplete != null && (incomplete != Incomplete.END_NOT_PROVEN || !whole)) {
      return INCOMPLETE;
    }
    if (bytes.length == 0) {
      return EMPTY;
    }
    if (bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
      return COMPRESSED;
    }
    int first = first(bytes);
    if (first == '<' || (isLetter(first) && MediaType.of(answer).isMarkup())) {
      return PAGE;
    }
    boolean leftOver =
        answer.oddities().contains(Oddity.BYTES_BEHIND)
            && answer.headers().first("Content-Length").isPresent();
    return leftOver && !whole ? CUT_BY_LENGTH : FILE;
  }

  /** Whether the body begins and ends as a JSON list or object does. */
  static boolean isJson(Answered answer) {
    byte[] bytes = answer.body().bytes();
    int first = first(bytes);
    return (first == '[' || first == '{') && endsAsJson(bytes);
  }

  /** Whether the last thing is what a JSON list or object ends with. */
  private static boolean endsAsJson(byte[] bytes) {
    int last = bytes.length - 1;
    while (last >= 0 && isBlank(bytes[last])) {
      last--;
    }
    return last >= 0 && (bytes[last] == ']' || bytes[last] == '}');
  }

  /** The first byte behind a byte order mark and blanks, or -1. */
  private static int first(byte[] bytes) {
    boolean mark =
        bytes.length > 2
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    int at = mark ? 3 : 0;
    while (at < bytes.length && isBlank(bytes[at])) {
      at++;
    }
    return at < bytes.length ? bytes[at] & 0xFF : -1;
  }

  private static boolean isLetter(int unit) {
    return (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
  }

  private static boolean isBlank(byte unit) {
    return unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n';
  }
}
