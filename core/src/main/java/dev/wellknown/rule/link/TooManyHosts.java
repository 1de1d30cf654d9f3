package dev.wellknown.rule.link;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.HostVerification;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.List;

/** IntentFilterVerificationReceiver of Android 6 to 11 gives up beyond ten hosts. */
final class TooManyHosts extends ManifestRule {

  TooManyHosts() {
    super(
        Severity.WARNING,
        EnumSet.of(Reader.ANDROID_LEGACY),
        "The manifest has more hosts than Android 6 to 11 verify");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    HostVerification verification = side.verification(AndroidRelease.UP_TO_11);
    if (verification.isTooMany()) {
      int count = verification.asked().size();
      findings.add(
          finding(
                  side.at(
                      verification.asked().get(HostVerification.MOST_BEFORE_12).positions().get(0)),
                  "the manifest has "
                      + count
                      + " hosts to verify; Android 6 to 11 give up beyond "
                      + HostVerification.MOST_BEFORE_12
                      + ", and verify none",
                  "name fewer hosts, or those below one name as *.example.com")
              .withSeen(Integer.toString(count)));
    }
  }
}
