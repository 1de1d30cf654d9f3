package dev.wellknown.examine;

import dev.wellknown.finding.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds a baseline against the targets of one run, as they come, and says in the end which entries
 * have expired, which are no longer needed, and what the next baseline would be. Thread-safe.
 */
public final class Accepting {

  private final Map<String, Baseline.Entry> accepted;
  private final Map<String, Baseline.Entry> known;
  private final Map<String, List<Baseline.Entry>> byTarget;
  private final LocalDate today;
  private final Predicate<String> held;
  private final boolean renewing;

  private final Set<String> met = new LinkedHashSet<>();
  private final Set<Baseline.Entry> expired = new LinkedHashSet<>();
  private final Set<Baseline.Entry> missed = new LinkedHashSet<>();
  private final Map<String, Baseline.Entry> found = new LinkedHashMap<>();

  /**
   * @param baseline what is accepted
   * @param older further entries whose reasons and dates the next baseline keeps
   * @param today in UTC
   * @param held whether the rule of an id is held against targets in this run
   * @param renewing whether {@link #renewed} will be asked, for which all findings are remembered
   */
  public Accepting(
      Baseline baseline,
      Baseline older,
      LocalDate today,
      Predicate<String> held,
      boolean renewing) {
    this.accepted = byFingerprint(baseline);
    this.known = byFingerprint(baseline.and(older));
    this.byTarget = known.values().stream().collect(Collectors.groupingBy(Baseline.Entry::target));
    this.today = today;
    this.held = held;
    this.renewing = renewing;
  }

  private static Map<String, Baseline.Entry> byFingerprint(Baseline baseline) {
    Map<String, Baseline.Entry> entries = new LinkedHashMap<>();
    baseline.entries().forEach(entry -> entries.put(entry.fingerprint(), entry));
    return entries;
  }

  /** The target, with those findings marked that the baseline accepts. */
  public synchronized TargetReport mark(TargetReport target) {
    if (renewing) {
      // Trouble that may pass makes no run fail, so there is nothing to accept.
      target.findings().stream()
          .filter(each -> !each.finding().mayPass())
          .forEach(each -> remember(target, each));
    }
    if (known.isEmpty()) {
      return target;
    }
    List<Reported> marked = target.findings().stream().map(this::mark).toList();
    for (Baseline.Entry entry : byTarget.getOrDefault(target.name(), List.of())) {
      if (!met.contains(entry.fingerprint()) && wouldHaveMet(entry, target)) {
        missed.add(entry);
      }
    }
    return target.withFindings(marked);
  }

  private Reported mark(Reported reported) {
    if (known.containsKey(reported.fingerprint())) {
      met.add(reported.fingerprint());
    }
    Baseline.Entry entry = accepted.get(reported.fingerprint());
    if (entry == null) {
      return reported;
    }
    if (entry.isExpired(today)) {
      expired.add(entry);
      return reported;
    }
    return new Reported(reported.finding(), reported.fingerprint(), Optional.of(entry));
  }

  /** What could not be looked at, or was not, may still be as it was. */
  private boolean wouldHaveMet(Baseline.Entry entry, TargetReport target) {
    String uri = entry.uri();
    InputKind kind = InputKind.of(uri, new byte[0]).orElse(InputKind.ASSETLINKS);
    return held.test(entry.rule())
        && target.isDecided()
        && target.notExamined().isEmpty()
        && target.files().stream().anyMatch(file -> file.url().equals(uri) || file.kind() == kind);
  }

  private void remember(TargetReport target, Reported reported) {
    Baseline.Entry before = known.get(reported.fingerprint());
    Location location = reported.finding().location();
    String pointer = location.pointer() == null ? "" : location.pointer();
    found.put(
        reported.fingerprint(),
        new Baseline.Entry(
            reported.fingerprint(),
            reported.finding().rule().id(),
            target.name(),
            location.uri() + (pointer.isEmpty() ? "" : "#" + pointer),
            before == null ? Baseline.NO_REASON : before.reason(),
            before == null ? Optional.empty() : before.until()));
  }

  /** What there is to say about the baseline, in words. */
  public synchronized List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (Baseline.Entry entry : expired) {
      notices.add(
          "baseline entry "
              + entry.inWords()
              + " expired on "
              + entry.until().orElseThrow()
              + " and counts no more: mend what it accepts, or give it a later date");
    }
    for (Baseline.Entry entry : unneeded()) {
      if (!accepted.containsKey(entry.fingerprint())) {
        continue;
      }
      notices.add("baseline entry " + entry.inWords() + " is no longer needed: remove it");
    }
    return notices;
  }

  private List<Baseline.Entry> unneeded() {
    return missed.stream().filter(entry -> !met.contains(entry.fingerprint())).toList();
  }

  /**
   * The baseline that accepts what was found in this run, with the reasons and dates that there
   * were, and keeps what this run did not look at.
   */
  public synchronized Baseline renewed() {
    Map<String, Baseline.Entry> next = new LinkedHashMap<>(found);
    Set<Baseline.Entry> gone = Set.copyOf(unneeded());
    known.values().stream()
        .filter(entry -> !gone.contains(entry))
        .forEach(entry -> next.putIfAbsent(entry.fingerprint(), entry));
    return Baseline.ordered(next.values());
  }
}
