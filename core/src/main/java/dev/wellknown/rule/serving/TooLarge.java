package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Android's agent refuses an announced length over 1 MiB; up to Android 11 it also counts
 * (UrlFetcher and URLFetcher in its sources). Google's service has an error TOO_LARGE, and does not
 * say from where on. Of Apple's file a complete body is judged by {@code aasa/too-large}.
 */
final class TooLarge extends FileAnswerRule {

  private static final long ANDROID = 1024 * 1024;
  private static final long APPLE = 128 * 1024;
  private static final int DIGITS = 18;

  TooLarge() {
    super(
        Severity.ERROR,
        EnumSet.complementOf(EnumSet.of(Reader.CHROME)),
        Evidence.DOCUMENTED,
        "The file is larger than readers take");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    Body body = answer.body();
    boolean unread = body.incomplete() == Incomplete.TOO_LARGE;
    long announced = announced(answer);
    long size = Math.max(body.size(), announced);
    boolean android = serving.kind() == Kind.ASSETLINKS;
    if (!unread && (!android || !body.isComplete() || size <= ANDROID)) {
      return Optional.empty();
    }
    if (size <= (android ? ANDROID : APPLE)) {
      return Optional.of(
          trouble(
                  serving,
                  "the body is larger than the limit of this check, and was not read to its end",
                  "check again with a larger --max-filesize")
              .withSeen("more than " + body.size() + " bytes"));
    }
    String seen =
        announced >= body.size() && announced > 0
            ? (announced == Long.MAX_VALUE ? "more than 10^18" : announced) + " bytes announced"
            : (unread ? "more than " + (body.size() - 1) : body.size()) + " bytes";
    Finding finding =
        finding(
                serving,
                android
                    ? "the file has "
                        + seen
                        + ": Google's service refuses large files, Android's own agent "
                        + (announced > ANDROID
                            ? "an announced length of more than 1 MiB"
                            : "up to Android 11 more than 1 MiB")
                    : "the file has " + seen + ", and devices take no more than " + APPLE,
                "serve the association file itself, a few kilobytes long: look at what else is sent"
                    + " under its address")
            .withSeen(seen)
            .withExpected("at most " + (android ? ANDROID : APPLE) + " bytes");
    if (!android) {
      return Optional.of(finding);
    }
    Set<Reader> breaks = EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_LEGACY);
    if (announced > ANDROID) {
      breaks.add(Reader.ANDROID_12);
    }
    return Optional.of(
        finding.withBreaks(breaks).withUndecided(unread ? others(serving, breaks) : NONE));
  }

  /** What the server announced of the file itself, 0 where it did not. */
  private static long announced(Answered answer) {
    if (answer.headers().first("Content-Encoding").isPresent()
        || !LengthMismatch.isAboutLengths(answer)) {
      return 0;
    }
    String value = answer.headers().first("Content-Length").orElse("");
    if (!value.matches("[0-9]+")) {
      return 0;
    }
    return value.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(value);
  }
}
