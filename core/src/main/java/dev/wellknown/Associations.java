package dev.wellknown;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Check;
import dev.wellknown.examine.DiagnosisRequest;
import dev.wellknown.examine.Generation;
import dev.wellknown.examine.Hosts;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.MatchRun;
import dev.wellknown.examine.MatchedUrl;
import dev.wellknown.examine.Moment;
import dev.wellknown.examine.Redirects;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Severities;
import dev.wellknown.examine.SignInAnswer;
import dev.wellknown.examine.SignInStart;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.examine.Validation;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.RuleCatalog;
import dev.wellknown.rule.agreement.Registered;
import dev.wellknown.serve.Answer;
import dev.wellknown.serve.LocalHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The library's front door: generates the two association files from a registration, validates
 * files of any origin, checks live hosts, and tells which app a link opens. Thread-safe.
 *
 * <pre>{@code
 * try (Associations wellknown = Associations.create()) {
 *   TargetReport report = wellknown.validate(Kind.ASSETLINKS, bytes);
 *   report.verdicts().forEach((reader, verdict) -> …);
 *   MatchedUrl link = wellknown.match("https://shop.example.com/orders/42");
 *   link.apps().forEach(app -> … app.app() + " " + app.verdict().id() + ": " + app.reason());
 * }
 * }</pre>
 */
public final class Associations implements AutoCloseable {

  private final Inputs inputs;
  private final Supplier<Fetcher> network;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable Fetcher fetcher;
  private boolean closed;

  private Associations(Inputs inputs, Supplier<Fetcher> network) {
    this.inputs = inputs;
    this.network = network;
  }

  /**
   * Relative paths are relative to the process's working directory, there is no standard input, and
   * hosts are asked at public addresses only.
   */
  public static Associations create() {
    return in(Path.of(""), InputStream.nullInputStream());
  }

  /**
   * Like {@link #create()}, asking hosts as a fetcher does that was built with other options.
   *
   * @param options are built when the first host is asked
   */
  public static Associations asking(Fetcher.Builder options) {
    return new Associations(new Inputs(Path.of(""), InputStream.nullInputStream()), options::build);
  }

  /**
   * @param directory what relative paths are relative to
   * @param standardInput what is read for the path {@code -}
   */
  public static Associations in(Path directory, InputStream standardInput) {
    return new Associations(new Inputs(directory, standardInput), () -> Fetcher.builder().build());
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

  /**
   * Checks a live host: asks for both files, and says what each reader would conclude. The host's
   * address has to be public, whoever named it, unless the options of {@link #asking} say
   * otherwise; so a server may check hosts that its tenants name. Takes seconds at most.
   *
   * @param host a host name; other things are judged as hosts that cannot be asked
   * @throws IllegalArgumentException where the text could not even stand in an address
   * @throws IllegalStateException after {@link #close()}
   */
  public TargetReport check(String host) {
    return check(host, Optional.empty());
  }

  /**
   * Checks a live host against what a registration says.
   *
   * @throws IllegalArgumentException where the text could not stand in an address
   * @throws IllegalStateException after {@link #close()}
   */
  public TargetReport check(String host, Optional<Registration> registration) {
    return new Check(
            Set.of(),
            Moment.AFTER_DEPLOY,
            false,
            registration.map(Registered::of),
            Severities.UNCHANGED)
        .check(fetcher(), host, false);
  }

  /**
   * Checks a live host in any way that a check can be made: for one platform, before a deploy,
   * thoroughly, or with the platforms' services asked for their copies.
   *
   * @throws IllegalArgumentException where the text could not stand in an address
   * @throws IllegalStateException after {@link #close()}
   */
  public TargetReport check(String host, Check options) {
    return options.check(fetcher(), host, false);
  }

  /**
   * What a link does, by the files of its own host: for each app whether it opens, and which rule
   * decides. The host's address has to be public, as for {@link #check(String)}.
   *
   * @param url absolute
   * @param apps paths of manifests and entitlements of the apps; {@code ID=FILE} where a file does
   *     not tell whose it is
   * @throws UnusableInputException where the text is no URL, or an app's file cannot be used
   * @throws IllegalStateException after {@link #close()}
   */
  public MatchedUrl match(String url, String... apps) throws UnusableInputException {
    return MatchRun.live(fetcher(), false, List.of(apps), inputs).match(url);
  }

  /**
   * Prepares to try any number of links against local files, whatever their hosts.
   *
   * @param files association files, or directories with them
   * @param apps as above
   * @throws UnusableInputException where one of them is missing, unreadable or something else
   */
  public MatchRun matching(List<String> files, List<String> apps) throws UnusableInputException {
    return MatchRun.local(files, apps, inputs);
  }

  /**
   * Says why a link does not open the apps that its host's files name: walks the link's redirects,
   * checks every host on the way, and names one root cause for each app and reader. All hosts have
   * to have public addresses, unless the options of {@link #asking} say otherwise. Takes seconds, a
   * minute at most.
   *
   * @param url as it is tapped
   * @return a report with a {@link TargetReport#diagnosis()}
   * @throws UnusableInputException where the text is no URL
   * @throws IllegalStateException after {@link #close()}
   */
  public TargetReport diagnose(String url) throws UnusableInputException {
    return diagnose(DiagnosisRequest.of(url));
  }

  /**
   * Says why a link does not open the app, by everything that is known of it: a registration, the
   * app's own files, a trace of the way, what a server said.
   *
   * @return a report with a {@link TargetReport#diagnosis()}
   * @throws UnusableInputException where the text is no URL, or a file is missing, unreadable, or
   *     none of its kind
   * @throws IllegalStateException after {@link #close()}
   */
  public TargetReport diagnose(DiagnosisRequest request) throws UnusableInputException {
    return request.run(fetcher(), false, inputs);
  }

  private Fetcher fetcher() {
    opening.lock();
    try {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      if (fetcher == null) {
        fetcher = network.get();
      }
      return fetcher;
    } finally {
      opening.unlock();
    }
  }

  /**
   * Follows each redirect URI of a registration: whether it comes back to each app, on each of its
   * platforms.
   *
   * @param registration path of the registration
   * @param apps paths of AndroidManifest.xml and .entitlements files of the apps; those that the
   *     registration names need not be given
   * @param live whether the hosts are asked for their files, in place of those that would be
   *     generated
   * @throws UnusableInputException where a file is missing, unreadable, or none of its kind
   * @throws IllegalStateException after {@link #close()}
   */
  public Redirects redirects(String registration, List<String> apps, boolean live)
      throws UnusableInputException {
    return Redirects.of(
        inputs, registration, apps, live ? Optional.of(fetcher()) : Optional.empty());
  }

  /**
   * Makes the requests with which sign-in begins, with a fresh state and proof key each.
   *
   * @param registration path of the registration
   * @param tenant the tenant of Insights Hub that is wanted; empty for all
   * @param redirect the redirect URI that is wanted; empty for the first
   * @throws UnusableInputException where the registration is none, or does not say how to sign in
   */
  public SignInStart signIn(String registration, Optional<String> tenant, Optional<String> redirect)
      throws UnusableInputException {
    return SignInStart.of(inputs, registration, tenant, redirect);
  }

  /**
   * Judges what came back from a sign-in.
   *
   * @param url as it came
   * @param state the state that was sent; empty where nobody kept it
   * @param registration path of a registration whose redirect URIs it is compared with
   * @param tenant the tenant of Insights Hub that was signed in to; empty for any
   * @throws UnusableInputException where it is no answer of a sign-in, or the registration is none
   */
  public SignInAnswer signInAnswer(
      String url, Optional<String> state, Optional<String> registration, Optional<String> tenant)
      throws UnusableInputException {
    return SignInAnswer.of(inputs, url, state, registration, tenant);
  }

  /**
   * The hosts that are named, and those of a registration.
   *
   * @param named host names as people write them
   * @param registration path of a registration
   * @throws UnusableInputException where a name is none, or the registration is missing, unreadable
   *     or none
   */
  public Hosts hosts(List<String> named, Optional<String> registration)
      throws UnusableInputException {
    return Hosts.of(inputs, named, registration);
  }

  /**
   * Takes a port to serve a web root on this machine as a correct host would; {@link
   * LocalHost#start} begins.
   *
   * @param root the web root
   * @param hosts the names that it answers for, at least one
   * @param port where it listens on loopback, or {@link LocalHost#ANY_PORT}
   * @param log told of every answer, by several threads
   * @throws UnusableInputException where the web root is no directory
   * @throws IOException where the port cannot be had
   */
  public LocalHost serve(String root, List<HostName> hosts, int port, Consumer<Answer> log)
      throws IOException {
    Path directory = inputs.resolve(root);
    if (!Files.isDirectory(directory)) {
      throw new UnusableInputException(
          root + (Files.exists(directory) ? " is no directory" : " does not exist"));
    }
    return LocalHost.bind(directory, hosts, port, log);
  }

  /** What is known of every rule, in the order in which a platform meets the offences. */
  public static List<RuleInfo> rules() {
    return RuleCatalog.all();
  }

  /** Breaks off what is being asked, and asks nothing more. */
  @Override
  public void close() {
    opening.lock();
    try {
      closed = true;
      if (fetcher != null) {
        fetcher.close();
      }
    } finally {
      opening.unlock();
    }
  }
}
