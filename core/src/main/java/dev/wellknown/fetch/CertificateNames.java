package dev.wellknown.fetch;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whom a certificate was issued for: its subjectAltName and nothing else. A common name does not
 * count (RFC 9525 §2).
 *
 * @param dns DNS names, as written
 * @param addresses IP addresses, in the JDK's spelling
 */
record CertificateNames(List<String> dns, List<String> addresses) {

  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  static CertificateNames of(X509Certificate certificate) {
    List<String> dns = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      for (List<?> name : names == null ? List.<List<?>>of() : names) {
        if (name.get(0) instanceof Integer kind && name.get(1) instanceof String text) {
          if (kind == DNS) {
            dns.add(text);
          } else if (kind == ADDRESS) {
            addresses.add(text);
          }
        }
      }
    } catch (CertificateParsingException e) {
      // Names that cannot be read cover nobody.
      return new CertificateNames(List.of(), List.of());
    }
    return new CertificateNames(List.copyOf(dns), List.copyOf(addresses));
  }

  List<String> all() {
    List<String> all = new ArrayList<>(dns);
    all.addAll(addresses);
    return all;
  }

  /** Whether the certificate is for a host: a name without its final dot, or an address. */
  boolean cover(Host host) {
    InetAddress literal = host.literal();
    if (literal != null) {
      return addresses.stream()
          .map(Host::of)
          .anyMatch(each -> each.isAllowed() && literal.equals(each.literal()));
    }
    String wanted = host.name();
    for (String pattern : dns) {
      if (covers(pattern.toLowerCase(Locale.ROOT), wanted)) {
        return true;
      }
    }
    return false;
  }

  /** A wildcard is a whole label, the left-most, and stands for exactly one (RFC 9525 §6.3). */
  private static boolean covers(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host);
    }
    String parent = pattern.substring(1);
    int dot = host.indexOf('.');
    return dot > 0
        && parent.indexOf('*') < 0
        && parent.indexOf('.', 1) > 0
        && host.substring(dot).equals(parent);
  }
}
