package dev.wellknown.fetch;

/**
 * Why a certificate was not accepted.
 *
 * @param kind what is wrong
 * @param position which certificate of the chain as it was sent, from 0
 */
public record CertificateProblem(Kind kind, int position) {

  /** What can be wrong. The rules are the same on every JDK. */
  public enum Kind {
    EXPIRED,
    NOT_YET_VALID,
    /** Issued for other names; only the subjectAltName counts. */
    WRONG_HOST,
    /** The server's own certificate is signed by itself. */
    SELF_SIGNED,
    /** The chain ends at a root that is not trusted. */
    UNTRUSTED_ROOT,
    /** An issuer is missing in what was sent, and none of the trusted roots is it. */
    CHAIN_INCOMPLETE,
    /** RSA below 2048 bits, elliptic curves below 224, DSA. */
    WEAK_KEY,
    /** Signed with SHA-1 or MD5. */
    WEAK_SIGNATURE,
    /** Not for servers, or its issuer is not one who may issue it. */
    UNFIT_USAGE,
    /** An issuer may not issue for this name. */
    NAME_CONSTRAINTS,
    /** A signature does not fit, or an extension that must be understood is not. */
    BROKEN
  }
}
