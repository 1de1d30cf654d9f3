package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An app id in two apps. Apple drops the second entry whole, and of two statements with rules
 * Android reads one.
 */
final class DuplicateApp extends ConstraintRule<UniqueApps, Declaration> {

  private static Offence offence(String what, String id) {
    return new Offence(
        what + " " + quote(id) + " stands in two apps",
        id,
        "declare it once, with all its links, purposes and certificates");
  }

  @Override
  List<Offence> judge(Declaration value) {
    List<Offence> offences = new ArrayList<>();
    Map<String, DeclaredApp> apple = new HashMap<>();
    Map<String, DeclaredApp> android = new HashMap<>();
    List<DeclaredApp> apps = value.apps() == null ? List.of() : value.apps();
    for (int i = 0; i < apps.size(); i++) {
      DeclaredApp app = apps.get(i);
      if (app == null) {
        continue;
      }
      Pointer here = Pointer.ROOT.child("apps").child(i);
      String appId = app.ios() == null ? null : app.ios().appId();
      if (appId != null && apple.putIfAbsent(appId, app) != null) {
        offences.add(offence("iOS app", appId).at(here.child("ios").child("bundleId")));
      }
      String packageName = app.android() == null ? null : app.android().packageName();
      if (packageName != null && android.putIfAbsent(packageName, app) != null) {
        offences.add(
            offence("Android app", packageName).at(here.child("android").child("package")));
      }
    }
    return offences;
  }
}
