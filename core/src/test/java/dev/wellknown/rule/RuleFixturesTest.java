package dev.wellknown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.Copies;
import dev.wellknown.examine.DiagnosisRequest;
import dev.wellknown.examine.FileExamination;
import dev.wellknown.examine.GatewaySource;
import dev.wellknown.examine.Includes;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.Redirects;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Service;
import dev.wellknown.examine.Validation;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.agreement.Registered;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import dev.wellknown.rule.signin.JourneyRules;
import dev.wellknown.serve.LocalHost;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the fixtures of every rule: {@code rules/GROUP/NAME/bad-*} with exactly the findings that
 * stand beside it in {@code .findings}, and {@code ok-*} without a finding of that rule. The
 * extension tells the kind: {@code .assetlinks}, {@code .aasa}, {@code .yaml} or {@code .json} for
 * a registration, {@code .http} for what a server did (see {@link Recording}). A folder is a web
 * root that is compared with the {@code wellknown.yaml} in it (or that registration alone, with the
 * app's files that it names), or a {@code root.assetlinks} with the lists that it includes in
 * folders named like their hosts; in the group {@code signin} it is a registration whose redirects
 * are followed, with files of its apps. {@code .trace}, {@code .oauth} (what a server said) and
 * {@code .callback} (what came back, and on a second line the state that was sent) are attempts to
 * sign in, compared with {@link #registration}.
 *
 * <p>{@code -Dfixtures.update=true} writes the {@code .findings} files anew, to be read before they
 * are committed.
 */
class RuleFixturesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/rules");

  @TestFactory
  Stream<DynamicContainer> findsExactlyWhatItsFixturesSay() {
    return RuleCatalog.all().stream()
        .map(
            rule ->
                DynamicContainer.dynamicContainer(
                    rule.id(), fixtures(rule.id()).stream().map(file -> test(rule.id(), file))));
  }

  private static DynamicTest test(String rule, Path fixture) {
    return DynamicTest.dynamicTest(
        fixture.getFileName().toString(), fixture.toUri(), () -> run(rule, fixture));
  }

  private static void run(String rule, Path fixture) throws IOException {
    List<Finding> findings = findings(fixture);
    List<String> ids = findings.stream().map(finding -> finding.rule().id()).toList();
    if (fixture.getFileName().toString().startsWith("ok-")) {
      assertThat(ids).doesNotContain(rule);
      return;
    }
    assertThat(ids).contains(rule);
    Path expected = fixture.resolveSibling(fixture.getFileName() + ".findings");
    boolean folder = Files.isDirectory(fixture);
    String text =
        findings.stream()
            .map(finding -> describe(finding) + (folder ? about(finding) : ""))
            .collect(Collectors.joining());
    if (Boolean.getBoolean("fixtures.update")) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  static List<Finding> findings(Path fixture) throws IOException {
    if (Files.exists(fixture.resolve("root.assetlinks"))) {
      return included(fixture);
    }
    if (Files.exists(fixture.resolve("link.trace"))) {
      return diagnosed(fixture);
    }
    if (Files.isDirectory(fixture)) {
      boolean signIn = fixture.getParent().getParent().getFileName().toString().equals("signin");
      return signIn ? followed(fixture) : compared(fixture);
    }
    String name = fixture.getFileName().toString();
    byte[] bytes = Files.readAllBytes(fixture);
    if (name.endsWith(".yaml") || name.endsWith(".json")) {
      return RegistrationExamination.of(bytes, name, false).findings();
    }
    if (name.endsWith(".http")) {
      return served(Files.readString(fixture));
    }
    if (name.matches(".*\\.(trace|oauth|callback)")) {
      return tried(name.substring(name.lastIndexOf('.') + 1), bytes);
    }
    Kind kind = name.endsWith(".assetlinks") ? Kind.ASSETLINKS : Kind.AASA;
    return FileExamination.of(AssociationFile.read(kind, bytes, name)).findings();
  }

  /**
   * Diagnoses the link that {@code link.trace} begins with: {@code hosts/HOST} is the web root of a
   * host, and is served on this machine.
   */
  private static List<Finding> diagnosed(Path folder) throws IOException {
    List<LocalHost> served = new ArrayList<>();
    Fetcher.Builder options = Fetcher.builder();
    try (Stream<Path> roots = Files.list(folder.resolve("hosts"))) {
      for (Path root : roots.toList()) {
        String name = root.getFileName().toString();
        LocalHost host = LocalHost.serve(root, HostName.of(name));
        served.add(host);
        options.trust(Files.readAllBytes(host.caFile()));
        options.connectTo(ConnectTo.parse(name + ":443:127.0.0.1:" + host.port()));
      }
      String url = Files.readString(folder.resolve("link.trace")).split("\\s", 2)[0];
      boolean registered = Files.exists(folder.resolve("wellknown.yaml"));
      DiagnosisRequest request =
          new DiagnosisRequest(
              url,
              registered ? Optional.of("wellknown.yaml") : Optional.empty(),
              List.of(),
              Optional.of("link.trace"),
              Optional.empty(),
              Set.of());
      try (Fetcher fetcher = options.build()) {
        Inputs inputs = new Inputs(folder, InputStream.nullInputStream());
        return request.run(fetcher, false, inputs).findings().stream()
            .map(Reported::finding)
            .toList();
      }
    } finally {
      for (LocalHost host : served) {
        host.close();
      }
    }
  }

  /** Follows the includes of {@code root.assetlinks} to the folders that are named like hosts. */
  private static List<Finding> included(Path folder) throws IOException {
    URI address = URI.create("https://www.acme.org/.well-known/assetlinks.json");
    byte[] root = Files.readAllBytes(folder.resolve("root.assetlinks"));
    AssetLinks list = (AssetLinks) AssociationFile.read(Kind.ASSETLINKS, root, address.toString());
    return new Includes(uri -> answer(folder, uri), address).follow(list);
  }

  private static Observation answer(Path folder, URI uri) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(uri.getHost() + uri.getPath()));
      return Answered.of(uri, 200, Headers.of("Content-Type", "application/json"), Body.of(bytes));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Validates a folder as a web root, with the registration in it; the registration alone where
   * there is no association file.
   */
  static List<Finding> compared(Path folder) {
    boolean root = Arrays.stream(Kind.values()).anyMatch(kind -> holds(folder, kind));
    List<String> paths = root ? List.of(".") : List.of();
    Report report =
        new Validation(paths, Optional.empty(), Optional.of("wellknown.yaml"), Set.of())
            .run(new Inputs(folder, InputStream.nullInputStream()));
    assertThat(report.unusable()).isEmpty();
    return report.targets().stream()
        .flatMap(target -> target.findings().stream())
        .map(Reported::finding)
        .toList();
  }

  private static boolean holds(Path folder, Kind kind) {
    return Files.exists(folder.resolve(kind.fileName()))
        || Files.exists(folder.resolve(kind.path()));
  }

  /** Follows the redirects of the registration in a folder. */
  static List<Finding> followed(Path folder) throws IOException {
    return Redirects.of(
            new Inputs(folder, InputStream.nullInputStream()),
            "wellknown.yaml",
            List.of(),
            Optional.empty())
        .allFindings();
  }

  /** What is found of an attempt to sign in. */
  static List<Finding> tried(String kind, byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Optional<Registration> registration = Optional.of(registration());
    Optional<Journey> journey =
        switch (kind) {
          case "trace" -> Optional.of(Journey.of(Trace.read(bytes, "a.trace"), registration));
          case "oauth" -> Journey.ofError(text, "an.oauth", registration);
          default -> {
            List<String> lines = text.lines().toList();
            yield Optional.of(
                Journey.of(
                    new Callback(lines.get(0), Location.of("a.callback")),
                    lines.stream().skip(1).findFirst(),
                    registration,
                    Optional.empty()));
          }
        };
    return journey.map(JourneyRules::check).orElse(List.of());
  }

  /** Which of several files a finding is about, and which app. */
  private static String about(Finding finding) {
    return "  in: "
        + finding.location().uri()
        + (finding.app() == null ? "" : ", app " + finding.app())
        + "\n";
  }

  /** What is found where a file is served so: about the serving, and about the file behind it. */
  static List<Finding> served(String recording) {
    Serving serving = Recording.serving(recording);
    List<Finding> findings = new ArrayList<>(ServingRules.check(serving));
    serving
        .file()
        .map(bytes -> AssociationFile.read(serving.kind(), bytes, serving.location().uri()))
        .ifPresent(file -> findings.addAll(FileExamination.of(file).findings()));
    for (Observation copy : Recording.copies(recording)) {
      findings.addAll(
          Arrays.stream(Service.values())
              .filter(each -> each.copyOf("").getHost().equals(copy.uri().getHost()))
              .findFirst()
              .map(service -> Copies.judge(service, serving, copy, RuleFixturesTest::noInclude))
              .orElseGet(() -> GatewaySource.judge(registered(), serving, copy)));
    }
    return findings;
  }

  private static Observation noInclude(URI uri) {
    throw new IllegalStateException("an include was asked for: " + uri);
  }

  private static Registered registered() {
    return Registered.of(registration());
  }

  /** An app on Insights Hub. */
  static Registration registration() {
    String text =
        """
        format: wellknown/1
        name: Machine monitor
        insightsHub:
          providerTenant: demo
          internalName: mmna
          sources:
            android: https://files.example.com/assetlinks.json
            ios: https://files.example.com/apple-app-site-association
        apps:
          - ios: {teamId: A1B2C3D4E5, bundleId: org.acme.shop}
            android:
              package: org.acme.shop
              certificates:
                - sha256: "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"
                  kind: play-signing
        """;
    try {
      return RegistrationExamination.of(
              text.getBytes(StandardCharsets.UTF_8), "wellknown.yaml", false)
          .registration()
          .orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** All that a finding says, a line each, so that a change of any part shows. */
  static String describe(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.severity().id()).append(' ').append(finding.rule().id());
    text.append(" at ").append(finding.location().line());
    text.append(':').append(finding.location().column());
    text.append(' ').append(finding.location().pointer()).append('\n');
    text.append("  ").append(finding.message()).append('\n');
    text.append("  fix: ").append(finding.fix()).append('\n');
    if (!finding.breaks().isEmpty()) {
      text.append("  breaks:");
      finding.breaks().forEach(reader -> text.append(' ').append(reader.id()));
      text.append('\n');
    }
    if (!finding.undecided().isEmpty()) {
      text.append("  undecided:");
      finding.undecided().forEach(reader -> text.append(' ').append(reader.id()));
      text.append('\n');
    }
    return text.toString();
  }

  static List<Path> fixtures(String rule) {
    Path folder = FIXTURES.resolve(rule);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith(".findings"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
