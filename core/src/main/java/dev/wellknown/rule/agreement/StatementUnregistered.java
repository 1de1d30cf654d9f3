package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A registration is about apps. Other statements are kept by hand, and generating drops them. */
final class StatementUnregistered extends AgreementRule {

  private static final String FIX =
      "keep the file by hand, or leave this out: a generated file does not have it";

  StatementUnregistered() {
    super(
        Severity.NOTE,
        NONE,
        Evidence.DOCUMENTED,
        "The file includes another list, or is about a site, which a registration cannot say");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (JsonObject include : agreement.given().includes()) {
      String url = include.text("include");
      findings.add(
          finding(
                  agreement.place(include),
                  "the list that is included"
                      + (url == null ? "" : " from " + quote(url))
                      + (agreement.included().isWhole()
                          ? " does not follow from "
                          : " was not compared with ")
                      + agreement.registration(),
                  FIX)
              .withSeen(url));
    }
    for (JsonObject about : agreement.given().besides()) {
      JsonObject target = new Statement(about).target();
      String site = target == null ? null : target.text("site");
      findings.add(
          finding(
                  agreement.place(about),
                  "the statement about "
                      + (site == null ? "a site" : "site " + quote(site))
                      + " does not follow from "
                      + agreement.registration(),
                  FIX)
              .withSeen(site));
    }
    return findings;
  }
}
