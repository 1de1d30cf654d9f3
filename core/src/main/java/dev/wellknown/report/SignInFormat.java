package dev.wellknown.report;

import static dev.wellknown.finding.Printable.escape;

import dev.wellknown.examine.Landing;
import dev.wellknown.examine.Redirects;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.SignInAnswer;
import dev.wellknown.examine.SignInStart;
import dev.wellknown.finding.Masked;
import dev.wellknown.json.JsonText;
import dev.wellknown.signin.AuthorizationRequest;
import dev.wellknown.signin.ProofKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Redirects and sign-ins, as text for people and as JSON for programs. Prints the state and the
 * proof key that were just made, and no other secret.
 *
 * @param text how findings are told
 */
public record SignInFormat(TextFormat text) {

  /**
   * Where redirects land.
   *
   * @param conditions every relaxation that was used
   */
  public String text(Redirects redirects, List<String> conditions) {
    StringBuilder out = new StringBuilder();
    text.findings(out, redirects.findings());
    for (Redirects.Followed each : redirects.redirects()) {
      if (text.detail() == Detail.QUIET
          && each.landings().stream().noneMatch(SignInFormat::isLoud)) {
        continue;
      }
      out.append(text.style().strong(escape(each.uri()))).append('\n');
      each.landings().forEach(landing -> landing(out, landing));
    }
    if (text.detail() == Detail.QUIET) {
      return out.toString();
    }
    conditions.forEach(
        each -> out.append("under the condition: ").append(escape(each)).append('\n'));
    if (redirects.redirects().isEmpty() && redirects.findings().isEmpty()) {
      return out.append("nothing to follow: the registration declares no redirects\n").toString();
    }
    List<String> counts = new ArrayList<>();
    for (Landing.Outcome outcome : Landing.Outcome.values()) {
      counts.add(redirects.count(outcome) + " " + words(outcome));
    }
    return out.append(String.join(", ", counts)).append('\n').toString();
  }

  private static boolean isLoud(Landing landing) {
    return landing.outcome() == Landing.Outcome.LOST
        || landing.outcome() == Landing.Outcome.UNKNOWN;
  }

  private void landing(StringBuilder out, Landing landing) {
    if (text.detail() == Detail.QUIET && !isLoud(landing)) {
      return;
    }
    out.append("  ")
        .append(words(landing.outcome()))
        .append("  ")
        .append(landing.platform().id())
        .append("  ")
        .append(escape(landing.app()))
        .append('\n');
    text.findings(out, landing.findings());
    landing
        .notExamined()
        .forEach(each -> out.append("  not examined: ").append(escape(each)).append('\n'));
  }

  private static String words(Landing.Outcome outcome) {
    return outcome == Landing.Outcome.MAY_STAY ? "may stay" : outcome.id();
  }

  /**
   * Where redirects land.
   *
   * @param conditions every relaxation that was used
   */
  public static String json(Redirects redirects, List<String> conditions) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-redirects/1");
    List<Map<String, Object>> followed = new ArrayList<>();
    for (Redirects.Followed each : redirects.redirects()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("uri", each.uri());
      object.put("platforms", each.landings().stream().map(SignInFormat::json).toList());
      followed.add(object);
    }
    root.put("redirects", followed);
    if (!redirects.findings().isEmpty()) {
      root.put("findings", JsonFormat.findings(redirects.findings()));
    }
    if (!conditions.isEmpty()) {
      root.put("conditions", conditions);
    }
    return JsonText.pretty(root);
  }

  private static Map<String, Object> json(Landing landing) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("platform", landing.platform().id());
    object.put("app", landing.app());
    object.put("verdict", landing.outcome().id());
    object.put("findings", JsonFormat.findings(landing.findings()));
    if (!landing.notExamined().isEmpty()) {
      object.put("notExamined", landing.notExamined());
    }
    return object;
  }

  /** The requests with which sign-in begins. */
  public String text(SignInStart start) {
    StringBuilder out = new StringBuilder();
    text.findings(out, start.findings());
    for (SignInStart.Prepared each : start.requests()) {
      AuthorizationRequest request = each.request();
      if (each.tenant() != null) {
        out.append("tenant    ").append(escape(each.tenant())).append('\n');
      }
      out.append("open      ").append(escape(request.url())).append('\n');
      out.append("state     ").append(request.state()).append('\n');
      request
          .proofKey()
          .ifPresent(key -> out.append("verifier  ").append(key.verifier()).append('\n'));
      if (text.detail() == Detail.QUIET) {
        continue;
      }
      out.append("back at   ").append(escape(request.redirectUri())).append('\n');
      if (each.tokenUri() != null) {
        out.append("token at  ").append(escape(each.tokenUri())).append('\n');
      }
      each.inferred()
          .forEach(words -> out.append("  assumed: ").append(escape(words)).append('\n'));
      out.append('\n');
    }
    if (!start.requests().isEmpty() && text.detail() != Detail.QUIET) {
      out.append(
          "next: when it came back, run \"wellknown signin --callback -\" and enter the URL and, on"
              + " a second line, the state\n");
    }
    return out.toString();
  }

  /** The requests with which sign-in begins. */
  public static String json(SignInStart start) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-signin/1");
    root.put("requests", start.requests().stream().map(SignInFormat::json).toList());
    root.put("findings", JsonFormat.findings(start.findings()));
    return JsonText.pretty(root);
  }

  private static Map<String, @Nullable Object> json(SignInStart.Prepared prepared) {
    AuthorizationRequest request = prepared.request();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tenant", prepared.tenant());
    object.put("url", request.url());
    object.put("state", request.state());
    object.put("codeVerifier", request.proofKey().map(ProofKey::verifier).orElse(null));
    object.put("codeChallengeMethod", request.proofKey().map(ProofKey::method).orElse(null));
    object.put("clientId", request.clientId());
    object.put("redirectUri", request.redirectUri());
    object.put("scopes", request.scopes());
    object.put("tokenUri", prepared.tokenUri());
    object.put("inferred", prepared.inferred());
    return object;
  }

  /** What came back. */
  public String text(SignInAnswer answer) {
    StringBuilder out = new StringBuilder();
    String verdict =
        answer.isGood()
            ? "good: the state is the one that was sent"
            : answer.outcome() == Report.Outcome.FINDINGS
                ? "drop it"
                : answer.callback().error().isPresent()
                    ? "refused by the server"
                    : "not known: no state was given to compare";
    out.append(verdict).append("  ").append(escape(answer.callback().shown())).append('\n');
    text.findings(out, answer.findings());
    if (!answer.compared() && text.detail() != Detail.QUIET) {
      out.append("  not examined: the state; give the one that was sent with --state\n");
    }
    return out.toString();
  }

  /** What came back. */
  public static String json(SignInAnswer answer) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-signin/1");
    root.put("callback", answer.callback().shown());
    root.put("good", answer.isGood());
    root.put("stateCompared", answer.compared());
    root.put("error", answer.callback().error().map(Masked::text).orElse(null));
    root.put("findings", JsonFormat.findings(answer.findings()));
    return JsonText.pretty(root);
  }
}
