package dev.wellknown.rule.agreement;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.Reader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The lists that an Android file includes, as far as they could be had. Google's service reads them
 * all, Android's agents those that the file itself includes, Chromium none.
 *
 * @param atOnce those that the file itself includes
 * @param deeper those that included lists include
 * @param isWhole whether all were had
 */
public record IncludedLists(List<AssetLinks> atOnce, List<AssetLinks> deeper, boolean isWhole) {

  /** Nobody has looked. */
  static final IncludedLists UNSEEN = new IncludedLists(List.of(), List.of(), false);

  public IncludedLists {
    atOnce = List.copyOf(atOnce);
    deeper = List.copyOf(deeper);
  }

  /** All of them, as Google's service reads them. */
  public List<AssetLinks> all() {
    return Stream.concat(atOnce.stream(), deeper.stream()).toList();
  }

  /** The readers that find in an included list what the file itself does not say. */
  Set<Reader> thatFind(Predicate<NamedApps> what) {
    EnumSet<Reader> readers = EnumSet.noneOf(Reader.class);
    if (says(atOnce.stream(), what)) {
      readers.add(Reader.GOOGLE_API);
      readers.add(Reader.ANDROID_12);
      readers.add(Reader.ANDROID_LEGACY);
    } else if (says(deeper.stream(), what)) {
      readers.add(Reader.GOOGLE_API);
    }
    return readers;
  }

  private static boolean says(Stream<AssetLinks> lists, Predicate<NamedApps> what) {
    return lists.flatMap(list -> NamedApps.in(list).stream()).anyMatch(what);
  }
}
