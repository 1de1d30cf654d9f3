package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Google's service demands application/json
 * (https://developer.android.com/training/app-links/configure-assetlinks; its error
 * WRONG_CONTENT_TYPE); Android's own agent and Chromium do not look. Apple's current pages name no
 * type, its devices do not look, and its crawler has been seen to take application/octet-stream.
 */
final class WrongContentType extends FileAnswerRule {

  private static final Set<String> TAKEN_BY_APPLE =
      Set.of(
          MediaType.JSON,
          "application/octet-stream",
          "binary/octet-stream",
          "application/pkcs7-mime",
          "application/x-pkcs7-mime");

  WrongContentType() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API),
        Evidence.DOCUMENTED,
        "The Content-Type is not application/json");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    List<String> values = MediaType.values(answer);
    if (content != ServedContent.FILE || values.size() != 1) {
      return Optional.empty();
    }
    MediaType type = MediaType.of(values.get(0));
    return serving.kind() == Kind.AASA
        ? apple(serving, type, values.get(0))
        : android(serving, type, values.get(0));
  }

  private Optional<Finding> android(Serving serving, MediaType type, String value) {
    if (type.isJson()) {
      return Optional.empty();
    }
    if (type.isJsonSuffix()) {
      return Optional.of(
          wrong(
                  serving,
                  value,
                  "Google's service wants application/json, and nobody says whether it takes others"
                      + " that end with +json")
              .withSeverity(Severity.WARNING)
              .withBreaks(NONE));
    }
    return Optional.of(wrong(serving, value, "Google's service refuses the file"));
  }

  private Optional<Finding> apple(Serving serving, MediaType type, String value) {
    if (TAKEN_BY_APPLE.contains(type.type())) {
      return Optional.empty();
    }
    return Optional.of(
        wrong(serving, value, "devices do not look at it, but of Apple's crawler that is not known")
            .withSeverity(type.isJsonSuffix() ? Severity.NOTE : Severity.WARNING)
            .withEvidence(Evidence.DERIVED));
  }

  private Finding wrong(Serving serving, String value, String consequence) {
    return finding(
            serving,
            "the Content-Type is " + Printable.quote(value) + ": " + consequence,
            "serve " + serving.path() + " as \"Content-Type: application/json\"")
        .withSeen(value)
        .withExpected(MediaType.JSON);
  }
}
