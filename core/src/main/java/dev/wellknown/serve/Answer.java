package dev.wellknown.serve;

import dev.wellknown.finding.Printable;

/**
 * What was answered to a request.
 *
 * @param host as the client wrote it; empty where it wrote none
 * @param target as the client wrote it
 */
public record Answer(String method, String host, String target, int status) {

  /** A line for a log, safe to show. */
  public String line() {
    return status
        + " "
        + Printable.escape(Printable.cut(method))
        + " https://"
        + Printable.escape(Printable.cut(host))
        + Printable.escape(Printable.cut(target));
  }
}
