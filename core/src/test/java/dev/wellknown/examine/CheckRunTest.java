package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Verdict;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckRunTest {

  /** A host that no caller may give stands for whatever our own code does not expect. */
  @Test
  void goesOnWhereItFailsItself() throws Exception {
    Check check =
        new Check(Set.of(), Moment.AFTER_DEPLOY, false, Optional.empty(), Severities.UNCHANGED);
    List<TargetReport> found = new ArrayList<>();
    try (Fetcher fetcher =
        Fetcher.builder()
            .resolver(
                name -> {
                  throw new UnknownHostException();
                })
            .build()) {
      new CheckRun(check, fetcher, 2)
          .run(List.of("no host at all", "shop.example.com").iterator(), false, found::add);
    }
    found.sort(Comparator.comparing(TargetReport::name));
    assertThat(found.get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(found.get(0).notExamined())
        .containsExactly("the host, since wellknown itself failed: IllegalArgumentException");
    assertThat(found.get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(found.get(1).findings())
        .extracting(each -> each.finding().rule().id())
        .containsOnly("serving/name-not-resolved");
  }
}
