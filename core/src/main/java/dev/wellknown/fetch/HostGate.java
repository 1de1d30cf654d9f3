package dev.wellknown.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets no more than two connections at a time go to one host. */
final class HostGate {

  private static final int MOST = 2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Turn> turns = new HashMap<>();

  /** The places at one host, and how many hold or wait for one. */
  private static final class Turn {
    private final Semaphore places = new Semaphore(MOST);
    private int users;
  }

  /** Waits for a place; false where the time was up first. */
  boolean enter(String host, Deadline deadline) throws InterruptedException {
    lock.lock();
    Turn turn;
    try {
      turn = turns.computeIfAbsent(host, each -> new Turn());
      turn.users++;
    } finally {
      lock.unlock();
    }
    boolean entered = false;
    try {
      entered = turn.places.tryAcquire(deadline.millisLeft(), TimeUnit.MILLISECONDS);
      return entered;
    } finally {
      if (!entered) {
        forget(host, turn);
      }
    }
  }

  void leave(String host) {
    lock.lock();
    try {
      Turn turn = turns.get(host);
      if (turn != null) {
        turn.places.release();
        forget(host, turn);
      }
    } finally {
      lock.unlock();
    }
  }

  private void forget(String host, Turn turn) {
    lock.lock();
    try {
      if (--turn.users == 0) {
        turns.remove(host);
      }
    } finally {
      lock.unlock();
    }
  }
}
