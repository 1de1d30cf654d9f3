package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonObject;
import java.util.List;

/**
 * Devices look for services by name and pass over all other members. A name that is nearly right is
 * told by {@link MisspeltKey}, one of another level by {@link MisplacedKey}.
 */
final class NoKnownService extends AasaRule {

  NoKnownService() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "The file has no service that Apple's systems know");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject root = file.root();
    if (root == null
        || root.members().stream()
            .anyMatch(
                member ->
                    KnownKeys.ROOT.reads(member.name()) && !(member.value() instanceof JsonNull))
        || KnownKeys.ROOT.isMeantIn(root, AppSiteAssociation.SERVICES)) {
      return List.of();
    }
    String first = root.members().isEmpty() ? null : root.members().get(0).name();
    String seen =
        first == null
            ? "the file is an empty object"
            : KnownKeys.ROOT.reads(first)
                ? quote(first) + " is null, and no other service is there"
                : "the file has no service that devices know; its first member is " + quote(first);
    return List.of(
        finding(
                file.document().at(root),
                seen + ", so no app is associated",
                "add the service that you need: \"applinks\" for links, \"webcredentials\" for"
                    + " passkeys, passwords and sign-in callbacks")
            .withExpected("one of " + KnownKeys.ROOT.list()));
  }
}
