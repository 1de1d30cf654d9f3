package dev.wellknown.association;

import dev.wellknown.finding.Finding;
import java.util.List;

/**
 * What follows from a registration.
 *
 * @param publications a file for each platform that has apps
 * @param findings what the files cannot say, or say otherwise than was declared
 */
public record Generated(List<Publication> publications, List<Finding> findings) {
  public Generated {
    publications = List.copyOf(publications);
    findings = List.copyOf(findings);
  }
}
