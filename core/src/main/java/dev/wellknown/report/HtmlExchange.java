package dev.wellknown.report;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Attempt;
import dev.wellknown.fetch.CertificateProblem;
import dev.wellknown.fetch.Connection;
import dev.wellknown.fetch.Header;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.fetch.Timings;
import dev.wellknown.fetch.Tls;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Printable;
import dev.wellknown.rule.serving.ShownHeader;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was seen when a file was asked for. Every text is safe to print.
 *
 * @param facts names and values of what is known of the way
 * @param headers names and values in the order in which they came
 * @param headersLeft how many more there are
 * @param bars how long the steps took
 * @param chain the certificates, the server's own first
 */
record HtmlExchange(
    List<Fact> facts, List<Fact> headers, int headersLeft, List<Bar> bars, List<Link> chain) {

  private static final int MOST_HEADERS = 60;
  private static final int MOST_NAMES = 12;
  private static final int MOST_CERTIFICATES = 10;

  /** A name and a value. */
  record Fact(String name, String value) {}

  /** A certificate of the chain. */
  record Link(String subject, List<Fact> facts) {}

  /**
   * A step on a line that is 1000 units long.
   *
   * @param from where it begins
   * @param width never nothing
   */
  record Bar(String name, String id, String took, int from, int width) {}

  static HtmlExchange of(Observation seen) {
    List<Header> headers = seen instanceof Answered answer ? answer.headers().all() : List.of();
    Tls tls = seen.connection().tls();
    return new HtmlExchange(
        facts(seen),
        headers.stream()
            .limit(MOST_HEADERS)
            .map(each -> fact(each.name(), ShownHeader.value(each)))
            .toList(),
        Math.max(0, headers.size() - MOST_HEADERS),
        bars(seen),
        tls == null
            ? List.of()
            : tls.chain().stream().limit(MOST_CERTIFICATES).map(each -> link(each)).toList());
  }

  private static Fact fact(String name, String value) {
    return new Fact(HtmlText.safe(name), HtmlText.safe(value));
  }

  private static List<Fact> facts(Observation seen) {
    List<Fact> facts = new ArrayList<>();
    if (seen instanceof Answered answer) {
      facts.add(fact("Answer", (answer.version() + " " + answer.status() + " " + answer.reason())));
      if (answer.body().incomplete() != null) {
        facts.add(fact("Body", "not whole: " + HtmlText.word(answer.body().incomplete())));
      }
    } else if (seen instanceof Unreachable trouble) {
      facts.add(
          fact(
              "No answer",
              HtmlText.word(trouble.failure().reason())
                  + ", at the step "
                  + HtmlText.word(trouble.failure().phase())));
      for (CertificateProblem problem : trouble.failure().problems()) {
        facts.add(fact("Certificate " + (problem.position() + 1), HtmlText.word(problem.kind())));
      }
    }
    way(seen.connection(), facts);
    if (seen.attempts().size() > 1) {
      facts.add(
          fact(
              "Attempts",
              seen.attempts().stream().map(HtmlExchange::words).collect(Collectors.joining("; "))));
    }
    return facts;
  }

  private static void way(Connection connection, List<Fact> facts) {
    InetAddress address = connection.address();
    if (address != null) {
      String mapped = connection.mapped() ? ", by --connect-to" : "";
      facts.add(fact("Address", address.getHostAddress() + mapped));
    }
    if (connection.proxied()) {
      facts.add(fact("Proxy", "between us and the host; its address is not seen"));
    }
    if (connection.resolved().size() > 1) {
      facts.add(
          fact(
              "All addresses",
              connection.resolved().stream()
                  .map(InetAddress::getHostAddress)
                  .collect(Collectors.joining(", "))));
    }
    Tls tls = connection.tls();
    if (tls != null && tls.protocol() != null) {
      facts.add(fact("TLS", tls.protocol() + (tls.cipher() == null ? "" : ", " + tls.cipher())));
    }
  }

  private static String words(Attempt attempt) {
    String end =
        attempt.failure() == null
            ? "status " + attempt.status()
            : HtmlText.word(attempt.failure().reason());
    return end + " after " + millis(attempt.took());
  }

  private static Link link(ServerCertificate certificate) {
    List<Fact> facts = new ArrayList<>();
    if (!certificate.names().isEmpty()) {
      int more = certificate.names().size() - MOST_NAMES;
      facts.add(
          new Fact(
              "Names",
              certificate.names().stream()
                      .limit(MOST_NAMES)
                      .map(HtmlText::safe)
                      .collect(Collectors.joining(", "))
                  + (more > 0 ? " and " + more + " more" : "")));
    }
    facts.add(fact("Issuer", certificate.issuer()));
    facts.add(
        fact(
            "Valid",
            HtmlText.time(certificate.notBefore())
                + " to "
                + HtmlText.time(certificate.notAfter())));
    facts.add(
        fact(
            "Key",
            certificate.keyAlgorithm()
                + (certificate.keyBits() > 0 ? " " + certificate.keyBits() + " bits" : "")
                + ", signed with "
                + certificate.signatureAlgorithm()));
    facts.add(fact("SHA-256", certificate.sha256()));
    return new Link(HtmlText.safe(certificate.subject()), facts);
  }

  /** The steps of the last attempt, one after the other; none where nothing was measured. */
  private static List<Bar> bars(Observation seen) {
    Timings timings = seen.timings();
    record Step(String name, String id, @Nullable Duration took) {}
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("name", "name", timings.name()));
    steps.add(new Step("connect", "connect", timings.connect()));
    steps.add(new Step("TLS", "tls", timings.tls()));
    steps.add(new Step("first byte", "first", timings.firstByte()));
    Duration known =
        steps.stream()
            .map(Step::took)
            .filter(Objects::nonNull)
            .reduce(Duration.ZERO, Duration::plus);
    List<Attempt> attempts = seen.attempts();
    Duration rest = attempts.get(attempts.size() - 1).took().minus(known);
    if (seen instanceof Answered && timings.firstByte() != null && !rest.isNegative()) {
      steps.add(new Step("body", "body", rest));
      known = known.plus(rest);
    }
    List<Bar> bars = new ArrayList<>();
    double whole = Math.max(1, known.toNanos());
    double from = 0;
    for (Step step : steps) {
      if (step.took() != null && !known.isZero()) {
        double width = 1000 * step.took().toNanos() / whole;
        bars.add(
            new Bar(
                step.name(),
                step.id(),
                millis(step.took()),
                (int) Math.min(996, from),
                (int) Math.max(4, width)));
        from += width;
      }
    }
    return bars;
  }

  private static String millis(Duration took) {
    double millis = took.toNanos() / 1e6;
    return Printable.escape(
        String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis));
  }
}
