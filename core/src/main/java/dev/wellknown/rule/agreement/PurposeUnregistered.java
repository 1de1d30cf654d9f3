package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.Purpose;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The file lets a registered app do more than was declared. */
final class PurposeUnregistered extends AgreementRule {

  PurposeUnregistered() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "A registered app is in the file for more than it is registered for");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      NamedApp given = app.given();
      if (given == null) {
        continue;
      }
      Set<String> registered = Registered.purposes(app.registered().app(), agreement.kind());
      given
          .purposes()
          .forEach(
              (purpose, at) -> {
                if (!registered.contains(purpose)) {
                  findings.add(tell(agreement, app, purpose, at));
                }
              });
    }
    return findings;
  }

  private Finding tell(Agreement agreement, ComparedApp app, String extra, JsonValue at) {
    boolean apple = agreement.kind() == Kind.AASA;
    Optional<Purpose> purpose = purpose(extra);
    String declared = agreement.declared(app.registered().app().declaredAt().child("purposes"));
    String fix =
        purpose.isPresent()
            ? "add " + purpose.get().id() + " to its purposes, or remove it here"
            : apple
                ? "no purpose leads to it: remove it here, or turn this rule off and keep the file"
                    + " by hand"
                : "add it under android: {relations: […]}, or remove it here";
    return finding(
            agreement.place(at),
            "the file grants app "
                + quote(app.id())
                + " "
                + quote(extra)
                + ", for which it is not registered at "
                + declared,
            fix)
        .withSeen(extra)
        .withApp(app.id());
  }
}
