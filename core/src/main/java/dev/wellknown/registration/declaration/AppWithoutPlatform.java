package dev.wellknown.registration.declaration;

import java.util.List;

/** An app that is on no platform leads to no file. */
final class AppWithoutPlatform extends ConstraintRule<PlatformGiven, DeclaredApp> {

  @Override
  List<Offence> judge(DeclaredApp value) {
    return value.ios() != null || value.android() != null
        ? List.of()
        : List.of(
            new Offence(
                    "the app has neither \"ios\" nor \"android\"",
                    null,
                    "add \"ios\" with teamId and bundleId, or \"android\" with package and"
                        + " certificates")
                .unlessToldOf("ios", "android"));
  }
}
