package dev.wellknown.fetch;

/** At which point something is no HTTP/1 answer. */
public enum Malformed {
  /** The first line is no status line. */
  STATUS_LINE,
  /** The status is no number of three digits from 100 on. */
  STATUS_CODE,
  /** A version other than HTTP/1. */
  VERSION,
  /** HTTP/2 frames, which were not agreed on. */
  HTTP2,
  /** A line among the headers is no header. */
  HEADER
}
