package dev.wellknown.rule.link;

/** A link opens an app that should stay in the browser. */
final class OpenedUnexpectedly extends ExpectationRule {

  OpenedUnexpectedly() {
    super(false, "A link that is expected to stay in the browser opens an app");
  }

  @Override
  String fix(TriedLink.Decider decider) {
    return (decider == TriedLink.Decider.APP
            ? "narrow the paths in the app's manifest"
            : "exclude it in the app's \"links\", before the rule that opens it")
        + "; or name the app in this line's \"opens\"";
  }
}
