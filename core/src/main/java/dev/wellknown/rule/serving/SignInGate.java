package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises a server that wants readers to sign in, which none of them does. */
final class SignInGate {

  private static final Set<String> STEPS =
      Set.of("login", "signin", "sign-in", "sign_in", "sso", "saml2");

  /** Those of Insights Hub's gateway; the first is also that of Spring Session. */
  private static final Set<String> SESSIONS = Set.of("SESSION", "REGION-SESSION");

  private static final List<String> GATEWAYS = List.of(".mindsphere.io", ".mindsphere-in.cn");

  /** What lets the gateway hand out a file; its registry is cached for 15 minutes. */
  static final String REGISTER =
      "fill in the app's configuration for this platform in the Developer Cockpit, deregister and"
          + " register the app, and wait 15 minutes";

  private SignInGate() {}

  /** What tells of a sign-in, in words; empty where nothing does. */
  static Optional<String> sign(Answered answer, @Nullable RedirectTarget target) {
    if (target != null && Arrays.asList(target.host().split("\\.")).contains("piam")) {
      return Optional.of("the host that signs people in to Insights Hub");
    }
    URI uri = target == null ? null : target.uri();
    if (uri != null && uri.getRawPath() != null) {
      List<String> steps = Arrays.asList(uri.getRawPath().toLowerCase(Locale.ROOT).split("/"));
      boolean authorizes =
          steps.contains("authorize") && steps.stream().anyMatch(step -> step.startsWith("oauth"));
      if (authorizes || steps.stream().anyMatch(STEPS::contains)) {
        return Optional.of("a page where people sign in");
      }
    }
    return session(answer).map(name -> "a sign-in: the answer sets the cookie " + name);
  }

  /** The session cookie that an answer sets. */
  static Optional<String> session(Answered answer) {
    return answer.headers().values("Set-Cookie").stream()
        .map(SetsCookies::name)
        .filter(SESSIONS::contains)
        .findFirst();
  }

  /** Whether a host is one of Insights Hub's gateway, as far as its name tells. */
  static boolean isGateway(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return GATEWAYS.stream().anyMatch(host::endsWith);
  }

  /** What to look at on Insights Hub, behind another advice; empty for other hosts. */
  static String atGateway(Serving serving, String advice) {
    return serving.atGateway() ? ". On Insights Hub: " + advice : "";
  }
}
