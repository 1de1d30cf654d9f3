package dev.wellknown.fetch;

/** Why there is no answer. */
public enum Reason {
  /** The host is neither a name nor an address in its plain spelling; nobody was asked. */
  HOST_REFUSED(false),
  /** The resolver does not know the name, or could not say. */
  NAME_NOT_RESOLVED(true),
  /** The name exists and has no address. */
  NO_ADDRESS(true),
  /** The host has no public address, and others were not allowed. */
  ADDRESS_REFUSED(false),
  /** Nobody listens there. */
  CONNECTION_REFUSED(true),
  /** There is no way to the address. */
  NO_ROUTE(true),
  /** The connection was reset. */
  RESET(true),
  /** The connection was closed in order, without a (whole) answer. */
  CLOSED(true),
  /** The time was up; the phase says during what. */
  TIMED_OUT(true),
  /** The server does not speak TLS; {@link Failure#seen()} says what it speaks. */
  NOT_TLS(false),
  /** The server has nothing newer than TLS 1.1. */
  TLS_TOO_OLD(false),
  /** The server ended the handshake with an alert; {@link Failure#code()} is its number. */
  TLS_ALERT(false),
  /** The handshake failed in another way. */
  TLS_BROKEN(false),
  /** The certificate was not accepted; {@link Failure#problems()} says why. */
  CERTIFICATE(false),
  /** The server wants a certificate of the client's, and did not go on without. */
  CLIENT_CERTIFICATE_DEMANDED(false),
  /** What came is no HTTP/1 answer; {@link Failure#malformed()} says at which point. */
  MALFORMED(false),
  /** Headers too long, too many, or too many interim answers. */
  TOO_MUCH_HEAD(false),
  /** The proxy did not let us through; {@link Failure#code()} is its status if it gave one. */
  PROXY(true),
  /** The fetcher was closed, or the thread interrupted. */
  ABANDONED(false);

  private final boolean mayPass;

  Reason(boolean mayPass) {
    this.mayPass = mayPass;
  }

  /** Whether it is trouble of the network, which may be gone the next time. */
  public boolean mayPass() {
    return mayPass;
  }
}
