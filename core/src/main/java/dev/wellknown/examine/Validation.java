package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
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
 * @param registration a registration whose {@code rules} hold for all, and which is a target itself
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

  /** Examines everything that was asked for, and says what could not be examined. */
  public Report run(Inputs inputs) {
    List<TargetReport> targets = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    Severities severities = Severities.UNCHANGED.ignoring(ignore);
    if (registration.isPresent()) {
      try {
        String path = registration.get();
        RegistrationExamination examination =
            RegistrationExamination.of(inputs.read(path), path, false);
        severities = examination.severities().ignoring(ignore);
        targets.add(target(path, examination, severities, inputs));
      } catch (UnusableInputException e) {
        unusable.add(e.getMessage());
      }
    }
    for (String path : paths) {
      try {
        targets.add(target(path, severities, inputs));
      } catch (UnusableInputException e) {
        unusable.add(e.getMessage());
      }
    }
    return new Report("validate", targets, unusable);
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
        Reported.all(examined.findings(), UnaryOperator.identity()));
  }

  private TargetReport target(String path, Severities severities, Inputs inputs)
      throws UnusableInputException {
    if (!path.equals(Inputs.STANDARD_INPUT) && Files.isDirectory(inputs.resolve(path))) {
      return directory(path, severities, inputs);
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
      return target(path, examination, own, inputs);
    }
    Kind association = found.association().orElseThrow();
    return target(path, List.of(read(association, bytes, path)), severities, inputs);
  }

  /** Both files of a web root, below {@code .well-known/} or at its top. */
  private TargetReport directory(String path, Severities severities, Inputs inputs)
      throws UnusableInputException {
    List<FileExamination> examined = new ArrayList<>();
    Path root = inputs.resolve(path);
    String prefix = path.endsWith("/") ? path : path + "/";
    for (Kind each : Kind.values()) {
      for (String name : List.of(each.path(), each.fileName())) {
        if (Files.exists(root.resolve(name))) {
          examined.add(read(each, inputs.read(prefix + name), prefix + name));
          break;
        }
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
    return target(path, examined, severities, inputs);
  }

  private static FileExamination read(Kind kind, byte[] bytes, String origin) {
    return FileExamination.of(AssociationFile.read(kind, bytes, origin));
  }

  private static TargetReport target(
      String name, List<FileExamination> examined, Severities severities, Inputs inputs) {
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    List<FileFacts> files = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (FileExamination each : examined) {
      verdicts.putAll(each.verdicts());
      files.add(FileFacts.of(InputKind.valueOf(each.file().kind().name()), each.file().document()));
      findings.addAll(severities.apply(each.findings()));
    }
    return new TargetReport(name, verdicts, files, Reported.all(findings, inputs::identity));
  }

  private static TargetReport target(
      String name, RegistrationExamination examination, Severities severities, Inputs inputs) {
    return new TargetReport(
        name,
        Map.of(),
        List.of(FileFacts.of(InputKind.REGISTRATION, examination.document())),
        Reported.all(examination.told(severities), inputs::identity));
  }
}
