package dev.wellknown.rule.link;

/** A link stays in the browser that should open an app. */
final class NotOpened extends ExpectationRule {

  NotOpened() {
    super(true, "A link that is expected to open an app does not open it");
  }

  @Override
  String fix(TriedLink.Decider decider) {
    return switch (decider) {
          case FILE ->
              "add a rule to the app's \"links\" that matches it, before any that excludes it";
          case APP -> "let the app's manifest or entitlements take it";
          case HOST -> "add the host to \"hosts\", and serve the files there";
        }
        + "; or take the app out of this line's \"opens\"";
  }
}
