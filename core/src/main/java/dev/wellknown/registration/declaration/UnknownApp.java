package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.NearMiss;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.declaration.DeclaredExpectation.DeclaredOpens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An expectation about an app that is not declared. */
final class UnknownApp extends ConstraintRule<KnownApps, Declaration> {

  /** So many names are searched for the one that was meant, and shown. */
  private static final int SHOWN = 20;

  private static Set<String> names(Declaration value) {
    Set<String> names = new LinkedHashSet<>();
    for (DeclaredApp app : each(value.apps())) {
      if (app != null) {
        DeclarationResolver.name(app).ifPresent(names::add);
      }
    }
    return names;
  }

  /** Where a name may be missing because something else is wrong there. */
  private static List<Pointer> nameless(Declaration value) {
    List<Pointer> places = new ArrayList<>();
    Pointer list = Pointer.ROOT.child("apps");
    if (value.apps() == null) {
      places.add(list);
    }
    List<@Nullable DeclaredApp> apps = each(value.apps());
    for (int i = 0; i < apps.size() && places.size() < SHOWN; i++) {
      DeclaredApp app = apps.get(i);
      if (app == null) {
        places.add(list.child(i));
      } else if (app.name() == null) {
        places.add(list.child(i).child("name"));
        places.add(list.child(i).child("android"));
        places.add(list.child(i).child("ios"));
      }
    }
    return places;
  }

  /** A word is taken for the name of an app that was meant to stand in a list. */
  private static Offence word(String word, List<String> names) {
    Optional<String> example =
        (names.contains(word) ? Optional.of(word) : NearMiss.of(word, names))
            .or(() -> names.stream().findFirst());
    return new Offence(
        "\"opens\" is " + quote(word) + ", not none, all or a list of app names",
        word,
        NearMiss.of(word, List.of("none", "all"))
            .map(meant -> "write " + meant)
            .orElse(
                example
                    .map(
                        app ->
                            "write none, all, or a list of app names such as [" + quote(app) + "]")
                    .orElse("write none, all, or a list of app names")));
  }

  /** The name of an app that was called by its id. */
  private static Optional<String> nameOf(String id, Declaration value) {
    return each(value.apps()).stream()
        .limit(SHOWN)
        .filter(Objects::nonNull)
        .filter(
            app ->
                (app.android() != null && id.equals(app.android().packageName()))
                    || (app.ios() != null && id.equals(app.ios().bundleId())))
        .findFirst()
        .flatMap(DeclarationResolver::name);
  }

  private static Offence name(String name, List<String> names, Declaration value) {
    String shown = names.stream().map(each -> quote(each)).collect(Collectors.joining(", "));
    return new Offence(
        "no app is named " + quote(name),
        name,
        nameOf(name, value)
            .or(() -> NearMiss.of(name, names))
            .map(meant -> "write " + quote(meant))
            .orElse(shown.isEmpty() ? "declare it under \"apps\"" : "write one of: " + shown));
  }

  @Override
  List<Offence> judge(Declaration value) {
    Set<String> names = names(value);
    List<String> shown = names.stream().limit(SHOWN).toList();
    List<Pointer> nameless = nameless(value);
    List<Offence> offences = new ArrayList<>();
    List<@Nullable DeclaredExpectation> expect = each(value.expect());
    for (int i = 0; i < expect.size(); i++) {
      DeclaredExpectation expectation = expect.get(i);
      DeclaredOpens opens = expectation == null ? null : expectation.opens();
      if (opens == null) {
        continue;
      }
      Pointer here = Pointer.ROOT.child("expect").child(i).child("opens");
      if (opens.word() != null && !opens.word().equals("none") && !opens.word().equals("all")) {
        offences.add(word(opens.word(), shown).at(here));
      }
      List<@Nullable String> apps = each(opens.apps());
      for (int j = 0; j < apps.size(); j++) {
        String app = apps.get(j);
        if (app != null && !names.contains(app)) {
          offences.add(name(app, shown, value).at(here.child(j)).unlessToldOf(nameless));
        }
      }
    }
    return offences;
  }
}
