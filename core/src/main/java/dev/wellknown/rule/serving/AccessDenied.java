package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.Set;

/**
 * No reader signs in, and none has a country of its own. Apple asks for files that are open to
 * every address and every user agent
 * (https://developer.apple.com/documentation/technotes/tn3155-debugging-universal-links).
 */
final class AccessDenied extends StatusRule {

  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_AUTHENTICATION = 407;
  private static final int LEGAL = 451;
  private static final Set<Integer> STATUSES =
      Set.of(UNAUTHORIZED, 403, PROXY_AUTHENTICATION, LEGAL);

  AccessDenied() {
    super(Evidence.DOCUMENTED, "The server does not let readers have the file");
  }

  @Override
  boolean takes(Answered answer) {
    return STATUSES.contains(answer.status());
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    String path = serving.path();
    String gateway =
        SignInGate.atGateway(
            serving, "the app's fields are empty or it is not registered: " + SignInGate.REGISTER);
    return answered(
        serving,
        answer,
        meaning(answer),
        (answer.status() == LEGAL
                ? "let " + path + " be read from every country"
                : "let everybody read "
                    + path
                    + ": no sign-in, no client address list, no bot check in front of it")
            + gateway);
  }

  private static String meaning(Answered answer) {
    String scheme =
        answer
            .headers()
            .first(
                answer.status() == PROXY_AUTHENTICATION ? "Proxy-Authenticate" : "WWW-Authenticate")
            .map(value -> ", and wants " + Printable.quote(value.strip().split("[ ,]", 2)[0]))
            .orElse("");
    return switch (answer.status()) {
      case UNAUTHORIZED, PROXY_AUTHENTICATION -> "it asks for credentials" + scheme;
      case LEGAL -> "it withholds the file for legal reasons, often by country";
      default -> "it refuses access";
    };
  }
}
