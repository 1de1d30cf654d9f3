package dev.wellknown.fetch;

/** Why a body is not known to be whole. */
public enum Incomplete {
  /** An orderly end before the length or the last chunk that was announced. */
  CUT_SHORT,
  /** No length was announced, and TLS did not say that the end is the end (no close_notify). */
  END_NOT_PROVEN,
  /** The connection was reset. */
  RESET,
  /** The time was up. */
  TIMED_OUT,
  /** Larger than the limit, on the wire or decoded, or announced to be; the rest was not read. */
  TOO_LARGE,
  /** The framing makes no sense: lengths in conflict or unreadable, bad chunks, other codings. */
  FRAMING_BROKEN,
  /** The compressed data is broken or ends early. */
  ENCODING_BROKEN,
  /** A content encoding that was not asked for, or several on top of each other. Not decoded. */
  ENCODING_UNKNOWN,
  /** TLS failed in the middle. */
  TLS_BROKEN,
  /** The fetcher was closed, or the thread interrupted. */
  ABANDONED
}
