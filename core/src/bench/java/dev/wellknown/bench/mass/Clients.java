package dev.wellknown.bench.mass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands that are compared; each asks every host of the same list for both files.
 *
 * @param hosts the list, one a line
 * @param atOnce how many hosts ours and the bare client ask at once
 * @param curlAtOnce how many transfers curl makes at once, at most 300
 */
record Clients(Path home, Path hosts, Server server, int atOnce, int curlAtOnce) {

  /** As the launcher has it, where there is a list of hosts. */
  private static final List<String> JVM =
      List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:-UsePerfData");

  static List<String> java(Path javaHome, Class<?> program, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(javaHome.resolve("bin/java").toString());
    words.addAll(JVM);
    words.add("-Xmx512m");
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(List.of(arguments));
    return words;
  }

  /** By their names, in the order in which they take their turns. */
  Map<String, List<String>> commands(List<Path> javas) throws IOException {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("curl", curl());
    for (Path java : javas) {
      String version = version(java);
      commands.put("wellknown-" + version, wellknown(java));
      commands.put(
          "bare-" + version,
          java(
              java,
              BareClient.class,
              hosts.toString(),
              server.authority().toString(),
              Integer.toString(server.port()),
              Integer.toString(atOnce)));
    }
    return commands;
  }

  /** The feature version of a JDK. */
  static String version(Path javaHome) throws IOException {
    return Files.readAllLines(javaHome.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("^JAVA_VERSION=\"([0-9]+).*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> wellknown(Path java) {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, "env", "JAVA_HOME=" + java, home.resolve("bin/wellknown").toString());
    words.addAll(check());
    return words;
  }

  /** Past the launcher, with another limit of the heap and the JVM's own account of it. */
  List<String> wellknown(Path java, String heap, Path log) {
    List<String> words = new ArrayList<>();
    words.add(java.resolve("bin/java").toString());
    words.addAll(JVM);
    words.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    words.add("-Xlog:gc:file=" + log + "::filecount=0");
    words.addAll(List.of("-jar", home.resolve("lib/wellknown-cli.jar").toString()));
    words.addAll(check());
    return words;
  }

  private List<String> check() {
    List<String> words = new ArrayList<>(List.of("check", "--hosts-from", hosts.toString()));
    Collections.addAll(words, "--format", "ndjson", "--concurrency", Integer.toString(atOnce));
    Collections.addAll(words, "--cacert", server.authority().toString());
    Collections.addAll(words, "--connect-to", "::127.0.0.1:" + server.port());
    return words;
  }

  /** Prints a line for each transfer: its status, and how many connections it had to make. */
  private List<String> curl() throws IOException {
    Path urls = hosts.resolveSibling(hosts.getFileName() + ".curl");
    StringBuilder text = new StringBuilder();
    for (String host : Files.readAllLines(hosts)) {
      for (String name : List.of("assetlinks.json", "apple-app-site-association")) {
        text.append("url=\"https://").append(host).append("/.well-known/").append(name);
        text.append("\"\noutput=\"/dev/null\"\n");
      }
    }
    Files.writeString(urls, text);
    List<String> words = new ArrayList<>(List.of("curl", "--silent", "--parallel"));
    Collections.addAll(words, "--parallel-max", Integer.toString(curlAtOnce));
    Collections.addAll(words, "--cacert", server.authority().toString());
    Collections.addAll(words, "--connect-to", "::127.0.0.1:" + server.port());
    Collections.addAll(words, "--write-out", "%{http_code} %{num_connects}\\n");
    Collections.addAll(words, "--config", urls.toString());
    return words;
  }
}
