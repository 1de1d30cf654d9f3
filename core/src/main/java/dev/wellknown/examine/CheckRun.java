package dev.wellknown.examine;

import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks many hosts at once, as many as they are: hosts are taken as there is room for them, and
 * each result is handed on when it is there and then forgotten.
 */
public final class CheckRun {

  /** How many hosts a run begins with. */
  private static final int FIRST = 2 * Runtime.getRuntime().availableProcessors();

  private final Check check;
  private final Fetcher fetcher;
  private final int concurrency;

  /**
   * @param concurrency how many hosts are asked at the same time at most, at least one
   */
  public CheckRun(Check check, Fetcher fetcher, int concurrency) {
    if (concurrency < 1) {
      throw new IllegalArgumentException("no concurrency: " + concurrency);
    }
    this.check = check;
    this.fetcher = fetcher;
    this.concurrency = concurrency;
  }

  /**
   * Checks all hosts and returns when the last result was handed on.
   *
   * @param hosts read by the calling thread alone
   * @param mayBePrivate whether the hosts may have addresses that are not public
   * @param found takes results one at a time, in the order in which they come; what it throws ends
   *     the run and is thrown on
   * @throws InterruptedException where the calling thread was interrupted; results on their way are
   *     dropped
   */
  public void run(Iterator<String> hosts, boolean mayBePrivate, Consumer<TargetReport> found)
      throws InterruptedException {
    // A JVM computes slowly at first. Hosts that all had to wait for it would look slow; so each
    // that is done makes room for two, until there is all the room.
    int first = Math.min(FIRST, concurrency);
    Semaphore room = new Semaphore(first);
    AtomicInteger more = new AtomicInteger(concurrency - first);
    ReentrantLock handing = new ReentrantLock();
    ExecutorService workers = workers();
    AtomicReference<@Nullable RuntimeException> refused = new AtomicReference<>();
    try {
      while (refused.get() == null && hosts.hasNext()) {
        String host = hosts.next();
        room.acquire();
        workers.execute(
            () -> {
              try {
                TargetReport report = one(host, mayBePrivate);
                handing.lock();
                try {
                  found.accept(report);
                } catch (RuntimeException e) {
                  refused.compareAndSet(null, e);
                } finally {
                  handing.unlock();
                }
              } finally {
                room.release(more.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 2 : 1);
              }
            });
      }
      room.release(more.getAndSet(0));
      room.acquire(concurrency);
    } finally {
      workers.shutdownNow();
    }
    RuntimeException reason = refused.get();
    if (reason != null) {
      throw reason;
    }
  }

  /** What goes wrong in our own code with one host must not hide the others. */
  private TargetReport one(String host, boolean mayBePrivate) {
    try {
      return check.check(fetcher, host, mayBePrivate);
    } catch (RuntimeException e) {
      Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
      for (Reader reader : Reader.values()) {
        verdicts.put(reader, Verdict.UNKNOWN);
      }
      String kind = e.getClass().getSimpleName();
      return new TargetReport(
          host,
          verdicts,
          List.of(),
          List.of(),
          List.of("the host, since wellknown itself failed: " + kind));
    }
  }

  /** Virtual threads where the JVM has them; else as many threads as there is room for. */
  private ExecutorService workers() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      ThreadFactory daemons =
          task -> {
            Thread thread = new Thread(task, "check");
            thread.setDaemon(true);
            return thread;
          };
      return Executors.newFixedThreadPool(concurrency, daemons);
    }
  }
}
