package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Optional;

/** Readers keep none. Only the names are shown. */
final class SetsCookies extends FileAnswerRule {

  private static final int MOST = 5;

  SetsCookies() {
    super(Severity.NOTE, NONE, Evidence.DERIVED, "The file comes with cookies");
  }

  static String name(String setCookie) {
    int end = setCookie.indexOf('=');
    return (end < 0 ? setCookie : setCookie.substring(0, end)).strip();
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    List<String> names =
        answer.headers().values("Set-Cookie").stream().map(SetsCookies::name).distinct().toList();
    if (content != ServedContent.FILE || names.isEmpty()) {
      return Optional.empty();
    }
    String shown = String.join(", ", names.stream().limit(MOST).map(Printable::quote).toList());
    return Optional.of(
        finding(
                serving,
                "the answer sets cookies, which no reader keeps: " + shown,
                "serve the file past the application: cookies keep caches from storing it, and may"
                    + " come from a session or a bot check that others do not pass")
            .withSeen(shown));
  }
}
