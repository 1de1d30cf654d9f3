package dev.wellknown.examine;

import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A link that does not open the app, and what is known besides.
 *
 * @param url as it is tapped
 * @param registration path of the registration; empty where the apps are those of the files
 * @param apps paths of manifests and entitlements; {@code ID=FILE} where a file does not tell whose
 *     it is
 * @param trace path of a trace (HAR, or lines {@code URL STATUS LOCATION}) that is read in place of
 *     walking the link; empty where it is walked
 * @param error what a server said when somebody tried to sign in
 * @param ignore rules that are off, whatever the registration says
 */
public record DiagnosisRequest(
    String url,
    Optional<String> registration,
    List<String> apps,
    Optional<String> trace,
    Optional<String> error,
    Set<String> ignore) {

  /** Ten addresses of slow hosts would take longer than anybody waits. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public DiagnosisRequest {
    apps = List.copyOf(apps);
    ignore = Set.copyOf(ignore);
  }

  /** A link of which no more is known. */
  public static DiagnosisRequest of(String url) {
    return new DiagnosisRequest(
        url, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Set.of());
  }

  /**
   * Walks the link and concludes. Takes seconds, a minute at most.
   *
   * @param mayBePrivate whether the link's own host may have an address that is not public: where a
   *     person named it. Hosts that it leads to may not, unless the fetcher allows them
   * @throws UnusableInputException where the text is no URL, or a file is missing, unreadable, or
   *     none of its kind
   * @throws IllegalStateException after the fetcher was closed
   */
  public TargetReport run(Fetcher fetcher, boolean mayBePrivate, Inputs inputs)
      throws UnusableInputException {
    if (!new LinkUrl(url).hasScheme()) {
      throw new UnusableInputException(
          Printable.quote(DiagnosisChain.masked(url))
              + " is no URL; write it as it is tapped, such as https://shop.example.com/orders/42");
    }
    MatchApps given = MatchApps.read(apps, inputs);
    Optional<RegistrationExamination> examined = Optional.empty();
    if (registration.isPresent()) {
      String path = registration.get();
      examined = Optional.of(RegistrationExamination.of(inputs.read(path), path, false, ignore));
    }
    DiagnosisSubject subject = new DiagnosisSubject(given, examined, ignore, inputs);
    Fetcher bounded = fetcher.within(LONGEST);
    DiagnosisEvidence evidence = DiagnosisEvidence.read(trace, error, inputs);
    DiagnosisChain chain =
        trace.isPresent()
            ? evidence.chain(url)
            : new DiagnosisWalk(bounded, mayBePrivate).walk(url);
    List<Optional<DiagnosedHost>> hosts = subject.ask(bounded, chain, mayBePrivate);
    List<DiagnosedApp> candidates = subject.apps(hosts);
    DiagnosisRun run = new DiagnosisRun(chain, hosts, subject.registration());
    List<Diagnosis.Entry> entries = run.conclude(candidates);
    List<Finding> findings = new ArrayList<>(subject.findings());
    findings.addAll(run.findings(entries));
    List<Finding> signIn = evidence.seen(subject.registration(), subject.severities());
    findings.addAll(signIn);
    examined.ifPresent(each -> findings.addAll(DiagnosisEvidence.planned(url, each)));
    DiagnosisAdvice advice = new DiagnosisAdvice(chain, candidates);
    String host = chain.steps().get(entries.isEmpty() ? 0 : entries.get(0).hop()).link().host();
    List<Diagnosis.Entry> all = new ArrayList<>();
    DiagnosisEvidence.entry(signIn).ifPresent(all::add);
    all.addAll(entries);
    Diagnosis diagnosis = new Diagnosis(chain.hops(), all, advice.commands(host), advice.advice());
    return subject.report(
        DiagnosisChain.shown(url), diagnosis, hosts, findings, evidence.unknown());
  }

  /** Apple's first, as everywhere. */
  static final List<Platform> PLATFORMS = List.of(Platform.APPLE, Platform.ANDROID);
}
