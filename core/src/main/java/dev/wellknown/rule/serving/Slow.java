package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Attempt;
import dev.wellknown.fetch.Timings;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Android's own agent waits 5 s for the connection and 5 s for the answer (UrlFetcher in its
 * sources). People see Apple's crawler give up after about as long (SWCERR00301); what its limit
 * is, nobody has said.
 */
final class Slow extends FileAnswerRule {

  private static final Duration LONG = Duration.ofSeconds(3);
  private static final Duration TOO_LONG = Duration.ofSeconds(5);

  Slow() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "The server takes seconds to answer");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    if (content != ServedContent.FILE) {
      return Optional.empty();
    }
    Timings timings = answer.timings();
    boolean oneAddress = answer.connection().resolved().size() < 2;
    boolean connect = oneAddress && isOver(timings.connect(), TOO_LONG);
    boolean tooLong = connect || isOver(timings.firstByte(), TOO_LONG);
    Attempt last = answer.attempts().get(answer.attempts().size() - 1);
    if (!tooLong && !isOver(last.took(), LONG)) {
      return Optional.empty();
    }
    boolean android = serving.kind() == Kind.ASSETLINKS;
    Finding finding =
        finding(
                serving,
                "the file took "
                    + Shown.time(last.took())
                    + parts(timings)
                    + (tooLong && android
                        ? ": Google's service and Android's own agent give up after 5 s"
                        : ": readers may give up after 5 s"),
                "serve the file from disk or a cache, so that no application has to wake up for it")
            .withSeen(Shown.time(last.took()))
            .withExpected("less than a second or two");
    if (tooLong) {
      return Optional.of(
          android
              ? finding
              : finding.withSeverity(Severity.WARNING).withEvidence(Evidence.OBSERVED));
    }
    return Optional.of(finding.withSeverity(Severity.NOTE).withBreaks(NONE));
  }

  private static String parts(Timings timings) {
    StringBuilder parts = new StringBuilder();
    add(parts, "name", timings.name());
    add(parts, "connection", timings.connect());
    add(parts, "TLS", timings.tls());
    add(parts, "first byte", timings.firstByte());
    return parts.length() == 0 ? "" : " (" + parts + ")";
  }

  private static void add(StringBuilder parts, String name, @Nullable Duration time) {
    if (time != null) {
      parts
          .append(parts.length() == 0 ? "" : ", ")
          .append(name)
          .append(' ')
          .append(Shown.time(time));
    }
  }

  private static boolean isOver(@Nullable Duration time, Duration limit) {
    return time != null && time.compareTo(limit) > 0;
  }
}
