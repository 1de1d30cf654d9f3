package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.AgreementRules;
import dev.wellknown.rule.agreement.FileComparison;
import dev.wellknown.rule.serving.CopyAge;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Google's service answers about a host, beside what it would answer of what the host serves
 * now: the statements, and the errors that it met.
 */
final class GoogleCopy {

  /** These may stand beside the statements of a list that was read all the same. */
  private static final Set<ErrorCode> BESIDE_STATEMENTS =
      EnumSet.of(
          ErrorCode.MALFORMED_CONTENT,
          ErrorCode.SECURE_ASSET_INCLUDES_INSECURE,
          ErrorCode.FETCH_BUDGET_EXHAUSTED);

  private final Statements own;
  private final GoogleAnswer answer;
  private final Location location;
  private final String age;

  private GoogleCopy(Statements own, GoogleAnswer answer, URI uri) {
    this.own = own;
    this.answer = answer;
    this.location = Location.of(uri.toString());
    this.age = answer.maxAge().map(CopyAge::holdingFor).map(CopyAge::words).orElse("");
  }

  static List<Finding> judge(Serving file, Observation seen, Function<URI, Observation> get) {
    // Of an answer in JSON only the content counts; that it is whole, the rules about serving say.
    Serving copy = Serving.of(Kind.ASSETLINKS, seen, file.now());
    Optional<GoogleAnswer> read = copy.file().flatMap(GoogleAnswer::read);
    if (read.isEmpty() || read.get().codes().contains(ErrorCode.INVALID_QUERY.name())) {
      return List.of(Copies.notExamined(Service.GOOGLE_API, copy));
    }
    StatementQuery query;
    try {
      query =
          StatementQuery.of(
              "https://" + file.answer().uri().getHost(), Optional.empty(), Optional.empty());
    } catch (IllegalArgumentException e) {
      // A host that cannot be asked about has been told already.
      return List.of();
    }
    Statements own =
        Statements.ask(query, uri -> uri.equals(query.uri()) ? file.answer() : get.apply(uri));
    GoogleCopy comparison = new GoogleCopy(own, read.get(), seen.uri());
    List<Finding> findings = new ArrayList<>();
    read.get().codes().forEach(code -> findings.add(comparison.failed(code)));
    // What is missing because of an error has been told with the error.
    if (findings.stream().allMatch(each -> each.severity() == Severity.NOTE)
        && file.answer() instanceof Answered
        && !own.undetermined()) {
      comparison.differs(file).ifPresent(findings::add);
    }
    return findings;
  }

  private Finding failed(String text) {
    Optional<ErrorCode> code =
        Arrays.stream(ErrorCode.values()).filter(each -> each.name().equals(text)).findFirst();
    boolean seenHere = code.filter(own.errorCodes()::contains).isPresent();
    Finding finding =
        Finding.of(
                ServingRules.GOOGLE_COPY_FAILED,
                location,
                "Google's service reports "
                    + quote(text)
                    + ": "
                    + code.map(GoogleCopy::words).orElse("a code of which nothing is known")
                    + (seenHere
                        ? "; what was seen from here says the same"
                        : "; nothing of the kind was seen from here")
                    + age,
                seenHere
                    ? "mend what is told of the host's own answers; Google asks again by itself"
                    : "wait until Google asks again; if it stays, let Google's servers have the file"
                        + " from every address and country, as GoogleAssociationService and with the"
                        + " host's name written with a final dot")
            .withSeen(text)
            .withExpected("no error");
    boolean loses = code.filter(each -> !BESIDE_STATEMENTS.contains(each)).isPresent();
    if (seenHere) {
      return finding.withSeverity(Severity.NOTE).withBreaks(Set.of());
    }
    return loses && answer.statements().isEmpty() ? finding : finding.withBreaks(Set.of());
  }

  private static String words(ErrorCode code) {
    return switch (code) {
      case INVALID_QUERY -> "it does not take the question";
      case FETCH_ERROR -> "it could not get the file, or one that the file includes";
      case FAILED_SSL_VALIDATION -> "it does not accept the server's certificate";
      case REDIRECT -> "the server led it elsewhere, and it does not follow";
      case TOO_LARGE -> "the file is larger than it reads";
      case MALFORMED_HTTP_RESPONSE -> "what it got is no HTTP answer";
      case WRONG_CONTENT_TYPE -> "the Content-Type that it got is not application/json";
      case MALFORMED_CONTENT -> "the file, or a statement of it, is not well formed";
      case SECURE_ASSET_INCLUDES_INSECURE -> "the file includes a list that is not https";
      case FETCH_BUDGET_EXHAUSTED -> "the file includes too many lists, or lists in a circle";
    };
  }

  private Optional<Finding> differs(Serving file) {
    List<String> differences = new ArrayList<>();
    boolean all = !own.errorCodes().contains(ErrorCode.TOO_LARGE);
    Set<Statement> ours = Set.copyOf(own.statements());
    for (Statement each : own.statements()) {
      if (!answer.statements().contains(each)) {
        differences.add("it lacks " + words(each));
      }
    }
    for (Statement each : answer.statements()) {
      if (all && !ours.contains(each)) {
        differences.add("it still has " + words(each));
      }
    }
    file.file()
        .map(bytes -> AssociationFile.read(Kind.ASSETLINKS, bytes, location.uri()))
        .map(list -> FileComparison.otherLinks((AssetLinks) list, answer.links()))
        .ifPresent(
            others ->
                others.forEach(
                    name -> differences.add("it opens other links in app " + quote(name))));
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    AgreementRules.GOOGLE_COPY_DIFFERS,
                    location,
                    "Google's service answers other statements than the host's file makes: "
                        + FileComparison.words(differences)
                        + age,
                    "wait until Google asks again; if it stays, see whether every server of the host"
                        + " has the new file")
                .withSeen(String.join(", ", differences))
                .withExpected("the statements of the host's file"));
  }

  private static String words(Statement statement) {
    return quote(statement.relation()) + " for " + quote(statement.target().toString());
  }
}
