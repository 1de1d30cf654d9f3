package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.assetlinks.AssetLinksRules;
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
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows the includes of Android's file as its readers do: Google's service to any depth within a
 * budget, Android's agents one level, Chromium not at all. Only https, and only to addresses that
 * are public or were allowed.
 */
public final class Includes {

  /** Google's budget is not published; parsers of others stop at ten. */
  private static final int BUDGET = 10;

  private static final int HTTPS = 443;

  private static final Set<Reader> FOLLOWING =
      EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY);

  private final Function<URI, Observation> get;
  private final Set<URI> asked = new HashSet<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Finding> findings = new ArrayList<>();

  /** An include that was met and not followed yet. */
  private record Pending(AssetLinks file, JsonValue place, URI uri, int depth) {}

  /**
   * @param get asks for an include; its address is https, names a host, and has no port of its own
   * @param root where the list was found that is to be followed
   */
  public Includes(Function<URI, Observation> get, URI root) {
    this.get = get;
    asked.add(root);
  }

  /** What is wrong with the lists that a list includes, and with theirs. */
  public List<Finding> follow(AssetLinks root) {
    collect(root, 1);
    int fetched = 0;
    while (!pending.isEmpty()) {
      Pending next = pending.remove();
      if (!asked.add(next.uri())) {
        say(AssetLinksRules.INCLUDE_LOOP, next, "is included again: a loop, or the same twice");
      } else if (next.uri().getPort() != -1 && next.uri().getPort() != HTTPS) {
        leave(next, "was not asked for, since it is on port " + next.uri().getPort());
      } else if (++fetched > BUDGET) {
        leave(next, "was not asked for, since " + BUDGET + " lists had been already");
        return findings;
      } else {
        if (next.depth() == 2) {
          say(
              AssetLinksRules.NESTED_INCLUDE,
              next,
              "is included by an included list, and Android's own agents follow one level");
        }
        fetch(next);
      }
    }
    return findings;
  }

  private void collect(AssetLinks file, int depth) {
    for (AssetLinks.Statement statement : file.statements()) {
      String include = statement.object().text("include");
      if (include == null || !statement.isInclude()) {
        continue;
      }
      try {
        URI uri = new URI(include);
        // Other schemes, and what is no address, have been told by the file rules.
        if ("https".equalsIgnoreCase(uri.getScheme())
            && uri.getHost() != null
            && uri.getRawUserInfo() == null) {
          JsonValue place = statement.object().get("include");
          pending.add(new Pending(file, place == null ? statement.object() : place, uri, depth));
        }
      } catch (URISyntaxException e) {
        // Told by the file rules.
      }
    }
  }

  private void fetch(Pending next) {
    Observation seen;
    try {
      seen = get.apply(next.uri());
    } catch (IllegalArgumentException e) {
      leave(next, "was not asked for, since its address has odd parts");
      return;
    }
    Serving serving = Serving.of(Kind.ASSETLINKS, seen, Instant.now());
    List<Finding> found = new ArrayList<>(ServingRules.check(serving));
    AssetLinks list = null;
    if (serving.file().isPresent()) {
      list =
          (AssetLinks)
              AssociationFile.read(Kind.ASSETLINKS, serving.file().get(), next.uri().toString());
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
      collect(list, next.depth() + 1);
    }
  }

  private static Set<Reader> common(Set<Reader> some, Set<Reader> others) {
    EnumSet<Reader> both = EnumSet.noneOf(Reader.class);
    both.addAll(some);
    both.retainAll(others);
    return both;
  }

  private void leave(Pending include, String what) {
    findings.add(
        finding(AssetLinksRules.INCLUDE_NOT_ASKED, include, what)
            .withUndecided(include.depth() == 1 ? FOLLOWING : EnumSet.of(Reader.GOOGLE_API)));
  }

  private void say(RuleInfo rule, Pending include, String what) {
    findings.add(finding(rule, include, what));
  }

  private static Finding finding(RuleInfo rule, Pending include, String what) {
    String uri = include.uri().toString();
    return Finding.of(
            rule,
            include.file().document().at(include.place()),
            "the list " + quote(uri) + " " + what,
            "write its statements into the list itself: no reader needs includes")
        .withSeen(uri);
  }
}
