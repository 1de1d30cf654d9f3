package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Which hosts a run asks, and each of them once: those that are named, and those of a list with one
 * a line, where blank lines and those that begin with {@code #} are passed over, and what is no
 * host name is told with its line. One thread takes hosts; others may ask how many there will be.
 */
public final class HostList {

  private final Optional<Shard> shard;
  private final Set<String> done;
  private final Set<String> seen = new HashSet<>();
  private int line;
  private int passedOver;

  /** How many of those that were decided before have not come by yet. */
  private int doneAhead;

  /**
   * @param shard the part of the hosts that is taken; empty for all of them
   * @param done hosts that need not be asked again
   */
  public HostList(Optional<Shard> shard, Set<String> done) {
    this.shard = shard;
    this.done = Set.copyOf(done);
    this.doneAhead = (int) done.stream().filter(this::isInShard).count();
  }

  /**
   * A part of the hosts: the same on every machine, whatever their order.
   *
   * @param number from 1
   * @param of how many parts there are
   */
  public record Shard(int number, int of) {

    /**
     * @throws IllegalArgumentException where the number is not from 1 to the number of parts
     */
    public Shard {
      if (of < 1 || number < 1 || number > of) {
        throw new IllegalArgumentException("no shard " + number + " of " + of);
      }
    }

    boolean takes(String host) {
      CRC32 hash = new CRC32();
      hash.update(host.getBytes(StandardCharsets.US_ASCII));
      return hash.getValue() % of == number - 1;
    }
  }

  /**
   * The host of the next line; empty where the line names none that is to be asked.
   *
   * @param problem is told about lines that name no host
   */
  public Optional<String> host(String text, Consumer<String> problem) {
    String name = (next() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    if (name.isEmpty() || name.startsWith("#")) {
      return Optional.empty();
    }
    // A final dot is how DNS writes the same name.
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    HostName host;
    try {
      host = HostName.of(name);
    } catch (IllegalArgumentException e) {
      problem.accept("line " + line + ": " + quote(name) + " is no host name");
      return Optional.empty();
    }
    return host(host);
  }

  private synchronized int next() {
    return ++line;
  }

  /** The host that was named; empty where it is not to be asked. */
  public synchronized Optional<String> host(HostName name) {
    String host = name.value();
    if (!isInShard(host)) {
      passedOver++;
      return Optional.empty();
    }
    if (done.contains(host)) {
      passedOver++;
      doneAhead--;
      return Optional.empty();
    }
    return seen.add(host) ? Optional.of(host) : Optional.empty();
  }

  private boolean isInShard(String host) {
    return shard.isEmpty() || shard.get().takes(host);
  }

  /** How often a host came by that another shard takes, or that was decided before. */
  public synchronized int passedOver() {
    return passedOver;
  }

  /**
   * How many hosts are asked in all, as far as that can be told before every line was read.
   *
   * @param lines how many the list has
   */
  public synchronized long expected(long lines) {
    long ahead = (lines - line) / shard.map(Shard::of).orElse(1) - doneAhead;
    return seen.size() + Math.max(0, ahead);
  }

  /**
   * How many lines there are; the last need not be ended.
   *
   * @throws IOException where they cannot be read
   */
  public static long lines(InputStream list) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long lines = 0;
    byte last = '\n';
    for (int count = list.read(buffer); count > 0; count = list.read(buffer)) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] == '\n') {
          lines++;
        }
      }
      last = buffer[count - 1];
    }
    return last == '\n' ? lines : lines + 1;
  }
}
