package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import dev.wellknown.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The two files, made from a registration and put into a web root, or compared with it.
 *
 * @param root where the files belong
 * @param files what was made, or would be
 * @param leftAlone files in the web root for which the registration has no app
 * @param findings as they count in this registration
 */
public record Generation(
    WebRoot root, List<GeneratedFile> files, List<String> leftAlone, List<Reported> findings) {

  public Generation {
    files = List.copyOf(files);
    leftAlone = List.copyOf(leftAlone);
    findings = List.copyOf(findings);
  }

  /**
   * One file.
   *
   * @param path the web root as it was named, and the file's path below it
   * @param changed whether the bytes differ from those that were there
   * @param before the text that was there; empty where there was no file
   */
  public record GeneratedFile(
      String path, Publication publication, boolean changed, Optional<String> before) {
    /** The text of the file. */
    public String after() {
      return new String(publication.bytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whether an error stands, so that nothing was made. */
  public boolean refused() {
    return findings.stream().anyMatch(each -> Findings.isError(each.finding()));
  }

  /** Whether a file in the web root is other than it should be. */
  public boolean differs() {
    return files.stream().anyMatch(GeneratedFile::changed);
  }

  /**
   * Makes the files and compares them with those in a web root; writes nothing.
   *
   * @param registration the path as given
   * @param output the web root as given; it need not exist
   * @param ignore rules that are off, whatever the registration says
   * @throws UnusableInputException where the registration is none, or the web root no path
   * @throws IOException where the web root cannot be read
   */
  public static Generation compare(
      Inputs inputs, String registration, String output, boolean compact, Set<String> ignore)
      throws IOException {
    WebRoot root = new WebRoot(inputs.resolve(output));
    RegistrationExamination examination =
        RegistrationExamination.of(inputs.read(registration), registration, compact, ignore);
    List<Finding> findings = examination.told(examination.severities());
    List<GeneratedFile> files = new ArrayList<>();
    for (Publication publication : examination.publications()) {
      files.add(
          new GeneratedFile(
              WebRoot.path(output, publication.kind()),
              publication,
              !root.holds(publication),
              root.current(publication.kind())
                  .map(bytes -> new String(bytes, StandardCharsets.UTF_8))));
    }
    List<String> leftAlone = new ArrayList<>();
    if (examination.registration().isPresent()) {
      for (Kind kind : Kind.values()) {
        boolean made = files.stream().anyMatch(file -> file.publication().kind() == kind);
        if (!made && !examination.publications().isEmpty() && root.holds(kind)) {
          leftAlone.add(WebRoot.path(output, kind));
        }
      }
    }
    return new Generation(root, files, leftAlone, Reported.all(findings, inputs::identity));
  }

  /**
   * Puts the files that have changed into the web root.
   *
   * @throws IOException where that fails; every file is then whole, old or new
   */
  public void write() throws IOException {
    for (GeneratedFile file : files) {
      if (file.changed()) {
        root.put(file.publication());
      }
    }
  }
}
