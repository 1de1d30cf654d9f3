package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class ProgressTest {

  private static final Terminal OUT_TO_A_FILE = new Terminal(false, 80, true, false);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong seconds = new AtomicLong(1000);

  private Progress progress(Terminal terminal, String... args) {
    ParseResult parsed = new CommandLine(Main.spec()).parseArgs(args);
    Invocation invocation =
        new Invocation(
            parsed,
            parsed.subcommand(),
            ByteArrayInputStream.nullInputStream(),
            ByteArrayOutputStream.nullOutputStream(),
            err,
            Map.of(),
            Path.of(""),
            terminal);
    return new Progress(invocation, () -> seconds.get() * Progress.EVERY_NANOS);
  }

  private String drawn() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }

  @Test
  void keepsQuietForASecondAndThenTellsOnceASecond() {
    Progress progress = progress(OUT_TO_A_FILE, "check");
    progress.show(1);
    assertThat(drawn()).isEmpty();
    seconds.addAndGet(2);
    progress.show(5);
    assertThat(drawn()).isEqualTo("\r5 hosts, 2.5 a second");
    progress.show(6);
    assertThat(drawn()).isEmpty();
  }

  @Test
  void tellsTheTimeLeftWhereItIsKnownHowManyThereAre() {
    Progress progress = progress(OUT_TO_A_FILE, "check");
    progress.expects(() -> 100_000);
    seconds.addAndGet(10);
    progress.show(5000);
    assertThat(drawn()).isEqualTo("\r5000 of about 100000 hosts, 500 a second, about 3 min left");
    seconds.addAndGet(180);
    progress.show(95_000);
    assertThat(drawn()).isEqualTo("\r95000 of about 100000 hosts, 500 a second, about 10 s left");
    progress.show(95_001);
    seconds.addAndGet(10);
    progress.show(100_000);
    assertThat(drawn()).startsWith("\r100000 hosts, 500 a second  ").hasSize(59);
    progress.end();
    assertThat(drawn()).matches("\r +\r");
  }

  @Test
  void tellsLongTimesInHours() {
    Progress progress = progress(OUT_TO_A_FILE, "check");
    progress.expects(() -> 100_000);
    seconds.addAndGet(100);
    progress.show(1000);
    assertThat(drawn()).endsWith("10 a second, about 2 h 45 min left");
  }

  @Test
  void drawsOnATerminalAloneAndNotBesideResults() {
    for (Progress progress :
        new Progress[] {
          progress(Terminal.NONE, "check"),
          progress(new Terminal(true, 80, true, false), "check"),
          progress(OUT_TO_A_FILE, "check", "-q")
        }) {
      seconds.addAndGet(5);
      progress.show(1);
      progress.end();
      assertThat(drawn()).isEmpty();
    }
  }
}
