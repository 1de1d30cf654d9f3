package dev.wellknown.bench;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.FileExamination;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and judging a file of 100 kB: as bytes, by the rules, and by the schema as well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FileExaminationBenchmark {

  private static final int SIZE = 100_000;

  @Param({"ASSETLINKS", "AASA"})
  Kind kind;

  private byte[] bytes;

  @Setup
  public void write() {
    bytes = (kind == Kind.ASSETLINKS ? assetLinks() : aasa()).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public AssociationFile read() {
    return AssociationFile.read(kind, bytes, "file");
  }

  @Benchmark
  public FileExamination readAndJudgeByRules() {
    return FileExamination.byRules(AssociationFile.read(kind, bytes, "file"));
  }

  @Benchmark
  public FileExamination readAndJudge() {
    return FileExamination.of(AssociationFile.read(kind, bytes, "file"));
  }

  private static String assetLinks() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; text.length() < SIZE; i++) {
      String octets = String.format("%02X:", i % 256).repeat(31) + String.format("%02X", i / 256);
      text.append(i == 0 ? "" : ",")
          .append("{\"relation\":[\"delegate_permission/common.handle_all_urls\"],")
          .append("\"target\":{\"namespace\":\"android_app\",\"package_name\":\"org.acme.app")
          .append(i)
          .append("\",\"sha256_cert_fingerprints\":[\"")
          .append(octets)
          .append("\"]}}");
    }
    return text.append("]").toString();
  }

  private static String aasa() {
    StringBuilder text =
        new StringBuilder(
            "{\"applinks\":{\"details\":[{\"appIDs\":[\"K7M2Q9XR4T.org.acme.app\"],"
                + "\"components\":[");
    for (int i = 0; text.length() < SIZE; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"/\":\"/section")
          .append(i)
          .append("/*\",\"?\":{\"id\":\"?*\"},\"comment\":\"section ")
          .append(i)
          .append("\"}");
    }
    return text.append("]}]}}").toString();
  }
}
