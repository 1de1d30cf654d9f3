package dev.wellknown.bench.mass;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a client, in a process of its own.
 *
 * @param cpu user and system time of the client alone
 * @param peakKib the most memory that was resident; 0 where the system does not tell
 * @param out what it printed
 */
record Run(int exit, Duration wall, Duration cpu, long peakKib, Path out) {

  /** As {@code times} of the shell prints it: the shell's own line, then that of its children. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

  private static final long LOOK_EVERY_MILLIS = 100;

  /**
   * Runs a command until it ends.
   *
   * @param memory told now and then of the resident memory in KiB
   */
  static Run of(List<String> command, Path directory, String name, LongConsumer memory)
      throws IOException, InterruptedException {
    Path out = directory.resolve(name + ".out");
    Path times = directory.resolve(name + ".times");
    List<String> words = new ArrayList<>();
    String script = "out=$1 err=$2; shift 2; \"$@\" >\"$out\" 2>\"$err\"; echo $?; times";
    words.addAll(List.of("sh", "-c", script, "sh", out.toString()));
    words.add(directory.resolve(name + ".err").toString());
    words.addAll(command);
    long start = System.nanoTime();
    Process process = new ProcessBuilder(words).redirectOutput(times.toFile()).start();
    process.getOutputStream().close();
    long peak = 0;
    while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      long now = process.descendants().mapToLong(each -> status(each, "VmRSS")).sum();
      peak = Math.max(peak, process.descendants().mapToLong(e -> status(e, "VmHWM")).sum());
      memory.accept(now);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    List<String> told = Files.readAllLines(times);
    Matcher matcher = TIMES.matcher(told.get(told.size() - 1));
    if (!matcher.matches()) {
      throw new IOException("the shell told no times: " + told);
    }
    double cpu = 0;
    for (int group = 1; group < 5; group += 2) {
      cpu += 60 * Integer.parseInt(matcher.group(group));
      cpu += Double.parseDouble(matcher.group(group + 1));
    }
    return new Run(
        Integer.parseInt(told.get(0)), wall, Duration.ofNanos((long) (cpu * 1e9)), peak, out);
  }

  private static long status(ProcessHandle process, String field) {
    try {
      Path file = Path.of("/proc/" + process.pid() + "/status");
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith(field + ":")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      // It has just ended, or this system has no such files.
    }
    return 0;
  }

  long lines() throws IOException {
    try (var lines = Files.lines(out)) {
      return lines.count();
    }
  }

  long lines(String text) throws IOException {
    try (var lines = Files.lines(out)) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }
}
