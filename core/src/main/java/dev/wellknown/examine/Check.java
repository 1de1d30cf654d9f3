package dev.wellknown.examine;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Request;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import dev.wellknown.finding.Verdict;
import dev.wellknown.rule.agreement.Agreement;
import dev.wellknown.rule.agreement.Registered;
import dev.wellknown.rule.link.LinkRules;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks one host after the other: asks for the files as the platforms do, and judges how they are
 * served, what they hold, and what they include. May be used by many threads.
 *
 * @param only the platforms that are asked; empty for those of the registration, else both
 * @param moment whether the files are about to be replaced
 * @param thorough whether the host is also asked in the ways that cost more requests
 * @param registered what the hosts should say; empty where nobody said
 * @param severities how much the rules count
 * @param ask the platforms' services that are asked for their copies as well
 * @param links what the registration says of links, and the apps' own side; empty where they are
 *     not looked at
 */
public record Check(
    Set<Platform> only,
    Moment moment,
    boolean thorough,
    Optional<Registered> registered,
    Severities severities,
    Set<Service> ask,
    Optional<RegisteredLinks> links) {

  private static final String APPLE_CRAWLER = "AASA-Bot/1.0.0";
  private static final String GOOGLE_CRAWLER = "GoogleAssociationService";
  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  public Check {
    only = Set.copyOf(only);
    ask = Set.copyOf(ask);
  }

  /** A check that asks the hosts alone. */
  public Check(
      Set<Platform> only,
      Moment moment,
      boolean thorough,
      Optional<Registered> registered,
      Severities severities) {
    this(only, moment, thorough, registered, severities, Set.of());
  }

  /** A check that looks at no links. */
  public Check(
      Set<Platform> only,
      Moment moment,
      boolean thorough,
      Optional<Registered> registered,
      Severities severities,
      Set<Service> ask) {
    this(only, moment, thorough, registered, severities, ask, Optional.empty());
  }

  /**
   * Checks one host. Never throws for what the host does.
   *
   * @param mayBePrivate whether the host may have an address that is not public: where a person
   *     named it
   * @throws IllegalStateException after the fetcher was closed
   */
  public TargetReport check(Fetcher fetcher, String host, boolean mayBePrivate) {
    return check(fetcher, host, mayBePrivate, serving -> {});
  }

  /**
   * The same, and hands on what was seen of each file.
   *
   * @param seen is given them before the check ends
   */
  TargetReport check(Fetcher fetcher, String host, boolean mayBePrivate, Consumer<Serving> seen) {
    List<Kind> kinds = kinds();
    Fetcher limited = IncludeBudget.limited(fetcher);
    Map<Kind, Serving> served = ask(limited, host, mayBePrivate, kinds);
    Set<Kind> absent = absent(served);
    Optional<Registered> atGateway = registered.filter(each -> each.isAtGateway(host));
    boolean lenient = only.isEmpty() && registered.isEmpty() && absent.size() < served.size();
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    List<FileFacts> files = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<String> notExamined = new ArrayList<>();
    HeldRules held = HeldRules.NONE.serving();
    for (Serving serving : served.values()) {
      seen.accept(serving);
      Kind kind = serving.kind();
      files.add(FileFacts.of(InputKind.valueOf(kind.name()), serving.answer()));
      List<Finding> found = new ArrayList<>(judge(limited, serving, host));
      links.ifPresent(each -> found.addAll(each.ofHost(kind.platform(), host)));
      List<Finding> beside = new ArrayList<>(GatewaySource.ask(fetcher, atGateway, serving, files));
      boolean missing = absent.contains(kind);
      if (serving.file().isPresent()) {
        held = registered.isPresent() ? held.content(kind).agreement() : held.content(kind);
      } else if (!(lenient && missing)) {
        notExamined.add("what " + serving.answer().uri() + " says: no file could be had");
      }
      if (lenient && missing && !isElsewhere(found)) {
        // The host is for the other platform; nobody asked for this one.
        found.replaceAll(Check::asNote);
        beside.addAll(Copies.ask(fetcher, ask, host, serving, files));
      } else {
        found.addAll(Copies.ask(fetcher, ask, host, serving, files));
        if (moment == Moment.BEFORE_DEPLOY) {
          found.replaceAll(each -> beforeDeploy(each, missing));
          beside.replaceAll(each -> beforeDeploy(each, missing));
        }
        // Of a file that this deploy brings, nobody can conclude anything yet.
        if (!(missing && moment == Moment.BEFORE_DEPLOY)) {
          verdicts.putAll(verdicts(serving, found));
        }
      }
      findings.addAll(found);
      findings.addAll(beside);
    }
    return new TargetReport(
        host,
        verdicts,
        files,
        Reported.all(severities.apply(Findings.oncePerHost(findings)), UnaryOperator.identity()),
        notExamined,
        (links.isPresent() ? held.links() : held).under(severities),
        registered.flatMap(each -> each.declaredAt(host)));
  }

  /** Whether the rule of an id is held against hosts; what its file says may still hinder it. */
  public boolean holds(String rule) {
    return !severities.isOff(rule)
        && (registered.isPresent() || !rule.startsWith("agreement/"))
        && (links.isPresent() || !rule.startsWith("link/"));
  }

  /** Where no content was examined, nothing found is no pass. */
  private static Map<Reader, Verdict> verdicts(Serving serving, List<Finding> found) {
    Map<Reader, Verdict> verdicts = Findings.verdicts(serving.kind().readers(), found);
    if (!isOk(serving.answer())) {
      verdicts.replaceAll((reader, verdict) -> verdict == Verdict.PASS ? Verdict.UNKNOWN : verdict);
    }
    return verdicts;
  }

  private List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean expected = registered.map(each -> each.publishes(kind)).orElse(true);
      if (only.isEmpty() ? expected : only.contains(kind.platform())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private Map<Kind, Serving> ask(
      Fetcher fetcher, String host, boolean mayBePrivate, List<Kind> kinds) {
    List<String> paths = kinds.stream().map(kind -> "/" + kind.path()).toList();
    List<Observation> answers = get(fetcher, host, paths, mayBePrivate, null);
    Map<Kind, Serving> served = new EnumMap<>(Kind.class);
    boolean gateway = registered.map(each -> each.isAtGateway(host)).orElse(false);
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      Observation answer = answers.get(i);
      String path = paths.get(i);
      boolean apple = kind == Kind.AASA;
      Serving serving =
          new Serving(
              kind,
              answer,
              apple && (thorough || !isOk(answer)) && isAnswered(answer)
                  ? one(fetcher, host, "/" + kind.fileName(), mayBePrivate, null)
                  : Optional.empty(),
              thorough && isAnswered(answer)
                  ? one(fetcher, host, path, mayBePrivate, apple ? APPLE_CRAWLER : GOOGLE_CRAWLER)
                  : Optional.empty(),
              thorough && isAnswered(answer) && !host.endsWith(".")
                  ? one(fetcher, host + ".", path, mayBePrivate, null)
                  : Optional.empty(),
              Instant.now());
      served.put(kind, gateway ? serving.atTheGateway() : serving);
    }
    return served;
  }

  private static Optional<Observation> one(
      Fetcher fetcher, String host, String path, boolean mayBePrivate, @Nullable String userAgent) {
    return Optional.of(get(fetcher, host, List.of(path), mayBePrivate, userAgent).get(0));
  }

  private static List<Observation> get(
      Fetcher fetcher,
      String host,
      List<String> paths,
      boolean mayBePrivate,
      @Nullable String userAgent) {
    return fetcher.fetch(new Request(host, 443, paths, mayBePrivate, userAgent));
  }

  private static boolean isAnswered(Observation seen) {
    return seen instanceof Answered;
  }

  private static boolean isOk(Observation seen) {
    return seen instanceof Answered answer && answer.status() == OK;
  }

  /** The files of which the host says that it has none. */
  private static Set<Kind> absent(Map<Kind, Serving> served) {
    Set<Kind> absent = EnumSet.noneOf(Kind.class);
    served.forEach(
        (kind, serving) -> {
          if (serving.answer() instanceof Answered answer
              && (answer.status() == NOT_FOUND || answer.status() == GONE)) {
            absent.add(kind);
          }
        });
    return absent;
  }

  /** How the file is served; and what it holds, where a reader would get as far as that. */
  private List<Finding> judge(Fetcher fetcher, Serving serving, String host) {
    List<Finding> findings = new ArrayList<>(ServingRules.check(serving));
    Optional<byte[]> bytes = serving.file();
    if (bytes.isPresent()) {
      URI address = serving.answer().uri();
      AssociationFile file = AssociationFile.read(serving.kind(), bytes.get(), address.toString());
      Includes includes = new Includes(uri -> fetcher.fetch(Request.of(uri)).get(0), address);
      List<Finding> beyond = file instanceof AssetLinks list ? includes.follow(list) : List.of();
      FileExamination examined = FileExamination.of(file);
      if (registered.isPresent()) {
        examined = examined.comparedBy(Agreement.between(registered.get(), file, includes.lists()));
      }
      findings.addAll(examined.findings());
      links.ifPresent(each -> findings.addAll(each.tried(file, host)));
      findings.addAll(beyond);
    }
    return findings;
  }

  /** A host that has the file in an old place means to have it. */
  private static boolean isElsewhere(List<Finding> found) {
    return found.stream().anyMatch(each -> each.rule().id().equals("serving/root-only-file"));
  }

  private static Finding asNote(Finding finding) {
    return finding.withSeverity(Severity.NOTE).withBreaks(Set.of()).withUndecided(Set.of());
  }

  /** What this deploy replaces counts no more: a missing file, and what a file holds. */
  private static Finding beforeDeploy(Finding finding, boolean absent) {
    if (finding.stage() == Stage.AGREEMENT) {
      // What is there and was not registered is taken away; the rest is brought.
      boolean taken = finding.rule().id().endsWith("-unregistered");
      return asNote(finding).withSeverity(taken ? Severity.WARNING : Severity.NOTE);
    }
    boolean replaced =
        finding.stage() == Stage.FILE
            || LinkRules.isAboutExpectations(finding.rule())
            || (absent && finding.stage() == Stage.SERVING && !finding.mayPass());
    return replaced ? asNote(finding) : finding;
  }
}
