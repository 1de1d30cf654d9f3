package dev.wellknown.rule.link;

import dev.wellknown.app.Setting;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** Without verification Android 12 and later open the browser; earlier ones ask the user. */
final class NoAutoVerify extends ManifestRule {

  NoAutoVerify() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "An intent filter for a registered host does not ask for it to be verified");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    tell(
        side,
        side.unverified(filter -> filter.autoVerify() == Setting.OFF),
        "does not say android:autoVerify=\"true\": from Android 12 on its links stay in the browser,"
            + " before that the user is asked",
        "write <intent-filter android:autoVerify=\"true\">",
        findings);
  }
}
