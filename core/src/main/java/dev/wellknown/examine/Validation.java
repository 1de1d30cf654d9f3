package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import dev.wellknown.rule.agreement.Agreement;
import dev.wellknown.rule.agreement.Registered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Validates local files.
 *
 * @param paths files, directories, or {@code -}, as given
 * @param kind the kind of all paths; empty where each tells its own
 * @param registration a registration whose {@code rules} hold for all, which is a target itself,
 *     and with which association files are compared
 * @param ignore rules that are off
 */
public record Validation(
    List<String> paths,
    Optional<InputKind> kind,
    Optional<String> registration,
    Set<String> ignore) {

  public Validation {
    paths = List.copyOf(paths);
    ignore = Set.copyOf(ignore);
  }

  /**
   * What the registration that was given means for the files.
   *
   * @param registered what they are compared with
   * @param links what it expects of links
   * @param obstacle why they cannot be compared; empty where they are, or where nobody asked
   */
  private record Beside(
      Severities severities,
      Optional<Registered> registered,
      Optional<RegisteredLinks> links,
      Optional<String> obstacle) {}

  /** Whether the rule of an id is held against files; what they hold may still hinder it. */
  public boolean holds(String rule) {
    return !ignore.contains(rule) && (registration.isPresent() || !rule.startsWith("agreement/"));
  }

  /** Examines everything that was asked for, and says what could not be examined. */
  public Report run(Inputs inputs) {
    List<TargetReport> targets = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    Beside beside = beside(inputs, targets, unusable);
    for (String path : paths) {
      try {
        targets.add(target(path, beside, inputs));
      } catch (UnusableInputException e) {
        unusable.add(e.getMessage());
      }
    }
    return new Report("validate", true, List.of(), targets, unusable);
  }

  /**
   * Examines the bytes of one association file.
   *
   * @param name by which findings call it
   */
  public static TargetReport of(Kind kind, byte[] bytes, String name) {
    FileExamination examined = read(kind, bytes, name);
    Map<Reader, Verdict> verdicts = examined.verdicts();
    return new TargetReport(
        name,
        verdicts,
        List.of(FileFacts.of(InputKind.valueOf(kind.name()), examined.file().document())),
        Reported.all(examined.findings(), UnaryOperator.identity()),
        List.of(),
        HeldRules.NONE.content(kind).under(Severities.UNCHANGED),
        Optional.empty());
  }

  private Beside beside(Inputs inputs, List<TargetReport> targets, List<String> unusable) {
    Severities unchanged = Severities.UNCHANGED.ignoring(ignore);
    if (registration.isEmpty()) {
      return new Beside(unchanged, Optional.empty(), Optional.empty(), Optional.empty());
    }
    String path = registration.get();
    try {
      RegistrationExamination examination =
          RegistrationExamination.of(inputs.read(path), path, false, ignore);
      Optional<RegisteredLinks> links = RegisteredLinks.of(examination, inputs);
      targets.add(
          target(path, examination, examination.severities(), links, paths.isEmpty(), inputs));
      Optional<Registered> registered = examination.registered();
      return new Beside(
          examination.severities(),
          registered,
          links,
          registered.isPresent() ? Optional.empty() : Optional.of("the registration has errors"));
    } catch (UnusableInputException e) {
      unusable.add(e.getMessage());
      return new Beside(
          unchanged,
          Optional.empty(),
          Optional.empty(),
          Optional.of("the registration cannot be used"));
    }
  }

  private TargetReport target(String path, Beside beside, Inputs inputs)
      throws UnusableInputException {
    if (!path.equals(Inputs.STANDARD_INPUT) && Files.isDirectory(inputs.resolve(path))) {
      return directory(path, beside, inputs);
    }
    byte[] bytes = inputs.read(path);
    InputKind found = kind.or(() -> InputKind.of(path, bytes)).orElse(null);
    if (found == null) {
      throw new UnusableInputException(
          path
              + " is neither named nor written like an association file or a registration;"
              + " say what it is with --kind assetlinks|aasa|registration");
    }
    if (found == InputKind.REGISTRATION) {
      RegistrationExamination examination = RegistrationExamination.of(bytes, path, false);
      Severities own = examination.severities().ignoring(ignore);
      return target(path, examination, own, RegisteredLinks.of(examination, inputs), true, inputs);
    }
    Kind association = found.association().orElseThrow();
    return target(path, List.of(read(association, bytes, path)), List.of(), beside, inputs);
  }

  /** Both files of a web root, below {@code .well-known/} or at its top. */
  private TargetReport directory(String path, Beside beside, Inputs inputs)
      throws UnusableInputException {
    List<FileExamination> examined = new ArrayList<>();
    List<Kind> absent = new ArrayList<>();
    Path root = inputs.resolve(path);
    String prefix = path.endsWith("/") ? path : path + "/";
    for (Kind each : Kind.values()) {
      Optional<String> found =
          List.of(each.path(), each.fileName()).stream()
              .filter(name -> Files.exists(root.resolve(name)))
              .findFirst();
      if (found.isPresent()) {
        String name = prefix + found.get();
        examined.add(read(each, inputs.read(name), name));
      } else {
        absent.add(each);
      }
    }
    if (examined.isEmpty()) {
      throw new UnusableInputException(
          path
              + " holds neither of the two files: looked for "
              + Kind.ASSETLINKS.path()
              + " and "
              + Kind.AASA.path()
              + ", there and at its top");
    }
    return target(path, examined, absent, beside, inputs);
  }

  private static FileExamination read(Kind kind, byte[] bytes, String origin) {
    return FileExamination.of(AssociationFile.read(kind, bytes, origin));
  }

  private TargetReport target(
      String name,
      List<FileExamination> examined,
      List<Kind> absent,
      Beside beside,
      Inputs inputs) {
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    List<FileFacts> files = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<String> notExamined = new ArrayList<>();
    HeldRules held = HeldRules.NONE;
    beside.obstacle().ifPresent(obstacle -> notExamined.add(notCompared(name, obstacle)));
    for (FileExamination alone : examined) {
      FileExamination each = alone;
      held = held.content(alone.file().kind());
      if (beside.registered().isPresent()) {
        Agreement agreement = Agreement.between(beside.registered().get(), alone.file());
        each = alone.comparedBy(agreement);
        if (agreement.isCompared()) {
          held = held.agreement().links();
        } else {
          notExamined.add(notCompared(alone.file().document().origin(), "the file has errors"));
        }
        each = each.with(beside.links().map(it -> it.tried(alone.file())).orElse(List.of()));
      }
      verdicts.putAll(each.verdicts());
      files.add(FileFacts.of(InputKind.valueOf(each.file().kind().name()), each.file().document()));
      findings.addAll(beside.severities().apply(each.findings()));
    }
    for (Kind kind : absent) {
      String path = name + (name.endsWith("/") ? "" : "/") + kind.path();
      List<Finding> missed =
          beside
              .registered()
              .map(registered -> Agreement.withoutFile(registered, kind, path))
              .map(FileExamination::compare)
              .orElse(List.of());
      if (!missed.isEmpty()) {
        held = held.agreement();
        verdicts.putAll(Findings.verdicts(kind.readers(), missed));
        findings.addAll(beside.severities().apply(missed));
      }
    }
    return new TargetReport(
        name,
        verdicts,
        files,
        Reported.all(findings, inputs::identity),
        notExamined,
        held.under(beside.severities()),
        Optional.empty());
  }

  private String notCompared(String name, String reason) {
    return "whether " + name + " says what " + registration.orElse("") + " says: " + reason;
  }

  /**
   * @param links what it says of links; empty where it has errors
   * @param isAlone whether its expectations are tried in the files that follow from it
   */
  private static TargetReport target(
      String name,
      RegistrationExamination examination,
      Severities severities,
      Optional<RegisteredLinks> links,
      boolean isAlone,
      Inputs inputs) {
    List<Finding> findings = new ArrayList<>(examination.told(severities));
    List<Publication> files = isAlone ? examination.publications() : List.of();
    links.ifPresent(each -> findings.addAll(severities.apply(each.alone(files))));
    return new TargetReport(
        name,
        Map.of(),
        List.of(FileFacts.of(InputKind.REGISTRATION, examination.document())),
        Reported.all(findings, inputs::identity),
        List.of(),
        (links.isPresent() ? HeldRules.NONE.registration().links() : HeldRules.NONE.registration())
            .under(severities),
        Optional.empty());
  }
}
