package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Pointer;
import dev.wellknown.rule.aasa.AppId;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An app that no line of the file is about: none of its links open it, no sign-in comes back. */
final class AppMissing extends AgreementRule {

  AppMissing() {
    super(Severity.ERROR, ALL, Evidence.DOCUMENTED, "A registered app is not in the file");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    Map<String, NamedApp> others = new HashMap<>();
    agreement.unregistered().forEach(app -> others.putIfAbsent(alike(agreement, app.id()), app));
    for (ComparedApp app : agreement.apps()) {
      if (app.published() != null && app.given() == null && !isMeant(agreement, app.published())) {
        tell(agreement, app, app.published(), others).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Whether something that the file rules speak about stands for the app. */
  private static boolean isMeant(Agreement agreement, NamedApp app) {
    NamedApps given = agreement.given();
    return given.mayMean(app.id())
        || app.purposes().keySet().stream().anyMatch(given.broken()::contains);
  }

  private Optional<Finding> tell(
      Agreement agreement, ComparedApp app, NamedApp published, Map<String, NamedApp> others) {
    @Nullable NamedApp other = others.get(alike(agreement, app.id()));
    String hint =
        other == null
            ? ""
            : "; it has "
                + quote(other.id())
                + (agreement.kind() == Kind.AASA
                        && AppId.bundle(other.id()).equals(AppId.bundle(app.id()))
                    ? ", the same bundle id with another prefix"
                    : ", which differs in letter case");
    Finding finding =
        finding(
                agreement.nearest(Pointer.ROOT),
                "app "
                    + quote(app.id())
                    + ", registered at "
                    + agreement.declared(app.registered().declaredAt())
                    + ", is not in the file"
                    + hint,
                PUBLISH + "take the app out of the registration")
            .withSeen(other == null ? null : other.id())
            .withExpected(app.id())
            .withApp(app.id())
            .withBreaks(readers(agreement, published.purposes().keySet()));
    return unlessIncluded(agreement, finding, list -> list.byId().containsKey(app.id()));
  }

  /** What two ids have in common that are easily taken for each other. */
  private static String alike(Agreement agreement, String id) {
    return (agreement.kind() == Kind.AASA ? AppId.bundle(id) : id).toLowerCase(Locale.ROOT);
  }
}
