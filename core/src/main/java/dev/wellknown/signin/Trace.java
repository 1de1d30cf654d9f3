package dev.wellknown.signin;

import dev.wellknown.finding.Location;
import dev.wellknown.json.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a browser or an app asked for on the way of a sign-in or a link, in its order.
 *
 * @param origin the path as given
 * @param hops at least one
 */
public record Trace(String origin, List<Hop> hops) {

  /** More than browsers write of one sign-in. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private static final int MAX_HOPS = 5_000;
  private static final int MAX_LINE = 64 * 1024;

  public Trace {
    hops = List.copyOf(hops);
  }

  /**
   * Reads a trace: HAR 1.2, as browsers export it, or lines of {@code URL STATUS LOCATION}, of
   * which the last two may be missing. Blank lines, and those that begin with {@code #}, are passed
   * over.
   *
   * @param bytes the file's bytes
   * @param origin the path as given, for messages
   * @throws UnreadableTraceException if it is neither, has nothing in it, or more than {@link
   *     #MAX_BYTES}
   */
  public static Trace read(byte[] bytes, String origin) throws UnreadableTraceException {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableTraceException(
          origin + " has more than 20 MB; export the sign-in alone, without other pages");
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8);
    List<Hop> hops =
        head.replace("\uFEFF", "").stripLeading().startsWith("{")
            ? HttpArchive.hops(Document.confidentialJson(bytes, origin))
            : lines(new String(bytes, StandardCharsets.UTF_8), origin);
    if (hops.isEmpty()) {
      throw new UnreadableTraceException(
          origin + " has no exchange in it; record the way from the tap to the app");
    }
    if (hops.size() > MAX_HOPS) {
      throw new UnreadableTraceException(
          origin
              + " has more than "
              + MAX_HOPS
              + " exchanges; export the sign-in alone, without other pages");
    }
    return new Trace(origin, hops);
  }

  private static List<Hop> lines(String text, String origin) throws UnreadableTraceException {
    List<Hop> hops = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.replace("\uFEFF", "").lines()::iterator) {
      number++;
      String[] parts = line.strip().split("\\s+");
      if (parts[0].isEmpty() || parts[0].startsWith("#")) {
        continue;
      }
      Location place = new Location(origin, null, number, 1);
      if (line.length() > MAX_LINE
          || parts.length > 3
          || !parts[0].matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
        throw at(origin, number, "is not URL STATUS LOCATION");
      }
      if (parts.length > 1 && !parts[1].matches("[1-9][0-9]{2}|-")) {
        throw at(origin, number, "has no status of three digits behind the URL");
      }
      Integer status = parts.length > 1 && !parts[1].equals("-") ? Integer.valueOf(parts[1]) : null;
      String location = parts.length > 2 && !parts[2].equals("-") ? parts[2] : null;
      hops.add(new Hop(parts[0], status, location, "", null, "", place));
    }
    return hops;
  }

  private static UnreadableTraceException at(String origin, int line, String what) {
    return new UnreadableTraceException(
        origin
            + ":"
            + line
            + " "
            + what
            + "; write for instance \"https://shop.example.com/login 302"
            + " com.example.shop:/login\", - for what is not known, or give a HAR file");
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "Trace[" + origin + ", " + hops.size() + " hops]";
  }
}
