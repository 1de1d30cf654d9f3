package dev.wellknown.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks for each name once, so that a second question cannot be answered with another address. A
 * resolver cannot be interrupted: it is left behind when the time is up.
 */
final class NameCache implements AutoCloseable {

  // Enough for every host of a registration and its includes; a run over very many hosts asks for
  // each of them once anyhow, and must not grow.
  private static final int MOST = 4096;

  private final NameResolver resolver;
  private final ExecutorService askers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "wellknown-names");
            thread.setDaemon(true);
            return thread;
          });
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, CompletableFuture<List<InetAddress>>> asked =
      new LinkedHashMap<>(16, 0.75f, true);

  NameCache(NameResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The addresses of a host.
   *
   * @throws FailedException where there are none, or not in time
   */
  List<InetAddress> addresses(Host host, Deadline deadline) throws FailedException {
    InetAddress literal = host.literal();
    if (literal != null) {
      return List.of(literal);
    }
    try {
      List<InetAddress> addresses =
          answer(host.name()).get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
      if (addresses.isEmpty()) {
        throw new FailedException(Failure.of(Reason.NO_ADDRESS, Phase.NAME));
      }
      return addresses;
    } catch (TimeoutException e) {
      throw new FailedException(Failure.of(Reason.TIMED_OUT, Phase.NAME));
    } catch (ExecutionException e) {
      throw new FailedException(
          Failure.of(Reason.NAME_NOT_RESOLVED, Phase.NAME).because(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException(Failure.of(Reason.ABANDONED, Phase.NAME));
    }
  }

  private CompletableFuture<List<InetAddress>> answer(String name) {
    lock.lock();
    try {
      CompletableFuture<List<InetAddress>> known = asked.get(name);
      if (known != null) {
        return known;
      }
      CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
      asked.put(name, answer);
      if (asked.size() > MOST) {
        asked.remove(asked.keySet().iterator().next());
      }
      askers.execute(() -> ask(name, answer));
      return answer;
    } finally {
      lock.unlock();
    }
  }

  private void ask(String name, CompletableFuture<List<InetAddress>> answer) {
    try {
      answer.complete(List.copyOf(resolver.resolve(name)));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    askers.shutdownNow();
  }
}
