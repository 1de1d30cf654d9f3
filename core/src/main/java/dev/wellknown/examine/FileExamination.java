package dev.wellknown.examine;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import dev.wellknown.json.Schema;
import dev.wellknown.rule.Rule;
import dev.wellknown.rule.RuleCatalog;
import dev.wellknown.rule.agreement.Agreement;
import dev.wellknown.rule.json.JsonRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One association file, judged by the file rules and the schema.
 *
 * @param findings in the order of the text
 */
public record FileExamination(AssociationFile file, List<Finding> findings) {

  /**
   * A file with more values is not judged: it would take seconds. In the longest file that any
   * reader takes, of 1 MiB, statements make half as many.
   */
  private static final int MOST_VALUES = 120_000;

  public FileExamination {
    findings = Findings.told(findings);
  }

  /** Judges a file by every rule and by its JSON Schema. */
  public static FileExamination of(AssociationFile file) {
    List<Finding> findings = ruled(file);
    if (file.document().values() <= MOST_VALUES) {
      file.document().value().ifPresent(value -> addShapes(file, value, findings));
    }
    return new FileExamination(file, findings);
  }

  /** Judges a file by every rule; does not load the schema library. */
  public static FileExamination byRules(AssociationFile file) {
    return new FileExamination(file, ruled(file));
  }

  private static List<Finding> ruled(AssociationFile file) {
    List<Finding> findings = new ArrayList<>();
    for (var rule : RuleCatalog.forDocuments()) {
      findings.addAll(rule.check(file.document()));
    }
    if (file.document().values() > MOST_VALUES) {
      findings.add(tooMany(file));
    } else if (file instanceof AssetLinks assetLinks) {
      run(RuleCatalog.forAssetLinks(), assetLinks, findings);
    } else if (file instanceof AppSiteAssociation aasa) {
      run(RuleCatalog.forAppSiteAssociation(), aasa, findings);
    }
    Set<Reader> readers = file.kind().readers();
    findings.replaceAll(finding -> finding.withBreaks(common(finding.breaks(), readers)));
    return findings;
  }

  /** What was not judged is not called good for anybody. */
  private static Finding tooMany(AssociationFile file) {
    return Finding.of(
            JsonRules.UNEXPECTED_SHAPE,
            file.document().at(Pointer.ROOT, Position.START),
            "the file has more than " + MOST_VALUES + " values, and what they say was not examined",
            "remove what no reader needs")
        .withSeverity(Severity.ERROR)
        .withBreaks(file.kind().readers());
  }

  /** The same file, judged by what a registration says as well. */
  public FileExamination comparedBy(Agreement agreement) {
    return with(compare(agreement));
  }

  /** The same file, with more to say about it. */
  FileExamination with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new FileExamination(file, all);
  }

  /** All differences between a registration and a file. */
  static List<Finding> compare(Agreement agreement) {
    List<Finding> differences = new ArrayList<>();
    run(RuleCatalog.forAgreement(), agreement, differences);
    return differences;
  }

  private static <S> void run(List<Rule<S>> rules, S subject, List<Finding> findings) {
    rules.forEach(rule -> findings.addAll(rule.check(subject)));
  }

  private static Set<Reader> common(Set<Reader> some, Set<Reader> others) {
    EnumSet<Reader> both = EnumSet.copyOf(others);
    both.retainAll(some);
    return both;
  }

  /** What the schema finds at a place that no rule has spoken about: a condition is told once. */
  private static void addShapes(AssociationFile file, JsonValue value, List<Finding> findings) {
    Set<String> claimed = new HashSet<>();
    for (Finding finding : findings) {
      String pointer = finding.location().pointer();
      if (pointer != null) {
        claimed.add(pointer);
      }
    }
    for (Schema.Violation violation : Schema.named(file.kind().schema()).violations(value)) {
      if (claimed.contains(violation.pointer().toString())
          || claimed.contains(violation.about().toString())) {
        continue;
      }
      Optional<JsonValue> at = file.document().nearest(violation.pointer());
      findings.add(
          Finding.of(
                  JsonRules.UNEXPECTED_SHAPE,
                  file.document().at(at.orElse(value)),
                  violation.message(),
                  violation.fix())
              .withSeen(violation.seen())
              .withExpected(violation.expected()));
    }
  }

  /** Per reader of this kind of file: whether something in it is broken for that reader. */
  public Map<Reader, Verdict> verdicts() {
    return Findings.verdicts(file.kind().readers(), findings);
  }
}
