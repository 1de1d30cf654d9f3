package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import dev.wellknown.rule.agreement.AgreementRules;
import dev.wellknown.rule.agreement.FileComparison;
import dev.wellknown.rule.serving.CopyAge;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Apple's CDN hands out, beside what the host serves. That it had not seen the file yet is
 * lag, and says nothing about the next time; that the host refused its crawler is something that
 * cannot be refuted by looking from here, so that reader is not called good.
 */
final class AppleCopy {

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** Seen once, of a host whose name does not resolve. */
  private static final int NOT_ALLOWED = 405;

  private static final String LATER = "Apple asks again within a day";

  private AppleCopy() {}

  static List<Finding> judge(Serving file, Observation seen) {
    Serving copy = Serving.of(Kind.AASA, seen, file.now());
    if (copy.file().isPresent() && isObject(copy)) {
      return differs(file, copy, (Answered) seen).stream().toList();
    }
    if (seen instanceof Answered answer) {
      Optional<AppleFailure> failure = AppleFailure.of(answer);
      if (failure.isPresent()) {
        return List.of(
            failure.get().isAbsence() && file.file().isPresent()
                ? missing(answer, failure.get().words())
                : failed(file, answer, failure.get().words(), failure.get().fix()));
      }
      if (answer.status() == NOT_FOUND || answer.status() == GONE) {
        return file.file().isPresent() ? List.of(missing(answer, "it gives no reason")) : List.of();
      }
      if (answer.status() == NOT_ALLOWED) {
        String words = "it gives no reason; this status was seen where a name does not resolve";
        return List.of(
            failed(file, answer, words, "see whether the host's name resolves everywhere"));
      }
    }
    return List.of(Copies.notExamined(Service.APPLE_CDN, copy));
  }

  private static Finding missing(Answered answer, String why) {
    return of(
            ServingRules.APPLE_COPY_MISSING,
            answer,
            "Apple's CDN answers "
                + answer.status()
                + " and has no copy of the file that the host serves; "
                + why
                + AppleFailure.details(answer)
                + CopyAge.of(answer).words(),
            "wait: "
                + LATER
                + ", and its copy cannot be thrown away by hand; devices"
                + " that install the app before find no file")
        .withSeen("status " + answer.status())
        .withExpected("the host's file");
  }

  private static Finding failed(Serving file, Answered answer, String why, String fix) {
    boolean served = file.file().isPresent();
    Finding finding =
        of(
                ServingRules.APPLE_COPY_FAILED,
                answer,
                "Apple's CDN answers "
                    + answer.status()
                    + " and has no file; "
                    + why
                    + AppleFailure.details(answer)
                    + CopyAge.of(answer).words()
                    + (served ? "" : ". From here the host gives no file either"),
                served ? fix : "mend what is told of the host's own answers; " + LATER)
            .withSeen("status " + answer.status())
            .withExpected("the host's file");
    return served ? finding : finding.withSeverity(Severity.NOTE).withBreaks(Set.of());
  }

  private static Optional<Finding> differs(Serving file, Serving copy, Answered answer) {
    AssociationFile handedOut = read(copy);
    if (file.file().isEmpty()) {
      return isDenied(file)
          ? Optional.of(
              lag(answer, "still hands out a file, and the host serves none", "a file", "none"))
          : Optional.empty();
    }
    List<String> differences = FileComparison.differences(read(file), handedOut);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lag(
                answer,
                "hands out another file than the host: it " + FileComparison.words(differences),
                String.join(", ", differences),
                "the host's file"));
  }

  /** Whether the host itself answered, and gave no file. */
  private static boolean isDenied(Serving file) {
    return file.answer() instanceof Answered
        && ServingRules.check(file).stream().noneMatch(Finding::mayPass);
  }

  private static Finding lag(Answered answer, String what, String seen, String expected) {
    return of(
            AgreementRules.APPLE_COPY_DIFFERS,
            answer,
            "Apple's CDN " + what + CopyAge.of(answer).words(),
            "wait: "
                + LATER
                + ", devices that have the app about a week later; if it"
                + " stays, see what AASA-Bot/1.0.0 is given")
        .withSeen(seen)
        .withExpected(expected);
  }

  private static boolean isObject(Serving copy) {
    return read(copy).document().value().orElse(null) instanceof JsonObject;
  }

  private static AssociationFile read(Serving serving) {
    return AssociationFile.read(
        Kind.AASA, serving.file().orElseThrow(), serving.answer().uri().toString());
  }

  private static Finding of(RuleInfo rule, Answered answer, String message, String fix) {
    return Finding.of(rule, Location.of(answer.uri().toString()), message, fix);
  }
}
