package dev.wellknown.rule.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.CertificateProblem;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Malformed;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Seen;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that was not examined is fine, and what was examined is told once. */
class ServingRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Serving serving(Kind kind, Observation answer) {
    return Serving.of(kind, answer, NOW);
  }

  private static URI uri(Kind kind) {
    return URI.create("https://shop.example.com/" + kind.path());
  }

  private static Set<Reader> concerned(List<Finding> findings) {
    Set<Reader> readers = EnumSet.noneOf(Reader.class);
    findings.forEach(
        finding -> {
          readers.addAll(finding.breaks());
          readers.addAll(finding.undecided());
        });
    return readers;
  }

  private static Stream<Failure> failures(Reason reason) {
    return switch (reason) {
      case CERTIFICATE ->
          Stream.of(CertificateProblem.Kind.values())
              .flatMap(
                  kind ->
                      IntStream.of(0, 1, 7)
                          .mapToObj(at -> Failure.of(List.of(new CertificateProblem(kind, at)))));
      case MALFORMED -> Stream.of(Malformed.values()).map(Failure::of);
      case NOT_TLS -> Stream.of(Seen.values()).map(Failure::of);
      default ->
          Stream.of(Phase.values())
              .flatMap(
                  phase -> Stream.of(Failure.of(reason, phase), Failure.of(reason, phase, 42)));
    };
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void tellsEveryFailureOnceAndLeavesNoReaderPassing(Reason reason) {
    for (Kind kind : Kind.values()) {
      failures(reason)
          .forEach(
              failure -> {
                List<Finding> findings =
                    ServingRules.check(serving(kind, Unreachable.of(uri(kind), failure)));
                assertThat(findings).as("%s", failure).hasSize(1);
                assertThat(concerned(findings)).isEqualTo(kind.readers());
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void concludesNothingFromTroubleThatMayPass(Reason reason) {
    boolean open = reason.mayPass() || reason == Reason.ABANDONED;
    failures(reason)
        .forEach(
            failure -> {
              Finding finding =
                  ServingRules.check(serving(Kind.AASA, Unreachable.of(uri(Kind.AASA), failure)))
                      .get(0);
              assertThat(finding.mayPass()).as("%s", failure).isEqualTo(open);
              assertThat(finding.severity()).isEqualTo(open ? Severity.WARNING : Severity.ERROR);
            });
  }

  @Test
  void tellsEveryStatusOnceAndTakesOnly200() {
    for (Kind kind : Kind.values()) {
      for (int status = 100; status < 1000; status++) {
        if (status == 200) {
          continue;
        }
        Answered answer =
            Answered.of(uri(kind), status, Headers.of("Location", "/x"), Body.of(good(kind)));
        List<Finding> findings = ServingRules.check(serving(kind, answer));
        assertThat(findings).as("status %s", status).hasSize(1);
        assertThat(concerned(findings)).isEqualTo(kind.readers());
        assertThat(findings.get(0).mayPass())
            .as("status %s", status)
            .isEqualTo(status == 429 || (status >= 500 && status < 600));
        assertThat(serving(kind, answer).file()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Incomplete.class)
  void tellsEveryBodyThatIsNotWholeOnceAndJudgesNoneAsAFile(Incomplete incomplete) {
    byte[] half = "[{\"relation\": [".getBytes(StandardCharsets.UTF_8);
    List<Headers> heads =
        List.of(
            Headers.of("Content-Type", "application/json"),
            Headers.of("Content-Length", "400"),
            Headers.of("Content-Length", "4", "Content-Length", "5"),
            Headers.of("Content-Length", "4", "Transfer-Encoding", "chunked"),
            Headers.of("Transfer-Encoding", "zippy"),
            Headers.of("Content-Encoding", "br"),
            Headers.of("Content-Encoding", "\u001b"),
            Headers.NONE);
    for (Kind kind : Kind.values()) {
      for (Headers headers : heads) {
        for (byte[] bytes : List.of(half, new byte[0], new byte[200_000], new byte[1048577])) {
          Answered answer =
              Answered.of(uri(kind), 200, headers, new Body(bytes, bytes.length, incomplete));
          List<Finding> findings = ServingRules.check(serving(kind, answer));
          assertThat(findings).as("%s of %s bytes", headers, bytes.length).hasSize(1);
          assertThat(concerned(findings)).isEqualTo(kind.readers());
          assertThat(serving(kind, answer).file()).isEmpty();
        }
      }
    }
  }

  @Test
  void hasNothingToSayOfAGoodAnswer() {
    for (Kind kind : Kind.values()) {
      Answered answer =
          Answered.of(
              uri(kind),
              200,
              Headers.of("Content-Type", "application/json", "Content-Length", "2"),
              Body.of(good(kind)));
      assertThat(ServingRules.check(serving(kind, answer))).isEmpty();
      assertThat(serving(kind, answer).file()).contains(good(kind));
    }
  }

  @Test
  void handsOnEveryBodyThatNoRuleHasSpokenAbout() {
    List<String> bodies = new ArrayList<>();
    for (String start : List.of("", "\uFEFF", " \r\n\t")) {
      for (String text : List.of("", "[]", "{}", "<html>", "hello", "null", "\u0000", "0\u0080")) {
        bodies.add(start + text);
      }
    }
    for (String type : List.of("application/json", "text/html")) {
      for (String body : bodies) {
        Answered answer =
            Answered.of(
                uri(Kind.AASA),
                200,
                Headers.of("Content-Type", type),
                Body.of(body.getBytes(StandardCharsets.UTF_8)));
        Serving serving = serving(Kind.AASA, answer);
        boolean told =
            ServingRules.check(serving).stream().anyMatch(each -> !each.breaks().isEmpty());
        assertThat(serving.file().isPresent()).as("%s", body).isNotEqualTo(told);
      }
    }
  }

  @Test
  void readsNoHeaderAsOfAnyForm() {
    String hostile = "\u001b]0;x\u0007\u00ff\u0000;charset=\"\u202e,=,;;==" + "a".repeat(70_000);
    for (String name :
        List.of(
            "Location",
            "Content-Type",
            "Set-Cookie",
            "Cache-Control",
            "Retry-After",
            "WWW-Authenticate",
            "Content-Length",
            "Content-Encoding")) {
      for (int status : List.of(200, 301, 401, 404, 429)) {
        for (Kind kind : Kind.values()) {
          Answered answer =
              Answered.of(
                  uri(kind), status, Headers.of(name, hostile, name, ""), Body.of(good(kind)));
          for (Finding finding : ServingRules.check(serving(kind, answer))) {
            assertThat(finding.message()).hasSizeLessThan(1500).doesNotContain("\u001b");
          }
        }
      }
    }
  }

  private static byte[] good(Kind kind) {
    return (kind == Kind.AASA ? "{}" : "[]").getBytes(StandardCharsets.UTF_8);
  }
}
