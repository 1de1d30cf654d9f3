package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import java.util.List;

/**
 * iOS 8 wanted the file signed; iOS 9 and later take it unsigned, and devices are reported to read
 * a signed one still. What the envelope holds is not examined here, and what was not examined is
 * not fine.
 */
final class SignedFile extends AasaRule {

  SignedFile() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "The file is wrapped in a signature, and what it says was not examined");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    return file.document().defects().stream()
        .filter(defect -> defect.kind() == Defect.Kind.SIGNED)
        .map(
            defect ->
                finding(
                        file.document().at(defect),
                        "the file is "
                            + defect.detail()
                            + ": devices may still read the JSON inside it, but nothing of it is"
                            + " examined here",
                        "publish the plain JSON; since iOS 9 no signature is needed")
                    .withSeen(defect.detail())
                    .withExpected("plain JSON"))
        .toList();
  }
}
