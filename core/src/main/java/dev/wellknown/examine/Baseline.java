package dev.wellknown.examine;

import dev.wellknown.finding.Printable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings that a team has accepted: they are still told, and make no run fail. A reader's verdict
 * never changes by it.
 *
 * @param entries one for each fingerprint
 */
public record Baseline(List<Entry> entries) {

  /** Nothing is accepted. */
  public static final Baseline NONE = new Baseline(List.of());

  /** What stands in a new entry until somebody says why. */
  public static final String NO_REASON = "";

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::target)
          .thenComparing(Entry::place)
          .thenComparing(Entry::rule)
          .thenComparing(Entry::fingerprint);

  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * One finding that is accepted.
   *
   * @param fingerprint decides alone which finding it is; all else is for people
   * @param target the target at which it was found
   * @param place where it was found
   * @param reason why it is accepted; may be empty
   * @param until the last day, in UTC, on which it counts; empty for ever
   */
  public record Entry(
      String fingerprint,
      String rule,
      String target,
      String place,
      String reason,
      Optional<LocalDate> until) {

    public Entry {
      fingerprint = Printable.escape(fingerprint);
      rule = Printable.escape(rule);
      target = Printable.escape(target);
      place = Printable.escape(place);
      reason = Printable.escape(reason);
    }

    boolean isExpired(LocalDate today) {
      return until.isPresent() && until.get().isBefore(today);
    }

    /** The place without the value in it. */
    String uri() {
      int hash = place.indexOf('#');
      return hash < 0 ? place : place.substring(0, hash);
    }

    /** The entry in a few words. */
    String inWords() {
      return Printable.cut(fingerprint)
          + " ("
          + Printable.cut(rule)
          + " at "
          + Printable.cut(place)
          + ")";
    }
  }

  /** The same entries in the order in which they are written, so that changes are easy to see. */
  static Baseline ordered(Collection<Entry> entries) {
    return new Baseline(entries.stream().sorted(ORDER).toList());
  }

  /** These entries, and those of another baseline about other findings. */
  public Baseline and(Baseline other) {
    Map<String, Entry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.put(entry.fingerprint(), entry));
    other.entries.forEach(entry -> all.putIfAbsent(entry.fingerprint(), entry));
    return new Baseline(List.copyOf(all.values()));
  }
}
