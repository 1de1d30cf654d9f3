package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Generated;
import dev.wellknown.association.Generator;
import dev.wellknown.association.Publication;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.declaration.RegistrationFile;
import dev.wellknown.registration.declaration.RegistrationRules;
import dev.wellknown.rule.RuleCatalog;
import dev.wellknown.rule.agreement.Registered;
import dev.wellknown.rule.signin.Plan;
import dev.wellknown.rule.signin.SignInRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registration, judged: by itself, and by the files that follow from it.
 *
 * @param document its text
 * @param registration what it means; empty where it has errors
 * @param publications the files that follow; none where an error stands
 * @param findings everything that there is to say, in the order of the text, as the rules have it
 * @param severities how much the rules count in this registration
 */
public record RegistrationExamination(
    Document document,
    Optional<Registration> registration,
    List<Publication> publications,
    List<Finding> findings,
    Severities severities) {

  /** More than are told; every rule's id is held against each of them. */
  private static final int MOST_UNKNOWN_RULES = 200;

  public RegistrationExamination {
    publications = List.copyOf(publications);
    findings = Findings.told(findings).stream().map(RegistrationFile::masked).toList();
  }

  /**
   * Reads and judges a registration.
   *
   * @param origin the path as given
   * @param compact whether the files are to have no white space, whatever the registration says
   * @throws UnusableInputException where the text is no registration at all
   */
  public static RegistrationExamination of(byte[] bytes, String origin, boolean compact)
      throws UnusableInputException {
    return of(bytes, origin, compact, Set.of());
  }

  /**
   * Reads and judges a registration.
   *
   * @param origin the path as given
   * @param compact whether the files are to have no white space, whatever the registration says
   * @param ignore rules that are off, whatever the registration says
   * @throws UnusableInputException where the text is no registration at all
   */
  public static RegistrationExamination of(
      byte[] bytes, String origin, boolean compact, Set<String> ignore)
      throws UnusableInputException {
    RegistrationFile file = RegistrationFile.read(bytes, origin);
    refuseOtherThings(file.document());
    List<Finding> findings = new ArrayList<>(file.findings());
    findings.addAll(unreadable(file.document()));
    findings.addAll(unknownRules(file));
    Severities severities = severities(file).ignoring(ignore);
    if (file.registration().isEmpty()) {
      return new RegistrationExamination(
          file.document(), Optional.empty(), List.of(), findings, severities);
    }
    Registration registration = file.registration().get();
    Generated generated = Generator.generate(registration, compact);
    findings.addAll(generated.findings());
    for (Publication publication : generated.publications()) {
      findings.addAll(announced(registration, publication));
    }
    findings.addAll(SignInRules.check(Plan.of(registration, generated.publications())));
    boolean refused =
        severities.apply(findings).stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return new RegistrationExamination(
        file.document(),
        file.registration(),
        refused ? List.of() : generated.publications(),
        findings,
        severities);
  }

  /** The findings as they count. An error that leaves nothing to make files from stays one. */
  List<Finding> told(Severities counting) {
    List<Finding> told = counting.apply(findings);
    return registration.isEmpty() && told.stream().noneMatch(Findings::isError) ? findings : told;
  }

  /**
   * What files are compared with; empty where an error stands, for that would be a guess. How the
   * app means to sign in leaves no doubt about what the files are to say.
   */
  public Optional<Registered> registered() {
    boolean broken =
        severities.apply(findings).stream()
            .filter(finding -> !finding.rule().group().equals("signin"))
            .anyMatch(Findings::isError);
    return broken ? Optional.empty() : registration.map(Registered::of);
  }

  private static void refuseOtherThings(Document document) throws UnusableInputException {
    Optional<JsonValue> value = document.value();
    boolean empty =
        document.defects().stream().anyMatch(defect -> defect.kind() == Defect.Kind.EMPTY);
    if (empty || (value.isPresent() && !(value.get() instanceof JsonObject))) {
      throw new UnusableInputException(
          document.origin()
              + " is no registration: it holds "
              + value.map(JsonValue::inWords).orElse("nothing")
              + " where keys and values are expected, beginning with \"format: wellknown/1\"");
    }
  }

  /** What breaks any document breaks a registration, and its values would be a guess. */
  private static List<Finding> unreadable(Document document) {
    return RuleCatalog.forDocuments().stream()
        .flatMap(rule -> rule.check(document).stream())
        .map(
            finding ->
                finding
                    .withStage(Stage.REGISTRATION)
                    .withBreaks(Set.of())
                    .withSeverity(Severity.ERROR))
        .toList();
  }

  private static List<Finding> unknownRules(RegistrationFile file) {
    List<Finding> findings = new ArrayList<>();
    JsonObject root = file.document().value().map(JsonValue::asObject).orElse(null);
    JsonObject rules = root == null ? null : root.object("rules");
    if (rules == null) {
      return findings;
    }
    for (JsonObject.Member member : rules.members()) {
      String id = member.name();
      if (findings.size() == MOST_UNKNOWN_RULES) {
        break;
      }
      if (file.severities().containsKey(id) && RuleCatalog.find(id).isEmpty()) {
        findings.add(
            Finding.of(
                    RegistrationRules.UNKNOWN_RULE,
                    file.document().at(rules, member),
                    "no rule has the id " + Printable.quote(id),
                    RuleCatalog.nearest(id)
                        .map(near -> "write " + Printable.quote(near))
                        .orElse("\"wellknown rules\" lists all ids"))
                .withSeen(id));
      }
    }
    return findings;
  }

  private static Severities severities(RegistrationFile file) {
    Map<String, String> words = new HashMap<>();
    file.severities()
        .forEach(
            (id, value) -> {
              String word = value.asText();
              if (word != null) {
                words.put(id, word);
              }
            });
    return Severities.of(words);
  }

  /** What the file rules say of a file that follows, at the line from which it follows. */
  private static List<Finding> announced(Registration registration, Publication publication) {
    String name = publication.kind().fileName();
    AssociationFile file =
        AssociationFile.read(publication.kind(), publication.bytes(), publication.kind().path());
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : FileExamination.byRules(file).findings()) {
      // Sizes have been told already, by the limits of this registration.
      if (finding.severity() != Severity.NOTE && !finding.rule().id().equals("aasa/too-large")) {
        String pointer = finding.location().pointer();
        Location declaredAt = registration.at(publication.origin(pointer == null ? "" : pointer));
        findings.add(finding.withMessage(name + ": " + finding.message()).withLocation(declaredAt));
      }
    }
    return findings;
  }
}
