import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a command takes from its start to its end, as ratios to ajv-cli, to a hello-world of the
 * same JVM and to an empty program of node, in the same run: A B C, A B C, …, and the median of the
 * ratios of each round, for the speed of a machine drifts.
 *
 * <pre>
 * npm install --prefix /tmp/ajv ajv-cli@5.0.0
 * mvn -q package -DskipTests
 * java bench/StartTime.java 15 /tmp/ajv /usr/lib/jvm/java-17-openjdk-amd64 /usr/lib/jvm/temurin-25-jdk-amd64
 * </pre>
 *
 * The arguments: rounds, the folder of ajv-cli, the homes of JVMs.
 */
class StartTime {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path WELLKNOWN = ROOT.resolve("cli/target/wellknown/bin/wellknown");

  public static void main(String... args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path work = Files.createTempDirectory("start-time");
    Path schema = ROOT.resolve("schemas/assetlinks.schema.json");
    Files.copy(ROOT.resolve("examples/shop/wellknown.yaml"), work.resolve("wellknown.yaml"));
    List<Path> jvms = Arrays.stream(args).skip(2).map(Path::of).toList();
    Files.writeString(
        work.resolve("Hello.java"),
        "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    time(work, null, jvms.get(0) + "/bin/javac", "--release", "17", "Hello.java");
    time(work, jvms.get(0), WELLKNOWN.toString(), "generate");
    String links = ".well-known/assetlinks.json";
    String ajv = Path.of(args[1], "node_modules/ajv-cli/dist/index.js").toAbsolutePath().toString();
    List<String> validate =
        List.of(
            "node", ajv, "validate", "--spec=draft2020", "--strict=false", "-s", schema.toString(),
            "-d", links);
    for (Path jvm : jvms) {
      // What a user has from the second run on.
      run(work, Map.of("JAVA_HOME", jvm.toString(), "WELLKNOWN_START_UP", "make"), WELLKNOWN.toString());
      System.out.printf("%n%s%n", jvm);
      System.out.printf(
          "%-26s %8s %8s %8s %8s%n", "command", "ms", "/ajv-cli", "/hello", "/node");
      for (String command :
          List.of(
              "validate " + links,
              "generate -o site",
              "match https://shop.example.com/login --files .",
              "rules",
              "--help")) {
        List<String> words = new ArrayList<>(List.of(WELLKNOWN.toString()));
        words.addAll(List.of(command.split(" ")));
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
          deleteSite(work);
          double ours = time(work, jvm, words.toArray(String[]::new));
          double theirs = time(work, null, validate.toArray(String[]::new));
          double hello =
              time(work, null, jvm + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                  "-cp", ".", "Hello");
          double node = time(work, null, "node", "-e", "0");
          if (round > 0) {
            ratios.computeIfAbsent("ms", key -> new ArrayList<>()).add(ours);
            ratios.computeIfAbsent("ajv", key -> new ArrayList<>()).add(ours / theirs);
            ratios.computeIfAbsent("hello", key -> new ArrayList<>()).add(ours / hello);
            ratios.computeIfAbsent("node", key -> new ArrayList<>()).add(ours / node);
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%-26.26s %8.0f %8.2f %8.2f %8.2f%n",
            command,
            median(ratios.get("ms")),
            median(ratios.get("ajv")),
            median(ratios.get("hello")),
            median(ratios.get("node")));
      }
    }
  }

  /** The milliseconds from the start of a process to its end. */
  private static double time(Path work, Path jvm, String... command) throws Exception {
    Map<String, String> env = jvm == null ? Map.of() : Map.of("JAVA_HOME", jvm.toString());
    long start = System.nanoTime();
    run(work, env, command);
    return (System.nanoTime() - start) / 1e6;
  }

  private static void run(Path work, Map<String, String> env, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(env);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      System.err.println("not 0: " + String.join(" ", command));
    }
  }

  private static void deleteSite(Path work) throws IOException {
    Path site = work.resolve("site");
    if (Files.exists(site)) {
      try (Stream<Path> files = Files.walk(site)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
