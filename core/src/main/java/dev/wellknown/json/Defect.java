package dev.wellknown.json;

/**
 * Something in a text that makes it other than plain, strict JSON or YAML.
 *
 * @param kind what it is
 * @param position where
 * @param pointer the value it stands in or belongs to; the root where there is none
 * @param detail what was seen there, in words that finish "the text has …" or name the break
 */
public record Defect(Kind kind, Position position, Pointer pointer, String detail) {

  /** The kinds of defects; reading goes on after those that leave a value. */
  public enum Kind {
    /** Nothing but blanks. No value. */
    EMPTY,
    /** A byte order mark, or UTF-16 or UTF-32 bytes. UTF-8 text behind a mark is read on. */
    BYTE_ORDER_MARK,
    /** Bytes that are no UTF-8; they are read on as U+FFFD. */
    NOT_UTF8,
    /** A page of markup. No value. */
    MARKUP,
    /** A signed envelope (CMS, PKCS#7, S/MIME). No value. */
    SIGNED,
    /** A break of the JSON grammar. No value. */
    NOT_JSON,
    /** A break of the YAML grammar, or YAML that is more than plain data. No value. */
    NOT_YAML,
    /** Something behind the end of the value. */
    TRAILING_TEXT,
    /** A name that stands twice in one object; the last value counts. */
    DUPLICATE_MEMBER,
    /** An escape that is half a character. */
    LONE_SURROGATE,
    /** Nested deeper than is read. No value. */
    TOO_DEEP,
    /** YAML aliases that unfold to more than is read. No value. */
    TOO_MANY_ALIASES
  }
}
