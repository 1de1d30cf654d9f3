package dev.wellknown.examine;

import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Request;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges what a platform's service answers when it is asked for its copy of a file. A copy that
 * lags behind is a warning: the service asks again by itself, Apple's within a day. It can make no
 * reader's verdict better than the file itself does.
 */
public final class Copies {

  private Copies() {}

  /**
   * Asks those of the services that keep a file for their copies of it.
   *
   * @param files takes what is known of each copy
   */
  static List<Finding> ask(
      Fetcher fetcher, Set<Service> services, String host, Serving file, List<FileFacts> files) {
    List<Finding> findings = new ArrayList<>();
    boolean refused =
        file.answer() instanceof Unreachable answer
            && answer.failure().reason() == Reason.HOST_REFUSED;
    for (Service service : services) {
      if (service.kind() == file.kind() && !refused) {
        Observation copy = get(fetcher, service.copyOf(host));
        files.add(FileFacts.of(InputKind.valueOf(service.kind().name()), copy));
        findings.addAll(judge(service, file, copy, uri -> get(fetcher, uri)));
      }
    }
    return findings;
  }

  private static Observation get(Fetcher fetcher, URI uri) {
    return fetcher.fetch(Request.of(uri)).get(0);
  }

  /**
   * What is to be said about a copy.
   *
   * @param file the file as the host serves it
   * @param copy what the service answered
   * @param get asks for a list that the host's list includes
   */
  public static List<Finding> judge(
      Service service, Serving file, Observation copy, Function<URI, Observation> get) {
    return switch (service) {
      case APPLE_CDN -> AppleCopy.judge(file, copy);
      case GOOGLE_API -> GoogleCopy.judge(file, copy, get);
    };
  }

  /** The service did not answer, or not as it does; the rules about serving say why. */
  static Finding notExamined(Service service, Serving copy) {
    String cause =
        ServingRules.check(copy).stream()
            .filter(each -> !each.breaks().isEmpty() || !each.undecided().isEmpty())
            .findFirst()
            .map(Finding::message)
            .orElse("what came is no answer of that service");
    return Finding.of(
            ServingRules.COPY_NOT_EXAMINED,
            Location.of(copy.answer().uri().toString()),
            service.words() + " was asked for its copy, which was not examined: " + cause,
            "see whether this machine may reach "
                + copy.answer().uri().getHost()
                + ", and ask again; the host's own answers were examined")
        .withExpected("an answer of " + service.words())
        .withUndecided(EnumSet.of(service.reader()));
  }
}
