package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A bundle id that is none, or that repeats the team id: devices compare it exactly. */
final class MalformedBundleId extends ConstraintRule<BundleId, DeclaredIos> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,155}");

  private static Offence offence(String bundleId, String mistake, String fix) {
    return new Offence("bundle id " + quote(bundleId) + " " + mistake, bundleId, fix)
        .at("bundleId");
  }

  @Override
  List<Offence> judge(DeclaredIos value) {
    String bundleId = value.bundleId();
    if (bundleId == null) {
      return List.of();
    }
    for (String prefix : Arrays.asList(value.teamId(), value.appIdPrefix())) {
      if (prefix != null && bundleId.startsWith(prefix + ".")) {
        String bare = bundleId.substring(prefix.length() + 1);
        return List.of(
            offence(
                bundleId,
                prefix.equals(value.teamId())
                    ? "begins with the team id, which would then stand there twice"
                    : "begins with the app id prefix, which would then stand there twice",
                "write it without the prefix: " + quote(bare)));
      }
    }
    if (bundleId.contains("*")) {
      return List.of(
          offence(
              bundleId,
              "is a wildcard, but associations name one app",
              "write the app's own bundle id"));
    }
    return FORM.matcher(bundleId).matches()
        ? List.of()
        : List.of(
            offence(
                bundleId,
                "is no bundle id: up to 155 letters, digits, dots and hyphens",
                "copy CFBundleIdentifier from the app's Info.plist"));
  }
}
