package dev.wellknown.fetch;

/** What was out of order about an answer that could be read nevertheless. */
public enum Oddity {
  /** Content-Length and Transfer-Encoding together; the latter counted. */
  LENGTH_AND_CHUNKED,
  /** Content-Length more than once, with the same value. */
  LENGTH_REPEATED,
  /** More bytes behind the answer, which nobody had asked for. They were thrown away. */
  BYTES_BEHIND,
  /** Bytes behind the compressed data. They were thrown away. */
  GZIP_GARBAGE_BEHIND,
  /** Several gzip members in a row; not every reader takes more than the first. */
  GZIP_SEVERAL_MEMBERS,
  /** Interim answers (1xx) before the answer. */
  INTERIM_ANSWERS,
  /** A header folded over several lines. */
  FOLDED_HEADER,
  /** The server asked for a client certificate, and did without. */
  CLIENT_CERTIFICATE_WANTED
}
