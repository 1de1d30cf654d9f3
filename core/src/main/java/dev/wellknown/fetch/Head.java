package dev.wellknown.fetch;

/**
 * Status line and headers.
 *
 * @param version as written
 * @param status from 100 to 999
 * @param reason as written, one character per byte
 * @param headers in order
 * @param folded whether one of them went over several lines
 */
record Head(String version, int status, String reason, Headers headers, boolean folded) {

  boolean isInterim() {
    return status < 200 && status != 101;
  }

  /** Whether the server will take another request on the same connection (RFC 9112 §9.3). */
  boolean keepsConnection() {
    return !version.equals("HTTP/1.0")
        && headers.tokens("Connection").stream().noneMatch("close"::equalsIgnoreCase);
  }
}
