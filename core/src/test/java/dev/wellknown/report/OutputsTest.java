package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

  private static final Report FRAME = new Report("check", true, List.of(), List.of(), List.of());

  @TempDir Path directory;

  @Test
  void writesSeveralFormatsOfOneRun() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path file = directory.resolve("report.json");
    try (Outputs outputs = new Outputs()) {
      outputs.add(Format.NDJSON, Samples.setting(), out);
      outputs.add(Format.JSON, Samples.setting(), WholeFile.beside(file));
      outputs.take(Samples.good());
      assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1);
      outputs.take(Samples.silent());
      assertThat(file).doesNotExist();
      outputs.end(FRAME);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(2);
    assertThat(file).content().contains("www.example.com", "gone.example.com");
    assertThat(directory).isDirectoryContaining(file::equals);
    assertThat(Files.list(directory)).hasSize(1);
  }

  @Test
  void leavesTheOldFileWhereARunDoesNotEnd() throws IOException {
    Path file = Files.writeString(directory.resolve("report.text"), "old");
    try (Outputs outputs = new Outputs()) {
      outputs.add(Format.TEXT, Samples.setting(), WholeFile.beside(file));
      outputs.take(Samples.good());
      outputs.breakOff(FRAME);
    }
    assertThat(file).content().isEqualTo("old");
    assertThat(Files.list(directory)).hasSize(1);
  }

  @Test
  void refusesAPlaceThatIsNoFile() throws IOException {
    Path link = directory.resolve("link");
    Path victim = Files.writeString(directory.resolve("victim"), "old");
    Files.createSymbolicLink(link, victim);
    assertThatThrownBy(() -> WholeFile.beside(link)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WholeFile.beside(directory)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WholeFile.beside(directory.resolve("no/x")))
        .hasMessageContaining("no/x cannot be written: its directory does not exist");
    assertThat(victim).content().isEqualTo("old");
  }

  @Test
  void remembersNoTargetWhereEveryFormatIsWrittenAsItComes() throws Exception {
    try (Outputs outputs = new Outputs()) {
      for (Format format : List.of(Format.TEXT, Format.NDJSON, Format.GITHUB)) {
        outputs.add(format, Samples.setting(), OutputStream.nullOutputStream());
      }
      WeakReference<TargetReport> first = take(outputs);
      for (int i = 0; i < 100_000; i++) {
        outputs.take(Samples.good());
      }
      for (int i = 0; i < 50 && first.get() != null; i++) {
        System.gc();
      }
      assertThat(first.get()).isNull();
      assertThat(outputs.tally().targets()).isEqualTo(100_001);
    }
  }

  private static WeakReference<TargetReport> take(Outputs outputs) throws IOException {
    TargetReport target = Samples.good();
    outputs.take(target);
    return new WeakReference<>(target);
  }
}
