package dev.wellknown;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Generation;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.examine.Validation;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.rule.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The library's front door: generates the two association files from a registration and validates
 * files of any origin. Thread-safe.
 *
 * <pre>{@code
 * try (Associations wellknown = Associations.create()) {
 *   TargetReport report = wellknown.validate(Kind.ASSETLINKS, bytes);
 *   report.verdicts().forEach((reader, verdict) -> …);
 * }
 * }</pre>
 */
public final class Associations implements AutoCloseable {

  private final Inputs inputs;

  private Associations(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Relative paths are relative to the process's working directory; there is no standard input. */
  public static Associations create() {
    return in(Path.of(""), InputStream.nullInputStream());
  }

  /**
   * @param directory what relative paths are relative to
   * @param standardInput what is read for the path {@code -}
   */
  public static Associations in(Path directory, InputStream standardInput) {
    return new Associations(new Inputs(directory, standardInput));
  }

  /**
   * Makes the two files from a registration, compares them with those in a web root, and writes
   * nothing; {@link Generation#write} does.
   *
   * @param registration path of the registration
   * @param output the web root to compare with; it need not exist
   * @param compact whether white space is left out, whatever the registration says
   * @throws UnusableInputException where the registration is missing, unreadable or none
   * @throws IOException where the web root cannot be read
   */
  public Generation generate(String registration, String output, boolean compact)
      throws IOException {
    return generate(registration, output, compact, Set.of());
  }

  /**
   * Makes the two files from a registration, compares them with those in a web root, and writes
   * nothing; {@link Generation#write} does.
   *
   * @param registration path of the registration
   * @param output the web root to compare with; it need not exist
   * @param compact whether white space is left out, whatever the registration says
   * @param ignore rules that are off, whatever the registration says
   * @throws UnusableInputException where the registration is missing, unreadable or none
   * @throws IOException where the web root cannot be read
   */
  public Generation generate(
      String registration, String output, boolean compact, Set<String> ignore) throws IOException {
    return Generation.compare(inputs, registration, output, compact, ignore);
  }

  /**
   * Makes the two files from a registration's text, in YAML or JSON, in memory.
   *
   * @return what there is to say about it, and the files, none where an error stands
   * @throws UnusableInputException where the text is no registration at all
   */
  public RegistrationExamination generate(String text) throws UnusableInputException {
    return RegistrationExamination.of(
        text.getBytes(StandardCharsets.UTF_8), "the registration", false);
  }

  /** Validates local files, directories and registrations. */
  public Report validate(Validation validation) {
    return validation.run(inputs);
  }

  /** Validates the bytes of one association file; findings call it by its usual name. */
  public TargetReport validate(Kind kind, byte[] bytes) {
    return Validation.of(kind, bytes.clone(), kind.fileName());
  }

  /** What is known of every rule, in the order in which a platform meets the offences. */
  public static List<RuleInfo> rules() {
    return RuleCatalog.all();
  }

  /** Nothing is kept open between calls; whoever holds one need not know that. */
  @Override
  public void close() {
    // Files are closed as they are read.
  }
}
