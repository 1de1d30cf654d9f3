package dev.wellknown.examine;

import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tapped link and where it leads to.
 *
 * @param steps at least one; the first is the link itself
 */
record DiagnosisChain(List<Step> steps) {

  /** Browsers follow twenty redirects; nobody wants to wait for ten. */
  static final int MOST = 10;

  DiagnosisChain {
    steps = List.copyOf(steps);
  }

  /**
   * One address.
   *
   * @param url secrets and all
   * @param status of the answer; null where none came, or nobody asked
   * @param location where it leads to, as an address of its own; null where nowhere
   * @param remark what else there is to say
   */
  record Step(String url, @Nullable Integer status, @Nullable String location, String remark) {

    /** The address as files are matched against it. */
    LinkUrl link() {
      return new LinkUrl(url);
    }

    Diagnosis.Hop hop() {
      return new Diagnosis.Hop(url, status, location, remark);
    }

    /** Without what is secret. */
    @Override
    public String toString() {
      return "Step[" + shown(url) + ", " + status + "]";
    }
  }

  /** A link that is not walked. */
  static DiagnosisChain of(String url, String remark) {
    return new DiagnosisChain(List.of(new Step(url, null, null, remark)));
  }

  /** An address without its secrets; not yet safe to print. */
  static String masked(String url) {
    return Masked.url(url);
  }

  /** An address as it is shown. */
  static String shown(String url) {
    return Printable.escape(Printable.cut(masked(url)));
  }

  List<Diagnosis.Hop> hops() {
    return steps.stream().map(Step::hop).toList();
  }
}
