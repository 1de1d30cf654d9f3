package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Location;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen when one of the two files was asked for.
 *
 * @param kind which of the two
 * @param answer at its well-known address
 * @param atRoot at the root of the host, Apple's old location; empty where it was not asked
 * @param asCrawler at the well-known address, asked with the user agent of the platform's own
 *     crawler; empty where it was not asked
 * @param withFinalDot at the well-known address of the same host written with a final dot, as
 *     Google's service writes it; empty where it was not asked
 * @param now the time that certificates are compared with
 * @param atGateway whether the host is one of Insights Hub's gateway
 */
public record Serving(
    Kind kind,
    Observation answer,
    Optional<Observation> atRoot,
    Optional<Observation> asCrawler,
    Optional<Observation> withFinalDot,
    Instant now,
    boolean atGateway) {

  /** What was seen of a host that is one of Insights Hub's gateway if its name tells so. */
  public Serving(
      Kind kind,
      Observation answer,
      Optional<Observation> atRoot,
      Optional<Observation> asCrawler,
      Optional<Observation> withFinalDot,
      Instant now) {
    this(kind, answer, atRoot, asCrawler, withFinalDot, now, SignInGate.isGateway(answer.uri()));
  }

  /** The same of a host that is known to be one of Insights Hub's gateway, whatever its name. */
  public Serving atTheGateway() {
    return new Serving(kind, answer, atRoot, asCrawler, withFinalDot, now, true);
  }

  /** An answer alone, with nothing else asked. */
  public static Serving of(Kind kind, Observation answer, Instant now) {
    return new Serving(kind, answer, Optional.empty(), Optional.empty(), Optional.empty(), now);
  }

  /** The path that was asked, in its encoded form. */
  String path() {
    return answer.uri().getRawPath();
  }

  /** The address that was asked. */
  public Location location() {
    return Location.of(answer.uri().toString());
  }

  /**
   * The bytes that are to be judged as a file: those of an answer with status 200, as far as no
   * rule of this group has said that they are not the file. What such a rule has told need not be
   * told again by those about JSON.
   */
  public Optional<byte[]> file() {
    return file(answer);
  }

  static Optional<byte[]> file(Observation seen) {
    return seen instanceof Answered answered
            && answered.status() == FileAnswerRule.OK
            && ServedContent.of(answered) == ServedContent.FILE
        ? Optional.of(answered.body().bytes())
        : Optional.empty();
  }
}
