package dev.wellknown.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer.
 *
 * @param reason what happened
 * @param phase at which step
 * @param problems what is wrong about the certificates, for {@link Reason#CERTIFICATE}
 * @param code the number of a TLS alert, or the status of a proxy's answer; null where there is
 *     none
 * @param malformed for {@link Reason#MALFORMED}, else null
 * @param seen for {@link Reason#NOT_TLS}, else null
 * @param trace the exception behind it, for people who look for a bug: safe to print, never to be
 *     decided on. Null where there was none
 */
public record Failure(
    Reason reason,
    Phase phase,
    List<CertificateProblem> problems,
    @Nullable Integer code,
    @Nullable Malformed malformed,
    @Nullable Seen seen,
    @Nullable String trace) {

  public Failure {
    problems = List.copyOf(problems);
  }

  /** A failure of which no more is to be said. */
  public static Failure of(Reason reason, Phase phase) {
    return new Failure(reason, phase, List.of(), null, null, null, null);
  }

  /** A failure by a TLS alert or by a proxy's status. */
  public static Failure of(Reason reason, Phase phase, int code) {
    return new Failure(reason, phase, List.of(), code, null, null, null);
  }

  /** Certificates that were not accepted. */
  public static Failure of(List<CertificateProblem> problems) {
    return new Failure(Reason.CERTIFICATE, Phase.TLS, problems, null, null, null, null);
  }

  /** An answer that is none. */
  public static Failure of(Malformed malformed) {
    return new Failure(Reason.MALFORMED, Phase.ANSWER, List.of(), null, malformed, null, null);
  }

  /** A server that speaks something else than TLS. */
  public static Failure of(Seen seen) {
    return new Failure(Reason.NOT_TLS, Phase.TLS, List.of(), null, null, seen, null);
  }

  Failure because(@Nullable Throwable cause) {
    return new Failure(reason, phase, problems, code, malformed, seen, Traces.of(cause));
  }
}
