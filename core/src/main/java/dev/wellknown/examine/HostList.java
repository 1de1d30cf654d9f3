package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Reads a list of hosts, one a line: blank lines and those that begin with {@code #} are passed
 * over, each host counts once, and what is no host name is told with its line.
 */
public final class HostList {

  private final Optional<Shard> shard;
  private final Set<String> done;
  private final Set<String> seen = new HashSet<>();
  private int line;
  private int passedOver;

  /**
   * @param shard the part of the list that is taken; empty for all of it
   * @param done hosts that need not be asked again
   */
  public HostList(Optional<Shard> shard, Set<String> done) {
    this.shard = shard;
    this.done = done;
  }

  /**
   * A part of a list: the same hosts on every machine, whatever the order of the list.
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
    line++;
    String name = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    if (name.isEmpty() || name.startsWith("#")) {
      return Optional.empty();
    }
    // A final dot is how DNS writes the same name.
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (!HostName.isOne(name)) {
      problem.accept("line " + line + ": " + quote(name) + " is no host name");
      return Optional.empty();
    }
    String host = HostName.of(name).value();
    if ((shard.isPresent() && !shard.get().takes(host)) || done.contains(host)) {
      passedOver++;
      return Optional.empty();
    }
    return seen.add(host) ? Optional.of(host) : Optional.empty();
  }

  /** How many lines named hosts that another shard takes, or that were decided before. */
  public int passedOver() {
    return passedOver;
  }
}
