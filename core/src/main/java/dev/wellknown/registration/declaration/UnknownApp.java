package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.NearMiss;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.declaration.DeclaredExpectation.DeclaredOpens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expectation about an app that is not declared. */
final class UnknownApp extends ConstraintRule<KnownApps, Declaration> {

  private static List<String> names(Declaration value) {
    List<DeclaredApp> apps = value.apps() == null ? List.of() : value.apps();
    return apps.stream()
        .filter(Objects::nonNull)
        .flatMap(app -> DeclarationResolver.name(app).stream())
        .toList();
  }

  @Override
  List<Offence> judge(Declaration value) {
    List<Offence> offences = new ArrayList<>();
    List<String> names = names(value);
    List<DeclaredExpectation> expect = value.expect() == null ? List.of() : value.expect();
    for (int i = 0; i < expect.size(); i++) {
      DeclaredOpens opens = expect.get(i) == null ? null : expect.get(i).opens();
      if (opens == null) {
        continue;
      }
      Pointer here = Pointer.ROOT.child("expect").child(i).child("opens");
      if (opens.word() != null && !opens.word().equals("none") && !opens.word().equals("all")) {
        offences.add(
            new Offence(
                    "\"opens\" is " + quote(opens.word()),
                    opens.word(),
                    "write none, all, or a list of app names: [" + opens.word() + "]")
                .at(here));
      }
      List<@Nullable String> apps = opens.apps() == null ? List.of() : opens.apps();
      for (int j = 0; j < apps.size(); j++) {
        String app = apps.get(j);
        if (app != null && !names.contains(app)) {
          offences.add(
              new Offence(
                      "no app is named " + quote(app),
                      app,
                      NearMiss.of(app, names)
                          .map(meant -> "write " + quote(meant))
                          .orElse("write one of: " + String.join(", ", names)))
                  .at(here.child(j)));
        }
      }
    }
    return offences;
  }
}
