package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A single-page application that answers every path with its start page, a sign-in page, a firewall
 * that wants to see a browser: all with status 200. Told here, and not again by the rules about
 * JSON.
 */
final class HtmlInsteadOfFile extends FileAnswerRule {

  private static final int LOOKED_AT = 20_000;
  private static final int EXCERPT = 60;
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]{0,200}>\\s*([^<]{1,200})", Pattern.CASE_INSENSITIVE);

  HtmlInsteadOfFile() {
    super(
        Severity.ERROR,
        ALL,
        Evidence.DOCUMENTED,
        "A page for people stands where the file should be");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    if (content != ServedContent.PAGE) {
      return Optional.empty();
    }
    byte[] bytes = answer.body().bytes();
    String text =
        new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8).strip();
    Matcher title = TITLE.matcher(text);
    String excerpt = text.replaceAll("\\s+", " ");
    excerpt = excerpt.length() > EXCERPT ? excerpt.substring(0, EXCERPT) + "…" : excerpt;
    String path = serving.path();
    Optional<String> session = SignInGate.session(answer);
    return Optional.of(
        finding(
                serving,
                "the server answers 200 with a page"
                    + (title.find()
                        ? " titled " + Printable.quote(title.group(1).strip())
                        : (text.startsWith("<?xml") ? " or other markup" : "")
                            + " that begins with "
                            + Printable.quote(excerpt))
                    + session
                        .map(name -> ", and sets the cookie " + name + " as for a sign-in")
                        .orElse(""),
                session.isPresent()
                    ? "let "
                        + path
                        + " be read without signing in"
                        + SignInGate.atGateway(
                            serving,
                            "the gateway asks for sign-in: the app's fields are empty, it is not"
                                + " registered, or the path is not exempt; "
                                + SignInGate.REGISTER)
                    : "let "
                        + path
                        + " pass before the route that answers everything with the start page, before"
                        + " sign-in and bot check, and put the file there")
            .withSeen(excerpt)
            .withExpected("the file"));
  }
}
