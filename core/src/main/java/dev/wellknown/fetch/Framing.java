package dev.wellknown.fetch;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How long a body is said to be (RFC 9112 §6.3).
 *
 * @param kind the way in which it is said
 * @param length in bytes, for {@link Kind#LENGTH}
 */
record Framing(Kind kind, long length) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  enum Kind {
    NO_BODY,
    LENGTH,
    CHUNKED,
    UNTIL_CLOSE,
    /** Announced to be larger than anybody could read. */
    ENDLESS,
    /** In a way that makes no sense. */
    BROKEN
  }

  static Framing of(Head head) {
    if (head.status() < 200 || head.status() == 204 || head.status() == 304) {
      return new Framing(Kind.NO_BODY, 0);
    }
    List<String> codings = head.headers().tokens("Transfer-Encoding");
    if (!head.headers().values("Transfer-Encoding").isEmpty()) {
      boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
      return new Framing(chunked ? Kind.CHUNKED : Kind.BROKEN, 0);
    }
    List<String> lengths = head.headers().values("Content-Length");
    if (lengths.isEmpty()) {
      return new Framing(Kind.UNTIL_CLOSE, 0);
    }
    String first = lengths.get(0);
    if (!lengths.stream().allMatch(first::equals) || !DIGITS.matcher(first).matches()) {
      return new Framing(Kind.BROKEN, 0);
    }
    return first.length() > 18
        ? new Framing(Kind.ENDLESS, 0)
        : new Framing(Kind.LENGTH, Long.parseLong(first));
  }

  /** Whether the end of the body is known without the end of the connection. */
  boolean isDelimited() {
    return kind == Kind.NO_BODY || kind == Kind.LENGTH || kind == Kind.CHUNKED;
  }
}
