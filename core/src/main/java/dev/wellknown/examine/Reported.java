package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A finding in a report.
 *
 * @param fingerprint the same as long as rule, file, app and offending value stay the same; of
 *     something missing, the value that is missed
 * @param accepted the entry of a baseline that accepts it, so that it is told and does not count
 */
public record Reported(Finding finding, String fingerprint, Optional<Baseline.Entry> accepted) {

  /** A finding that counts. */
  public Reported(Finding finding, String fingerprint) {
    this(finding, fingerprint, Optional.empty());
  }

  /** Whether it stands in a baseline. */
  public boolean isBaselined() {
    return accepted.isPresent();
  }

  /** Whether it makes a run fail; trouble that may pass, and what a baseline accepts, does not. */
  public boolean counts(Severity threshold) {
    return !isBaselined() && !finding.mayPass() && finding.severity().isAtLeast(threshold);
  }

  /**
   * Gives findings their fingerprints.
   *
   * @param identity from a location's address to the name that counts
   */
  static List<Reported> all(List<Finding> findings, UnaryOperator<String> identity) {
    Map<String, Integer> ordinals = new HashMap<>();
    List<Reported> reported = new ArrayList<>();
    for (Finding finding : findings) {
      String key =
          String.join(
              "\u0000",
              finding.rule().id(),
              identity.apply(finding.location().uri()),
              String.valueOf(finding.app()),
              String.valueOf(finding.seen() == null ? finding.expected() : finding.seen()));
      int ordinal = ordinals.merge(key, 1, Integer::sum);
      reported.add(new Reported(finding, hash(key + "\u0000" + ordinal)));
    }
    return reported;
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
