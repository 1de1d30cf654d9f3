package dev.wellknown.fetch;

/** The steps of an exchange, in their order. */
public enum Phase {
  /** Before anything was asked: the host itself, or a turn among the connections to it. */
  START,
  /** Finding the addresses of the name. */
  NAME,
  /** The TCP connection, to the host or to the proxy. */
  CONNECT,
  /** Asking the proxy for the host. */
  PROXY,
  /** The TLS handshake. */
  TLS,
  /** From the request to the end of the headers. */
  ANSWER
}
