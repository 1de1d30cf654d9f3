package dev.wellknown.examine;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import dev.wellknown.registration.App;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.agreement.Registered;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The apps that a link is to open: those of a registration, those given, or those of the files. */
final class DiagnosisSubject {

  private final MatchApps given;
  private final Optional<RegistrationExamination> examined;
  private final Severities severities;
  private final Inputs inputs;
  private final Optional<RegisteredLinks> links;

  DiagnosisSubject(
      MatchApps given,
      Optional<RegistrationExamination> examined,
      Set<String> ignore,
      Inputs inputs) {
    this.given = given;
    this.examined = examined;
    this.inputs = inputs;
    this.severities =
        examined
            .map(RegistrationExamination::severities)
            .orElse(Severities.UNCHANGED.ignoring(ignore));
    this.links = examined.flatMap(each -> RegisteredLinks.of(each, inputs));
  }

  /** How much the rules count. */
  Severities severities() {
    return severities;
  }

  /** What was registered; also where errors keep the files from being compared with it. */
  Optional<Registration> registration() {
    return examined.flatMap(RegistrationExamination::registration);
  }

  /** What is wrong with the registration, where that keeps it from being compared with. */
  List<Finding> findings() {
    return examined
        .filter(each -> each.registered().isEmpty())
        .map(each -> each.told(severities))
        .orElse(List.of());
  }

  /** Asks each host of a chain once. */
  List<Optional<DiagnosedHost>> ask(Fetcher fetcher, DiagnosisChain chain, boolean mayBePrivate) {
    String first = chain.steps().get(0).link().host();
    Map<String, DiagnosedHost> asked = new HashMap<>();
    List<Optional<DiagnosedHost>> hosts = new ArrayList<>();
    for (DiagnosisChain.Step step : chain.steps()) {
      boolean pointless =
          DiagnosisRequest.PLATFORMS.stream()
              .allMatch(platform -> step.link().ineligible(platform).isPresent());
      Optional<HostName> name = pointless ? Optional.empty() : step.link().hostName();
      hosts.add(
          name.map(
              host ->
                  asked.computeIfAbsent(
                      host.value(),
                      each -> ask(fetcher, each, mayBePrivate && each.equals(first)))));
    }
    return hosts;
  }

  private DiagnosedHost ask(Fetcher fetcher, String host, boolean mayBePrivate) {
    boolean declared =
        registration()
            .map(each -> each.hosts().stream().anyMatch(name -> name.value().equals(host)))
            .orElse(false);
    Optional<Registered> registered =
        examined.flatMap(RegistrationExamination::registered).filter(each -> declared);
    Check check =
        new Check(
            registered.isPresent() ? Set.of() : platforms(),
            Moment.AFTER_DEPLOY,
            false,
            registered,
            severities);
    return DiagnosedHost.ask(
        check, fetcher, host, mayBePrivate, declared, links.filter(each -> declared));
  }

  /** The platforms of the apps that are known; empty where the files tell. */
  private Set<Platform> platforms() {
    Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    for (Platform platform : Platform.values()) {
      boolean registered =
          registration()
              .map(each -> each.apps().stream().anyMatch(app -> opensLinks(app, platform)))
              .orElse(false);
      if (registered || given.areFor(platform)) {
        platforms.add(platform);
      }
    }
    return platforms;
  }

  private static boolean opensLinks(App app, Platform platform) {
    return app.isOn(platform) && app.purposes().contains(Purpose.LINKS);
  }

  /** The apps, Apple's first; one of any name where no file names one. */
  List<DiagnosedApp> apps(List<Optional<DiagnosedHost>> hosts) {
    List<DiagnosedApp> apps = new ArrayList<>();
    for (Platform platform : DiagnosisRequest.PLATFORMS) {
      if (registration().isPresent()) {
        apps.addAll(registered(platform));
      } else if (concerned(hosts).contains(platform)) {
        Set<String> ids = new LinkedHashSet<>();
        for (Optional<DiagnosedHost> host : hosts) {
          host.map(each -> each.files().get(platform)).ifPresent(file -> ids.addAll(file.apps()));
        }
        Set<String> all = platform == Platform.APPLE ? given.appIds(ids) : given.packages(ids);
        for (String id : all.isEmpty() ? Set.of(AppMatch.ANY) : all) {
          apps.add(new DiagnosedApp(platform, id, given, null, null));
        }
      }
    }
    return apps;
  }

  private List<DiagnosedApp> registered(Platform platform) {
    List<DiagnosedApp> apps = new ArrayList<>();
    for (App app : registration().orElseThrow().apps()) {
      if (opensLinks(app, platform)) {
        Optional<AppSides> sides = links.map(RegisteredLinks::sides);
        apps.add(
            new DiagnosedApp(
                platform,
                platform == Platform.APPLE
                    ? AppSiteAssociation.compared(app.ios().orElseThrow().appId())
                    : app.android().orElseThrow().packageName(),
                given,
                sides.map(each -> each.manifest(app)).orElse(null),
                sides.map(each -> each.entitlements(app)).orElse(null)));
      }
    }
    return apps;
  }

  /** A host that counts clicks says nothing of platforms, unless there is no other. */
  private Set<Platform> concerned(List<Optional<DiagnosedHost>> hosts) {
    Set<Platform> telling = EnumSet.noneOf(Platform.class);
    Set<Platform> all = EnumSet.noneOf(Platform.class);
    for (Platform platform : Platform.values()) {
      for (Optional<DiagnosedHost> host : hosts) {
        if (host.isPresent() && host.get().concerns(platform)) {
          all.add(platform);
          if (!host.get().isBare()) {
            telling.add(platform);
          }
        }
      }
      if (given.areFor(platform)) {
        telling.add(platform);
      }
    }
    if (hosts.stream().allMatch(Optional::isEmpty)) {
      return platforms().isEmpty() ? EnumSet.allOf(Platform.class) : platforms();
    }
    return telling.isEmpty() ? all : telling;
  }

  /** All of it, as a target of a report. */
  TargetReport report(
      String name,
      Diagnosis diagnosis,
      List<Optional<DiagnosedHost>> hosts,
      List<Finding> findings,
      Optional<String> unknown) {
    Set<TargetReport> reports = new LinkedHashSet<>();
    hosts.forEach(host -> host.ifPresent(each -> reports.add(each.report())));
    List<FileFacts> files = new ArrayList<>();
    Set<String> held = new LinkedHashSet<>(Set.of("link"));
    for (TargetReport each : reports) {
      files.addAll(each.files());
      held.addAll(each.heldAgainst().groups());
    }
    List<String> notExamined = new ArrayList<>();
    unknown.ifPresent(notExamined::add);
    if (examined.isPresent() && examined.get().registered().isEmpty()) {
      notExamined.add(
          "whether the files say what "
              + examined.get().document().origin()
              + " says: it has errors");
    }
    return new TargetReport(
        name,
        verdicts(diagnosis),
        files,
        Reported.all(severities.apply(findings), inputs::identity),
        notExamined,
        new HeldRules(held, severities),
        reports.isEmpty() ? Optional.empty() : reports.iterator().next().declaredAt(),
        Optional.of(diagnosis));
  }

  /** The worst of what each reader concludes. */
  private static Map<Reader, Verdict> verdicts(Diagnosis diagnosis) {
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    for (Diagnosis.Entry each : diagnosis.entries()) {
      if (each.reader() != null) {
        Reader reader = Objects.requireNonNull(each.reader());
        boolean broken = each.cause() != null && each.cause().breaks().contains(reader);
        Verdict verdict = broken ? Verdict.FAIL : each.isOpen() ? Verdict.UNKNOWN : Verdict.PASS;
        verdicts.merge(reader, verdict, DiagnosisSubject::worse);
      }
    }
    return verdicts;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    List<Verdict> order = List.of(Verdict.PASS, Verdict.UNKNOWN, Verdict.FAIL);
    return order.indexOf(one) >= order.indexOf(other) ? one : other;
  }
}
