package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonString;
import dev.wellknown.rule.agreement.IncludedLists;
import dev.wellknown.rule.assetlinks.AssetLinksRules;
import dev.wellknown.rule.assetlinks.Site;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows the includes of Android's file as its readers do: Google's service to any depth within a
 * budget, Android's agents one level, Chromium not at all. Only https, and only to addresses that
 * are public or were allowed.
 */
public final class Includes {

  private static final Set<Reader> FOLLOWING =
      EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY);

  private final IncludeBudget budget;
  private final Path root;
  private final Set<URI> asked = new HashSet<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<AssetLinks> atOnce = new ArrayList<>();
  private final List<AssetLinks> deeper = new ArrayList<>();

  /** An include that was met and not followed yet. */
  private record Pending(AssetLinks file, JsonString place, Path by) {

    String address() {
      return place.value();
    }

    /** 1 for what the root includes. */
    int depth() {
      return by.depth() + 1;
    }
  }

  /** The way to a list: what it is included by. At most as long as there are lists. */
  private record Path(URI uri, @Nullable Path above) {

    /** The root is at depth 0. */
    int depth() {
      return above == null ? 0 : above.depth() + 1;
    }

    boolean leadsThrough(URI list) {
      return uri.equals(list) || (above != null && above.leadsThrough(list));
    }
  }

  /**
   * @param get asks for an include; its address is https and names a host
   * @param root where the list was found that is to be followed
   */
  public Includes(Function<URI, Observation> get, URI root) {
    this.budget = new IncludeBudget(get, root);
    this.root = new Path(root, null);
    asked.add(root);
  }

  /** What is wrong with the lists that a list includes, and with theirs. */
  public List<Finding> follow(AssetLinks list) {
    collect(list, root);
    while (!pending.isEmpty()) {
      Pending next = pending.remove();
      boolean last = budget.isSpent();
      Optional<URI> uri = uri(next.address());
      if (uri.isEmpty()) {
        leave(next, IncludeBudget.ODD_ADDRESS);
      } else if (!asked.add(uri.get())) {
        again(next, uri.get());
      } else {
        follow(next, uri.get());
        if (last) {
          break;
        }
      }
    }
    return told();
  }

  /** The lists that were had, after {@link #follow}. */
  IncludedLists lists() {
    return new IncludedLists(
        atOnce, deeper, findings.stream().allMatch(each -> each.undecided().isEmpty()));
  }

  /** As many of each list as a person reads: one may have a hundred thousand includes. */
  private List<Finding> told() {
    return findings.stream()
        .collect(groupingBy(each -> each.location().uri(), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(ofOneList -> Findings.told(ofOneList).stream())
        .toList();
  }

  private void follow(Pending next, URI uri) {
    IncludeBudget.Reply reply = budget.ask(uri);
    if (reply instanceof IncludeBudget.NotAsked refused) {
      leave(next, refused);
    } else if (reply instanceof IncludeBudget.Asked answer) {
      if (next.depth() == 2) {
        say(
            AssetLinksRules.NESTED_INCLUDE,
            next,
            "is included by an included list, and Android's own agents follow one level");
      }
      judge(next, uri, answer.seen());
    }
  }

  private void again(Pending next, URI uri) {
    if (next.by().leadsThrough(uri)) {
      say(AssetLinksRules.INCLUDE_LOOP, next, "includes itself, by way of others or at once");
    } else {
      findings.add(
          finding(AssetLinksRules.INCLUDE_LOOP, next, "is included a second time")
              .withSeverity(Severity.NOTE));
    }
  }

  private void collect(AssetLinks file, Path path) {
    for (AssetLinks.Statement statement : file.statements()) {
      // Other schemes, and what is no address, have been told by the file rules.
      if (statement.object().get("include") instanceof JsonString place && isHttps(place.value())) {
        pending.add(new Pending(file, place, path));
      }
    }
  }

  private static boolean isHttps(String address) {
    Site parts = Site.parse(address);
    return parts != null
        && parts.scheme().equals("https")
        && parts.problem() == null
        && !Site.hasBlank(address);
  }

  /** Empty where the JVM makes no host of it: odd spellings of addresses, for one. */
  private static Optional<URI> uri(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void judge(Pending next, URI uri, Observation seen) {
    Serving serving = Serving.of(Kind.ASSETLINKS, seen, Instant.now());
    List<Finding> found = new ArrayList<>(ServingRules.check(serving));
    AssetLinks list = null;
    if (serving.file().isPresent()) {
      list =
          (AssetLinks) AssociationFile.read(Kind.ASSETLINKS, serving.file().get(), uri.toString());
      found.addAll(FileExamination.of(list).findings());
    }
    Set<Reader> readers = next.depth() == 1 ? FOLLOWING : EnumSet.of(Reader.GOOGLE_API);
    for (Finding finding : found) {
      findings.add(
          finding
              .withBreaks(common(finding.breaks(), readers))
              .withUndecided(common(finding.undecided(), readers)));
    }
    if (list != null) {
      (next.depth() == 1 ? atOnce : deeper).add(list);
      collect(list, new Path(uri, next.by()));
    }
  }

  private static Set<Reader> common(Set<Reader> some, Set<Reader> others) {
    EnumSet<Reader> both = EnumSet.noneOf(Reader.class);
    both.addAll(some);
    both.retainAll(others);
    return both;
  }

  private void leave(Pending include, IncludeBudget.NotAsked refused) {
    findings.add(
        finding(AssetLinksRules.INCLUDE_NOT_ASKED, include, refused.why())
            .withUndecided(include.depth() == 1 ? FOLLOWING : EnumSet.of(Reader.GOOGLE_API)));
  }

  private void say(RuleInfo rule, Pending include, String what) {
    findings.add(finding(rule, include, what));
  }

  private static Finding finding(RuleInfo rule, Pending include, String what) {
    return Finding.of(
            rule,
            include.file().document().at(include.place()),
            "the list " + quote(include.address()) + " " + what,
            "write its statements into the list itself: no reader needs includes")
        .withSeen(include.address());
  }
}
