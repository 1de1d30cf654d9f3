package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.link.LinkRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Concludes, for each app and reader, what keeps a link from the app. It is the address that a
 * platform sees that counts: the tapped one first, and those behind it only where something follows
 * the link there.
 */
final class DiagnosisRun {

  private final DiagnosisChain chain;
  private final List<Optional<DiagnosedHost>> hosts;
  private final Optional<Registration> registration;
  private final DiagnosisStages stages;

  /**
   * @param hosts for each address of the chain; empty where it has none that can be asked
   */
  DiagnosisRun(
      DiagnosisChain chain,
      List<Optional<DiagnosedHost>> hosts,
      Optional<Registration> registration) {
    this.chain = chain;
    this.hosts = hosts;
    this.registration = registration;
    this.stages = new DiagnosisStages(isAnyRegistered());
  }

  /**
   * One address, as one reader meets it for one app.
   *
   * @param cause null where nothing keeps the link from the app
   */
  private record Look(int hop, AppMatch match, @Nullable Finding cause, boolean isRegistered) {

    /** How far a platform gets; what a team answers for stands before everything else. */
    int reach() {
      Stage stage = cause == null ? null : cause.stage();
      return (isRegistered ? 100 : 0) + (stage == null ? 10 : stage.ordinal());
    }
  }

  private boolean isAnyRegistered() {
    return hosts.stream().flatMap(Optional::stream).anyMatch(DiagnosedHost::isRegistered);
  }

  /** What there is to conclude. */
  List<Diagnosis.Entry> conclude(List<DiagnosedApp> apps) {
    List<Diagnosis.Entry> entries = new ArrayList<>();
    for (DiagnosedApp app : apps) {
      for (Reader reader : DiagnosisStages.readers(app.platform())) {
        entries.add(conclude(app, reader));
      }
    }
    entries.replaceAll(each -> isForAnother(each, entries) ? fine(each) : each);
    return isStranger() ? elsewhere(entries) : entries;
  }

  private Diagnosis.Entry conclude(DiagnosedApp app, Reader reader) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      DiagnosedHost host = hosts.get(i).orElse(null);
      MatchFile file = host == null ? null : host.files().get(app.platform());
      if (host != null && file != null) {
        LinkUrl url = chain.steps().get(i).link();
        AppMatch match = app.match(file, url);
        Finding cause = stages.cause(host, reader, app, url.text(), match).orElse(null);
        looks.add(new Look(i, match, cause, host.isRegistered()));
      }
    }
    if (looks.isEmpty()) {
      return unasked(app, reader);
    }
    Optional<Look> opening = looks.stream().filter(each -> each.cause() == null).findFirst();
    if (opening.isEmpty()) {
      // Of equals the last one: that is where the link was to lead.
      Look best = looks.get(0);
      for (Look each : looks) {
        best = each.reach() >= best.reach() && !(best.isRegistered()) ? each : best;
      }
      return entry(app, reader, best, best.cause());
    }
    Look found = opening.get();
    if (found.hop() == looks.get(0).hop() && found.hop() == 0) {
      return entry(app, reader, found, null);
    }
    Optional<Look> before =
        looks.stream()
            .filter(each -> each.hop() < found.hop() && each.isRegistered())
            .min(Comparator.comparingInt(Look::hop));
    return before.isPresent()
        ? entry(app, reader, before.get(), before.get().cause())
        : entry(app, reader, found, behind(app, found));
  }

  private Diagnosis.Entry entry(
      DiagnosedApp app, Reader reader, Look look, @Nullable Finding cause) {
    List<String> words = new ArrayList<>(List.of(look.match().reason()));
    words.addAll(look.match().remarks());
    return new Diagnosis.Entry(
        app.id(),
        app.platform(),
        reader,
        cause,
        look.hop(),
        look.match().verdict().id() + ": " + String.join("; ", words),
        cause == null ? List.of() : stages.behind(cause));
  }

  /** No address of the chain has a host that could have files. */
  private Diagnosis.Entry unasked(DiagnosedApp app, Reader reader) {
    LinkUrl url = chain.steps().get(0).link();
    String reason =
        url.ineligible(app.platform())
            .orElse("its host is no name, and only names have the files of links");
    Finding cause = stages.notMatched(app, url.text(), reason);
    return new Diagnosis.Entry(
        app.id(), app.platform(), reader, cause, 0, "no-match: " + reason, List.of());
  }

  private Finding behind(DiagnosedApp app, Look found) {
    String tapped = DiagnosisChain.shown(chain.steps().get(0).url());
    return Finding.of(
            LinkRules.BEHIND_REDIRECT,
            Location.of(tapped),
            quote(tapped)
                + " opens no app by itself, and leads to "
                + quote(DiagnosisChain.shown(chain.steps().get(found.hop()).url()))
                + ", which does: whether the app opens then depends on where it is tapped",
            "hand out the second of these addresses itself; or let the host of the first serve the"
                + " two files and name it in the app, as services that count clicks offer for a"
                + " host of one's own")
        .withApp(app.id().equals(AppMatch.ANY) ? null : app.id());
  }

  /** Whether the link is another app's, so that this one need not open it. */
  private static boolean isForAnother(Diagnosis.Entry entry, List<Diagnosis.Entry> all) {
    return entry.cause() != null
        && entry.cause().rule().equals(LinkRules.NOT_MATCHED)
        && !entry.isOpen()
        && all.stream()
            .anyMatch(
                each ->
                    each.reader() == entry.reader()
                        && !Objects.equals(each.app(), entry.app())
                        && each.isFine());
  }

  private static Diagnosis.Entry fine(Diagnosis.Entry entry) {
    return new Diagnosis.Entry(
        entry.app(),
        entry.platform(),
        entry.reader(),
        null,
        entry.hop(),
        entry.outcome() + "; another app takes the link",
        List.of());
  }

  /** Whether the link is none of the registration's. */
  private boolean isStranger() {
    return registration.isPresent()
        && !isAnyRegistered()
        && hosts.stream().anyMatch(Optional::isPresent);
  }

  private List<Diagnosis.Entry> elsewhere(List<Diagnosis.Entry> entries) {
    Registration declared = registration.orElseThrow();
    Set<Reader> broken = EnumSet.noneOf(Reader.class);
    entries.stream()
        .filter(each -> !each.isFine() && each.reader() != null)
        .forEach(each -> broken.add(Objects.requireNonNull(each.reader())));
    Set<String> names = new LinkedHashSet<>();
    chain
        .steps()
        .forEach(each -> each.link().hostName().ifPresent(host -> names.add(host.value())));
    Finding finding =
        Finding.of(
                LinkRules.HOST_NOT_REGISTERED,
                declared.at(Pointer.ROOT.child("hosts")),
                String.join(", ", names)
                    + (names.size() == 1 ? " is" : " are")
                    + " none of the registration's hosts, so nobody promised that the link opens"
                    + " an app",
                "look at the link's host, letter by letter; or add it to \"hosts\", serve the files"
                    + " there and name it in the apps")
            .withStage(Stage.REGISTRATION)
            .withSeen(String.join(", ", names))
            .withBreaks(broken);
    return entries.stream()
        .map(
            each ->
                each.isFine()
                    ? each
                    : new Diagnosis.Entry(
                        each.app(),
                        each.platform(),
                        each.reader(),
                        finding,
                        each.hop(),
                        each.outcome(),
                        stages.behind(finding)))
        .toList();
  }

  /** Everything that was found, of hosts that decide nothing as notes. */
  List<Finding> findings(List<Diagnosis.Entry> entries) {
    Set<DiagnosedHost> deciding = new LinkedHashSet<>();
    Set<Finding> told = new LinkedHashSet<>();
    for (Diagnosis.Entry each : entries) {
      boolean stranger =
          each.cause() != null && each.cause().rule().equals(LinkRules.HOST_NOT_REGISTERED);
      if (!stranger && each.hop() < hosts.size()) {
        hosts.get(each.hop()).ifPresent(deciding::add);
      }
    }
    Set<DiagnosedHost> all = new LinkedHashSet<>();
    hosts.forEach(each -> each.ifPresent(all::add));
    for (DiagnosedHost host : all) {
      for (Finding each : host.findings()) {
        told.add(deciding.contains(host) ? each : asNote(each));
      }
    }
    entries.forEach(each -> Optional.ofNullable(each.cause()).ifPresent(told::add));
    return List.copyOf(told);
  }

  private static Finding asNote(Finding finding) {
    return finding.withSeverity(Severity.NOTE).withBreaks(Set.of()).withUndecided(Set.of());
  }
}
