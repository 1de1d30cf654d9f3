package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;

/**
 * Apple names 404 as the site's denial
 * (https://developer.apple.com/documentation/technotes/tn3155-debugging-universal-links).
 */
final class NotFound extends StatusRule {

  private static final int NOT_FOUND = 404;

  NotFound() {
    super(Evidence.DOCUMENTED, "The server has no file at the well-known address");
  }

  @Override
  boolean takes(Answered answer) {
    return answer.status() == NOT_FOUND;
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    String name =
        serving.kind() == Kind.AASA && serving.path().endsWith("/" + serving.kind().fileName())
            ? ", under this name, without \".json\""
            : "";
    return answered(
        serving,
        answer,
        "there is no file here"
            + (ServedContent.isJson(answer) ? ", although the body looks like one" : ""),
        "publish the file at "
            + serving.path()
            + " of this very host"
            + name
            + "; many build steps and servers leave out directories that begin with a dot"
            + SignInGate.atGateway(
                serving,
                "the app's fields are empty, it is not registered, or its internal name or tenant is"
                    + " another than in the host; "
                    + SignInGate.REGISTER));
  }
}
