package dev.wellknown.association;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.declaration.RegistrationRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes Android's file: a statement for each app, its members in the order of Google's samples. */
final class AndroidDraft {

  private final Draft draft;

  AndroidDraft(Draft draft) {
    this.draft = draft;
  }

  List<Map<String, Object>> content() {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (App app : draft.registration().apps()) {
      app.android().ifPresent(android -> add(app, android, statements));
    }
    return statements;
  }

  private void add(App app, AndroidApp android, List<Map<String, Object>> statements) {
    Set<String> relations = new LinkedHashSet<>();
    for (Purpose purpose : app.purposes()) {
      purpose.relation().ifPresent(relations::add);
    }
    relations.addAll(android.relations());
    Pointer declaredAt = app.declaredAt().child("android");
    if (relations.isEmpty()) {
      draft.say(
          RegistrationRules.NOTHING_TO_PUBLISH,
          declaredAt,
          android.packageName(),
          "the app's purposes mean nothing on Android, so no statement names it",
          "add the purpose links or credentials, or leave out the android side");
      return;
    }
    Pointer statement = Pointer.ROOT.child(statements.size());
    draft.follows(statement, declaredAt);
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("namespace", "android_app");
    target.put("package_name", android.packageName());
    target.put("sha256_cert_fingerprints", fingerprints(android, statement, declaredAt));
    draft.follows(statement.child("target").child("package_name"), declaredAt.child("package"));
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("relation", List.copyOf(relations));
    element.put("target", target);
    if (android.dynamicLinks() && relations.contains(AssetLinks.HANDLE_ALL_URLS)) {
      List<Map<String, Object>> rules = new DynamicLinks(draft, app, android, statement).rules();
      element.put(
          "relation_extensions",
          Map.of(AssetLinks.HANDLE_ALL_URLS, Map.of("dynamic_app_link_components", rules)));
    }
    statements.add(element);
  }

  private List<String> fingerprints(AndroidApp android, Pointer statement, Pointer declaredAt) {
    List<String> fingerprints = new ArrayList<>();
    android
        .certificates()
        .forEach(
            certificate -> {
              draft.follows(
                  statement
                      .child("target")
                      .child("sha256_cert_fingerprints")
                      .child(fingerprints.size()),
                  declaredAt.child("certificates"));
              fingerprints.add(certificate.fingerprint().value());
            });
    return fingerprints;
  }
}
