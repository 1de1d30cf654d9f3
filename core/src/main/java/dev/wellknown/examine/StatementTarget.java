package dev.wellknown.examine;

/** Whom a statement is about; equal where Google's service finds them equal. */
public sealed interface StatementTarget {

  /**
   * A site.
   *
   * @param site {@code scheme://host[:port]} in lower case, without default port and final dot
   */
  record Web(String site) implements StatementTarget {
    @Override
    public String toString() {
      return site;
    }
  }

  /**
   * An app, signed by one certificate.
   *
   * @param fingerprint SHA-256 of the certificate, in upper-case pairs joined by colons
   */
  record AndroidApp(String packageName, String fingerprint) implements StatementTarget {
    @Override
    public String toString() {
      return packageName + "@" + fingerprint;
    }
  }
}
