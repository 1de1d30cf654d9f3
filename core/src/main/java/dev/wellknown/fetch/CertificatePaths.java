package dev.wellknown.fetch;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways from a server's certificate to trusted roots, by names, through what the server sent in
 * whatever order. Nothing is fetched to fill a gap.
 */
final class CertificatePaths {

  // Cross-signed chains have a handful of ways; more is an attempt to keep us busy.
  private static final int MOST_PATHS = 8;
  private static final int MOST_STEPS = 200;

  private final List<X509Certificate> sent;
  private final TrustedRoots roots;
  private final List<Path> found = new ArrayList<>();
  private List<X509Certificate> longest = List.of();
  private int steps;

  /**
   * A way to a root.
   *
   * @param certificates from the server's own upwards, without the root
   * @param root at which it ends
   */
  record Path(List<X509Certificate> certificates, X509Certificate root) {}

  CertificatePaths(List<X509Certificate> sent, TrustedRoots roots) {
    this.sent = sent;
    this.roots = roots;
    walk(List.of(sent.get(0)));
  }

  List<Path> found() {
    return found;
  }

  /** The longest way without a root at its end. */
  List<X509Certificate> longest() {
    return longest;
  }

  private void walk(List<X509Certificate> path) {
    if (found.size() >= MOST_PATHS || ++steps > MOST_STEPS) {
      return;
    }
    if (path.size() > longest.size()) {
      longest = path;
    }
    X509Certificate top = path.get(path.size() - 1);
    for (X509Certificate root : roots.issuersOf(top)) {
      found.add(new Path(path, root));
    }
    for (X509Certificate next : sent.subList(1, sent.size())) {
      if (next.getSubjectX500Principal().equals(top.getIssuerX500Principal())
          && !path.contains(next)
          && !roots.contain(next)) {
        List<X509Certificate> longer = new ArrayList<>(path);
        longer.add(next);
        walk(longer);
      }
    }
  }
}
