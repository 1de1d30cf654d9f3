package dev.wellknown.rule.agreement;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import dev.wellknown.registration.Purpose;
import dev.wellknown.rule.Rule;
import dev.wellknown.rule.assetlinks.Audience;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule about a difference between registration and file. What the registration wants and the file
 * lacks breaks something; what the file has beyond it works, and nobody declared it.
 */
abstract class AgreementRule extends Rule<Agreement> {

  /** The readers of both files; a finding names those of its own. */
  static final Set<Reader> ALL = Collections.unmodifiableSet(EnumSet.allOf(Reader.class));

  static final Set<Reader> ANDROID = Reader.of(Platform.ANDROID);

  /** The readers that decide about single links; others associate whole hosts. */
  static final Set<Reader> OF_LINKS =
      Collections.unmodifiableSet(
          EnumSet.of(Reader.APPLE_CDN, Reader.APPLE_DIRECT, Reader.GOOGLE_API, Reader.ANDROID_12));

  static final Set<Reader> NONE = Set.of();

  /** The way out that mends everything at once. */
  static final String PUBLISH = "publish the generated file (\"wellknown generate\" makes it), or ";

  AgreementRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super("agreement", severity, breaks, evidence, summary);
  }

  /** The readers that miss something which is granted for these services or relations. */
  static Set<Reader> readers(Agreement agreement, Collection<String> purposes) {
    if (agreement.kind() == Kind.AASA) {
      return Kind.AASA.readers();
    }
    EnumSet<Reader> readers = EnumSet.noneOf(Reader.class);
    purposes.forEach(relation -> readers.addAll(Audience.ofApp(relation)));
    return readers;
  }

  /** The readers that decide about single links of this kind of file. */
  static Set<Reader> readersOfLinks(Agreement agreement) {
    EnumSet<Reader> readers = EnumSet.copyOf(OF_LINKS);
    readers.retainAll(agreement.kind().readers());
    return readers;
  }

  /**
   * A finding about something that stands nowhere in the file. An include may lead to it; Chromium
   * follows none (digital_asset_links_handler.cc).
   *
   * @param what tells whether a list says it
   * @return empty where every reader that wants it finds it in an included list
   */
  static Optional<Finding> unlessIncluded(
      Agreement agreement, Finding finding, Predicate<NamedApps> what) {
    List<JsonObject> includes = agreement.given().includes();
    if (includes.isEmpty()) {
      return Optional.of(finding);
    }
    EnumSet<Reader> missing = EnumSet.noneOf(Reader.class);
    missing.addAll(finding.breaks());
    if (missing.removeAll(agreement.included().thatFind(what))) {
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(
              finding
                  .withMessage(
                      finding.message()
                          + " itself; an included list has it, which not every reader reads")
                  .withSeverity(Severity.WARNING)
                  .withBreaks(missing));
    }
    if (agreement.included().isWhole()) {
      return Optional.of(
          finding.withMessage(finding.message() + ", nor in a list that it includes"));
    }
    boolean chrome = missing.remove(Reader.CHROME);
    int line = includes.get(0).position().line();
    return Optional.of(
        finding
            .withMessage(
                finding.message() + "; the list that line " + line + " includes was not examined")
            .withSeverity(Severity.WARNING)
            .withBreaks(chrome ? EnumSet.of(Reader.CHROME) : NONE)
            .withUndecided(missing));
  }

  /** The purpose that leads to a service or relation; empty where none does. */
  static Optional<Purpose> purpose(String serviceOrRelation) {
    return Arrays.stream(Purpose.values())
        .filter(
            purpose ->
                purpose.service().equals(serviceOrRelation)
                    || purpose.relation().filter(serviceOrRelation::equals).isPresent())
        .findFirst();
  }
}
