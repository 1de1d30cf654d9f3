package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.IncludeBudget.Asked;
import dev.wellknown.examine.IncludeBudget.NotAsked;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncludeBudgetTest {

  private final List<URI> fetched = new ArrayList<>();

  private IncludeBudget of(String root) {
    return new IncludeBudget(this::answer, URI.create(root));
  }

  private Observation answer(URI uri) {
    fetched.add(uri);
    return Answered.of(
        uri, 200, Headers.of("Content-Type", "application/json"), Body.of(new byte[] {91, 93}));
  }

  private static String refusal(IncludeBudget budget, String list) {
    return ((NotAsked) budget.ask(URI.create(list))).why();
  }

  @Test
  void asksOnThePortOfHttpsAndOnThatOfTheRoot() {
    IncludeBudget budget = of("https://a.test:8443/list.json");
    assertThat(budget.ask(URI.create("https://b.test:8443/list.json"))).isInstanceOf(Asked.class);
    assertThat(budget.ask(URI.create("https://b.test/list.json"))).isInstanceOf(Asked.class);
    assertThat(budget.ask(URI.create("https://b.test:443/list.json"))).isInstanceOf(Asked.class);
    assertThat(refusal(budget, "https://b.test:22/list.json")).endsWith("since it is on port 22");
    assertThat(refusal(of("https://a.test/list.json"), "https://b.test:8443/list.json"))
        .endsWith("since it is on port 8443");
    assertThat(fetched).hasSize(3);
  }

  @Test
  void asksForTenListsAndForNoMore() {
    IncludeBudget budget = of("https://a.test/list.json");
    for (int i = 0; i < 10; i++) {
      assertThat(budget.isSpent()).isFalse();
      assertThat(budget.ask(URI.create("https://b.test/" + i))).isInstanceOf(Asked.class);
    }
    assertThat(budget.isSpent()).isTrue();
    assertThat(refusal(budget, "https://b.test/10")).endsWith("since 10 lists had been already");
    assertThat(fetched).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:password@b.test/",
        "https://127.1/",
        "https://0x7f.0.0.1/",
        "https:b"
      })
  void asksForNoAddressThatIsReadInSeveralWays(String list) {
    assertThat(refusal(of("https://a.test/"), list)).endsWith("its address has odd parts");
    assertThat(fetched).isEmpty();
  }

  @Test
  void asksForNoAddressThatServersNeedNotTake() {
    assertThat(refusal(of("https://a.test/"), "https://b.test/" + "a".repeat(8000)))
        .endsWith("its address is longer than 8000 characters");
    assertThat(fetched).isEmpty();
  }

  @Test
  void tellsWhatTheTimeWasUpForFromWhatTookTooLong() {
    IncludeBudget late =
        new IncludeBudget(uri -> timedOut(uri, Phase.START), URI.create("https://a.test/"));
    assertThat(refusal(late, "https://b.test/")).endsWith("the time was up before it could be");
    IncludeBudget slow =
        new IncludeBudget(uri -> timedOut(uri, Phase.CONNECT), URI.create("https://a.test/"));
    assertThat(slow.ask(URI.create("https://b.test/"))).isInstanceOf(Asked.class);
  }

  private static Observation timedOut(URI uri, Phase phase) {
    return Unreachable.of(uri, Failure.of(Reason.TIMED_OUT, phase));
  }

  @Test
  void givesAHostThreeTimesTheTimeOfAFile() {
    try (Fetcher fetcher = Fetcher.builder().maxTime(Duration.ofMillis(1)).build()) {
      Fetcher limited = IncludeBudget.limited(fetcher);
      long end = System.nanoTime() + Duration.ofMillis(3).toNanos();
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      Unreachable late = (Unreachable) limited.fetch(URI.create("https://b.test/"));
      assertThat(late.failure().phase()).isEqualTo(Phase.START);
    }
  }
}
