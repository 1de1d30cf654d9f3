package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.Purpose;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each service and each relation is granted by itself: who may open links may not sign in. */
final class PurposeMissing extends AgreementRule {

  PurposeMissing() {
    super(
        Severity.ERROR,
        ALL,
        Evidence.DOCUMENTED,
        "A registered app is in the file, but not for all that it is registered for");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      NamedApp published = app.published();
      NamedApp given = app.given();
      if (published == null || given == null) {
        continue;
      }
      for (String purpose : published.purposes().keySet()) {
        if (!given.purposes().containsKey(purpose) && !isMeant(agreement, given, purpose)) {
          tell(agreement, app, given, purpose).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** Whether something that the file rules speak about stands for the purpose. */
  private static boolean isMeant(Agreement agreement, NamedApp given, String purpose) {
    String detail = purpose.substring(purpose.lastIndexOf('.') + 1);
    return agreement.given().broken().contains(purpose)
        || (agreement.kind() == Kind.AASA && agreement.given().mayMean(given.id()))
        || given.unreadPurposes().stream().anyMatch(text -> NamedApps.mayMean(text, detail));
  }

  private Optional<Finding> tell(
      Agreement agreement, ComparedApp app, NamedApp given, String missing) {
    Optional<Purpose> purpose = purpose(missing);
    boolean apple = agreement.kind() == Kind.AASA;
    Pointer declaredAt =
        purpose.isPresent()
            ? app.registered().app().declaredAt().child("purposes")
            : app.registered().side().child("relations");
    Finding finding =
        finding(
                agreement.nearest(
                    apple ? service(missing) : given.at().pointer().child("relation")),
                "app "
                    + quote(app.id())
                    + " is registered for "
                    + purpose.map(Purpose::id).orElse("a relation of its own")
                    + " at "
                    + agreement.declared(declaredAt)
                    + (apple
                        ? ", and " + quote(missing) + " does not name it"
                        : ", and no statement grants it " + quote(missing)),
                PUBLISH
                    + "take the "
                    + (purpose.isPresent() ? "purpose" : "relation")
                    + " out of the registration")
            .withExpected(missing)
            .withApp(app.id())
            .withBreaks(readers(agreement, List.of(missing)));
    return unlessIncluded(
        agreement,
        finding,
        list ->
            list.byId().containsKey(app.id())
                && list.byId().get(app.id()).purposes().containsKey(missing));
  }

  private static Pointer service(String name) {
    String list = name.equals(AppSiteAssociation.APPLINKS) ? "details" : "apps";
    return Pointer.ROOT.child(name).child(list);
  }
}
