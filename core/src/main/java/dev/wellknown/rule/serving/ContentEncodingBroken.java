package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Oddity;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A reader decodes what it asked for. Android's own agent asks for gzip (that is what its HTTP
 * library does by itself), and so does Go, in whose words Apple's crawler speaks; only Apple's
 * devices and Chromium ask for more.
 */
final class ContentEncodingBroken extends FileAnswerRule {

  private static final Set<String> OF_BROWSERS = Set.of("br", "deflate", "zstd");
  private static final Set<Reader> BROWSERS = EnumSet.of(Reader.APPLE_DIRECT, Reader.CHROME);

  ContentEncodingBroken() {
    super(
        Severity.ERROR,
        ALL,
        Evidence.DERIVED,
        "The file is compressed in a way that readers cannot undo");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    String encoding =
        String.join(", ", answer.headers().values("Content-Encoding")).toLowerCase(Locale.ROOT);
    Incomplete cut = answer.body().incomplete();
    if (cut == Incomplete.ENCODING_BROKEN) {
      return Optional.of(
          finding(
                  serving,
                  "the body cannot be decompressed: the "
                      + Printable.quote(encoding)
                      + " data is broken, or ends early",
                  "send the file as it is; where it is compressed once and stored, compress it anew")
              .withSeen("Content-Encoding: " + encoding));
    }
    if (cut == Incomplete.ENCODING_UNKNOWN) {
      return Optional.of(unknown(serving, encoding));
    }
    if (content == ServedContent.COMPRESSED) {
      return Optional.of(
          finding(
                  serving,
                  "the body is gzip data, and no Content-Encoding says so",
                  "send the file as it is, or \"Content-Encoding: gzip\" with it")
              .withSeen("gzip data")
              .withExpected("the file, or a Content-Encoding"));
    }
    boolean several = answer.oddities().contains(Oddity.GZIP_SEVERAL_MEMBERS);
    if (several || answer.oddities().contains(Oddity.GZIP_GARBAGE_BEHIND)) {
      return Optional.of(
          finding(
                  serving,
                  several
                      ? "the gzip data consists of several parts, of which some readers take the first"
                          + " only"
                      : "something stands behind the end of the gzip data",
                  "send the file as it is; it is small enough")
              .withSeverity(Severity.WARNING)
              .withBreaks(NONE));
    }
    return Optional.empty();
  }

  private Finding unknown(Serving serving, String encoding) {
    Finding finding =
        finding(
                serving,
                "the body is encoded as " + Printable.quote(encoding) + ", which was not asked for",
                "send the file as it is, or with gzip where the request has \"Accept-Encoding:"
                    + " gzip\"")
            .withSeen("Content-Encoding: " + encoding)
            .withExpected("no Content-Encoding, or gzip");
    if (!OF_BROWSERS.contains(encoding.strip())) {
      return finding;
    }
    return finding.withBreaks(others(serving, BROWSERS)).withUndecided(readers(serving, BROWSERS));
  }
}
