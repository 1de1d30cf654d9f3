package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app id in two apps. Apple drops the second entry whole, and of two statements with rules
 * Android reads one.
 */
final class DuplicateApp extends ConstraintRule<UniqueApps, Declaration> {

  private static Offence offence(String what, String id, int first) {
    return new Offence(
        what + " " + quote(id) + " stands in element " + (first + 1) + " of \"apps\" as well",
        id,
        "declare it once, with all its links, purposes and certificates");
  }

  @Override
  List<Offence> judge(Declaration value) {
    List<Offence> offences = new ArrayList<>();
    Map<String, Integer> apple = new HashMap<>();
    Map<String, Integer> android = new HashMap<>();
    List<@Nullable DeclaredApp> apps = each(value.apps());
    for (int i = 0; i < apps.size(); i++) {
      DeclaredApp app = apps.get(i);
      if (app == null) {
        continue;
      }
      Pointer here = Pointer.ROOT.child("apps").child(i);
      String appId = app.ios() == null ? null : app.ios().appId();
      Integer first = appId == null ? null : apple.putIfAbsent(appId, i);
      if (appId != null && first != null) {
        offences.add(offence("iOS app", appId, first).at(here.child("ios").child("bundleId")));
      }
      String packageName = app.android() == null ? null : app.android().packageName();
      first = packageName == null ? null : android.putIfAbsent(packageName, i);
      if (packageName != null && first != null) {
        offences.add(
            offence("Android app", packageName, first).at(here.child("android").child("package")));
      }
    }
    return offences;
  }
}
