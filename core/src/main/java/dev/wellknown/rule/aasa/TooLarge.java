package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Severity;
import java.util.List;

/**
 * Apple's archived guide allows 128 KB of uncompressed text, signed or not; a file of exactly that
 * size passes.
 */
final class TooLarge extends AasaRule {

  private static final int MOST = 128 * 1024;

  TooLarge() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "The file has more than 131072 bytes, where devices stop reading");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    int size = file.document().size();
    if (size <= MOST) {
      return List.of();
    }
    return List.of(
        finding(
                Location.of(file.document().origin()),
                "the file has " + size + " bytes, and devices take no more than " + MOST,
                "shorten it: one entry can name many apps in \"appIDs\", and one wildcard can stand"
                    + " for many paths; compression does not help, for decoded bytes are counted")
            .withSeen(size + " bytes")
            .withExpected("at most " + MOST + " bytes"));
  }
}
