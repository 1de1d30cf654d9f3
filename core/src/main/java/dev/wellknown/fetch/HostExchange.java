package dev.wellknown.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Gets the files of one request, one after the other. Used once, by one thread. */
final class HostExchange {

  /** Before another attempt, where the server does not say how long. */
  private static final Duration BREATH = Duration.ofMillis(250);

  /** So long a server may take to close a connection. */
  private static final Duration FAREWELL = Duration.ofMillis(250);

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Settings settings;
  private final Dialer dialer;
  private final OpenWires wires;
  private final Request request;
  private final Supplier<Deadline> nextFile;
  private @Nullable Channel channel;

  /** A failure that concerns all files, since it came before any was asked for. */
  private @Nullable Unreachable unreachable;

  HostExchange(
      Settings settings,
      Dialer dialer,
      OpenWires wires,
      Request request,
      Supplier<Deadline> nextFile) {
    this.settings = settings;
    this.dialer = dialer;
    this.wires = wires;
    this.request = request;
    this.nextFile = nextFile;
  }

  /** What became of one attempt. */
  private record Outcome(
      Trace trace, boolean reused, @Nullable Answer answer, @Nullable Failure failure) {

    boolean mayPass() {
      if (failure != null) {
        // A name is asked for once.
        return failure.reason().mayPass() && failure.phase() != Phase.NAME;
      }
      if (answer == null) {
        return false;
      }
      int status = answer.head().status();
      Incomplete cut = answer.body().incomplete();
      return (status >= 500 && status <= 599)
          || status == TOO_MANY_REQUESTS
          || cut == Incomplete.RESET
          || cut == Incomplete.CUT_SHORT;
    }

    Duration wait(Instant now) {
      return answer == null ? BREATH : RetryAfter.of(answer.head().headers(), now).orElse(BREATH);
    }
  }

  List<Observation> run(Deadline first) {
    List<Observation> observations = new ArrayList<>();
    try {
      for (int i = 0; i < request.paths().size(); i++) {
        Deadline deadline = i == 0 ? first : nextFile.get();
        boolean last = i == request.paths().size() - 1;
        observations.add(file(request.paths().get(i), last, deadline));
      }
      return observations;
    } finally {
      drop();
    }
  }

  private Observation file(String path, boolean last, Deadline deadline) {
    URI uri = request.uri(path);
    Unreachable known = unreachable;
    if (known != null) {
      return new Unreachable(
          uri, known.attempts(), known.connection(), known.failure(), known.timings());
    }
    if (deadline.isOver()) {
      return Unreachable.of(uri, Failure.of(Reason.TIMED_OUT, Phase.START));
    }
    long start = System.nanoTime();
    List<Attempt> attempts = new ArrayList<>();
    while (true) {
      long began = System.nanoTime();
      Outcome outcome = attempt(path, last, deadline);
      attempts.add(
          new Attempt(
              Duration.ofNanos(began - start),
              Duration.ofNanos(System.nanoTime() - began),
              outcome.reused(),
              outcome.answer() == null ? null : outcome.answer().head().status(),
              outcome.failure()));
      boolean again =
          attempts.size() <= settings.retries()
              && outcome.mayPass()
              && pause(outcome.wait(Instant.now()), deadline);
      if (!again) {
        return observation(uri, attempts, outcome, Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  /** Waits, unless the time would be up before another attempt could be made. */
  private boolean pause(Duration wait, Deadline deadline) {
    return wait.toMillis() < deadline.millisLeft() && wires.pause(wait);
  }

  private Observation observation(
      URI uri, List<Attempt> attempts, Outcome outcome, Duration whole) {
    Connection connection = outcome.trace().connection();
    Timings timings = outcome.trace().timings(whole);
    Answer answer = outcome.answer();
    Failure failure = outcome.failure();
    if (answer != null) {
      return new Answered(
          uri,
          attempts,
          connection,
          answer.head().version(),
          answer.head().status(),
          answer.head().reason(),
          answer.head().headers(),
          answer.body(),
          answer.oddities(),
          timings);
    }
    if (failure == null) {
      throw new IllegalStateException("an outcome without an answer or a failure");
    }
    Unreachable observation = new Unreachable(uri, attempts, connection, failure, timings);
    if (failure.phase() != Phase.ANSWER || failure.reason() == Reason.CLIENT_CERTIFICATE_DEMANDED) {
      unreachable = observation;
    }
    return observation;
  }

  private Outcome attempt(String path, boolean last, Deadline deadline) {
    byte[] bytes =
        Channel.request(
            request,
            path,
            request.userAgent() == null ? settings.userAgent() : request.userAgent(),
            last);
    Channel kept = channel;
    if (kept != null && kept.isUsable()) {
      Trace trace = Trace.over(kept.connection());
      try {
        // A server that has gone to sleep on a kept connection may be awake on a new one.
        Answer answer = kept.exchange(bytes, trace, deadline.part(2), deadline);
        boolean unasked = answer.head().status() == REQUEST_TIMEOUT;
        // A server that was asked to close says so in its answer (RFC 9112 §9.6). Where it does
        // not,
        // this may be the answer to nothing, and ours still to come.
        boolean outOfStep =
            answer.oddities().contains(Oddity.BYTES_BEHIND)
                || (last && kept.sendsMore(deadline.atMost(FAREWELL)));
        if (!unasked && !outOfStep) {
          return done(trace, true, answer);
        }
      } catch (FailedException e) {
        if (deadline.isOver() || isAbandoned()) {
          drop();
          return new Outcome(trace, true, null, abandonedOr(e.failure()));
        }
      }
    }
    drop();
    return fresh(bytes, deadline);
  }

  private Outcome fresh(byte[] bytes, Deadline deadline) {
    Trace trace = new Trace();
    try {
      Channel made = open(trace, deadline);
      channel = made;
      return done(trace, false, made.exchange(bytes, trace, deadline, deadline));
    } catch (FailedException e) {
      drop();
      return new Outcome(trace, false, null, abandonedOr(e.failure()));
    }
  }

  private Outcome done(Trace trace, boolean reused, Answer answer) {
    Channel used = channel;
    if (used != null && !used.isUsable()) {
      drop();
    }
    Body body = answer.body();
    if (!body.isComplete() && isAbandoned()) {
      body = new Body(body.bytes(), body.wireSize(), Incomplete.ABANDONED);
      return new Outcome(
          trace, reused, new Answer(answer.head(), body, Set.of(), answer.trace()), null);
    }
    return new Outcome(trace, reused, answer, null);
  }

  private Channel open(Trace trace, Deadline deadline) throws FailedException {
    Target target = Target.of(request, settings);
    Wire wire = dialer.dial(target, trace, deadline);
    try {
      wire.allow(deadline, Channel.onWire(settings.maxBytes()));
      ProxyServer proxy = target.proxy();
      if (proxy != null) {
        Tunnel.open(wire, target, proxy, settings.userAgent());
      }
      if (request.plain()) {
        return new Channel(wire, wire, trace.connection(), false, settings.maxBytes());
      }
      trace.begin();
      Handshake handshake = new Handshake(wire, target.host(), settings.roots().get());
      SSLSocket tls;
      try {
        tls = handshake.run(target.port(), settings.random());
      } finally {
        trace.shook(handshake.seen());
      }
      trace.handshakeTook();
      return new Channel(
          wire, tls, trace.connection(), handshake.askedForCertificate(), settings.maxBytes());
    } catch (FailedException e) {
      wires.drop(wire);
      throw e;
    }
  }

  private boolean isAbandoned() {
    return wires.areClosed() || Thread.currentThread().isInterrupted();
  }

  private Failure abandonedOr(Failure failure) {
    return isAbandoned() ? Failure.of(Reason.ABANDONED, failure.phase()) : failure;
  }

  private void drop() {
    Channel used = channel;
    channel = null;
    if (used != null) {
      wires.drop(used.wire());
    }
  }
}
