package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Request;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.rule.serving.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a site states, as Google's Digital Asset Links service would answer it: bad elements and bad
 * lists are passed over and reported beside what the good ones say.
 *
 * @param source the site that was asked, in its canonical form; as it was written where it is none
 * @param statements those of the relation that was asked for, in the order in which they were met,
 *     none twice
 * @param linked whether one of them is about the target that was asked for; empty where the
 *     question was for a list
 * @param problems why there may be fewer statements than somebody meant to make
 * @param undetermined whether something could not be had that may be there the next time, so that
 *     the answer may be another one then
 */
public record Statements(
    String source,
    List<Statement> statements,
    Optional<Boolean> linked,
    List<Problem> problems,
    boolean undetermined) {

  /** Relations times certificates: a small file may state millions of things. */
  static final int MOST = 20_000;

  public Statements {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }

  /**
   * Something that went wrong beside the answer.
   *
   * @param message what was seen; safe to print
   */
  public record Problem(ErrorCode code, Location location, String message) {}

  /** What went wrong, each code once, in the order in which it was met. */
  public Set<ErrorCode> errorCodes() {
    Set<ErrorCode> codes = new LinkedHashSet<>();
    problems.forEach(problem -> codes.add(problem.code()));
    return codes;
  }

  /**
   * Asks a site for its statements. Never throws for what the site does.
   *
   * @param mayBePrivate whether the site may have an address that is not public: where a person
   *     named it. Included lists never may but where the fetcher allows it
   * @throws IllegalStateException after the fetcher was closed
   */
  public static Statements ask(StatementQuery query, Fetcher fetcher, boolean mayBePrivate) {
    Request first = Request.of(query.uri());
    Fetcher limited = IncludeBudget.limited(fetcher);
    Observation root = limited.fetch(mayBePrivate ? first.allowingPrivate() : first).get(0);
    return new Walk(query, limited::fetch).from(root);
  }

  /** The same with something else than a fetcher. */
  static Statements ask(StatementQuery query, Function<URI, Observation> get) {
    return new Walk(query, get).from(get.apply(query.uri()));
  }

  /** The answer to a question that Google's service refuses before it asks anybody. */
  public static Statements refused(String source, boolean hasTarget, String message) {
    return new Statements(
        source,
        List.of(),
        hasTarget ? Optional.of(false) : Optional.empty(),
        List.of(new Problem(ErrorCode.INVALID_QUERY, Location.of(source), message)),
        false);
  }

  /** A list that was met. */
  private record Source(URI uri, @Nullable Source includedBy) {

    boolean isInCircle() {
      for (Source above = includedBy; above != null; above = above.includedBy) {
        if (above.uri.equals(uri)) {
          return true;
        }
      }
      return false;
    }
  }

  /** An include that was met and not followed yet. */
  private record Pending(Source source, Location place) {}

  private static final class Walk {
    private final StatementQuery query;
    private final IncludeBudget budget;
    private final Set<URI> met = new HashSet<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<Statement> statements = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean undetermined;
    private boolean found;
    private boolean tooMany;

    Walk(StatementQuery query, Function<URI, Observation> get) {
      this.query = query;
      this.budget = new IncludeBudget(get, query.uri());
    }

    Statements from(Observation root) {
      met.add(query.uri());
      read(new Source(query.uri(), null), root);
      while (!pending.isEmpty()) {
        Pending next = pending.remove();
        if (next.source().isInCircle()) {
          add(ErrorCode.FETCH_BUDGET_EXHAUSTED, next.place(), "the includes go in a circle");
        } else if (met.add(next.source().uri())) {
          boolean last = budget.isSpent();
          follow(next);
          if (last) {
            break;
          }
        }
      }
      if (tooMany) {
        add(
            ErrorCode.TOO_LARGE,
            Location.of(query.uri().toString()),
            "there are more than " + MOST + " statements; these are the first");
      }
      Optional<Boolean> linked = query.target().map(target -> found);
      return new Statements(
          query.source(),
          List.copyOf(statements),
          linked,
          problems,
          undetermined && !linked.equals(Optional.of(true)));
    }

    private void follow(Pending next) {
      boolean spent = budget.isSpent();
      IncludeBudget.Reply reply = budget.ask(next.source().uri());
      if (reply instanceof IncludeBudget.Asked answer) {
        read(next.source(), answer.seen());
      } else if (reply instanceof IncludeBudget.NotAsked refused && spent) {
        add(ErrorCode.FETCH_BUDGET_EXHAUSTED, next.place(), "the list " + refused.why());
      } else if (reply instanceof IncludeBudget.NotAsked refused) {
        leave(next.place(), refused);
      }
    }

    private void leave(Location place, IncludeBudget.NotAsked refused) {
      undetermined = true;
      add(ErrorCode.FETCH_ERROR, place, "the list " + refused.why());
    }

    private void read(Source source, Observation seen) {
      Location place = Location.of(source.uri().toString());
      if (!(seen instanceof Answered answer)) {
        unreachable(place, (Unreachable) seen);
        return;
      }
      Optional<ErrorCode> unusable = unusable(answer, place);
      if (unusable.isPresent()) {
        return;
      }
      StatementList list = StatementList.read(answer.body().bytes(), place.uri());
      for (Finding finding : list.wholeProblems()) {
        add(ErrorCode.MALFORMED_CONTENT, finding.location(), finding.message());
      }
      if (!list.isList() && list.wholeProblems().isEmpty()) {
        add(ErrorCode.MALFORMED_CONTENT, place, "there is no list");
      }
      for (StatementList.Element element : list.elements()) {
        if (element instanceof StatementList.Said said) {
          take(said);
        } else if (element instanceof StatementList.Refused refused) {
          add(ErrorCode.MALFORMED_CONTENT, refused.place(), refused.message());
        } else if (element instanceof StatementList.Include include) {
          include(source, list, include);
        }
      }
    }

    private void take(StatementList.Said said) {
      for (String relation : said.relations()) {
        if (query.relation().map(relation::equals).orElse(true)) {
          for (StatementTarget target : said.targets()) {
            found |= query.target().map(target::equals).orElse(false);
            if (statements.size() < MOST) {
              statements.add(new Statement(relation, target));
            } else if (query.relation().isEmpty()) {
              tooMany = true;
              return;
            } else {
              tooMany |= !statements.contains(new Statement(relation, target));
            }
          }
        }
      }
    }

    private void include(Source source, StatementList list, StatementList.Include include) {
      Location place = list.at(include.address());
      String address = include.address().value();
      if (include.insecure().isPresent()) {
        boolean http = address.toLowerCase(Locale.ROOT).startsWith("http:");
        add(
            http ? ErrorCode.SECURE_ASSET_INCLUDES_INSECURE : ErrorCode.MALFORMED_CONTENT,
            place,
            "the list " + quote(address) + " is not asked for over https");
        return;
      }
      try {
        URI uri = new URI(address);
        pending.add(new Pending(new Source(uri, source), place));
      } catch (URISyntaxException e) {
        leave(place, IncludeBudget.ODD_ADDRESS);
      }
    }

    private void unreachable(Location place, Unreachable seen) {
      Reason reason = seen.failure().reason();
      undetermined |= reason.mayPass() || reason == Reason.ABANDONED;
      add(
          switch (reason) {
            case CERTIFICATE -> ErrorCode.FAILED_SSL_VALIDATION;
            case MALFORMED, TOO_MUCH_HEAD -> ErrorCode.MALFORMED_HTTP_RESPONSE;
            default -> ErrorCode.FETCH_ERROR;
          },
          place,
          inWords(reason));
    }

    /** Why an answer gives no list; added already. */
    private Optional<ErrorCode> unusable(Answered answer, Location place) {
      int status = answer.status();
      Incomplete incomplete = answer.body().incomplete();
      if (status >= 300 && status < 400 && status != 304) {
        String to = answer.headers().first("Location").orElse("");
        return add(
            ErrorCode.REDIRECT,
            place,
            "status " + status + (to.isEmpty() ? "" : " leads to " + quote(to)));
      }
      if (status != 200) {
        undetermined |= status == 429 || status >= 500;
        return add(ErrorCode.FETCH_ERROR, place, "status " + status);
      }
      if (!MediaType.of(answer).isJson()) {
        return add(
            ErrorCode.WRONG_CONTENT_TYPE,
            place,
            answer
                .headers()
                .first("Content-Type")
                .map(type -> "the content type is " + quote(type))
                .orElse("there is no content type"));
      }
      if (incomplete == null) {
        return Optional.empty();
      }
      String what = "the body is not whole: " + inWords(incomplete);
      return switch (incomplete) {
        case TOO_LARGE -> add(ErrorCode.TOO_LARGE, place, "the list is larger than what is read");
        case FRAMING_BROKEN, ENCODING_BROKEN, ENCODING_UNKNOWN ->
            add(ErrorCode.MALFORMED_HTTP_RESPONSE, place, what);
        default -> {
          undetermined = true;
          yield add(ErrorCode.FETCH_ERROR, place, what);
        }
      };
    }

    private static String inWords(Enum<?> reason) {
      return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Optional<ErrorCode> add(ErrorCode code, Location place, String message) {
      problems.add(new Problem(code, place, message));
      return Optional.of(code);
    }
  }
}
