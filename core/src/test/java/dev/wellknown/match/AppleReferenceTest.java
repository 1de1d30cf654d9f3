package dev.wellknown.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast matcher decides as the slow one that is written straight from the descriptions. */
class AppleReferenceTest {

  /** {@code -Dmatch.pairs=1000000} for the long run. */
  private static final int PAIRS = Integer.getInteger("match.pairs", 20_000);

  private static final int URLS_PER_FILE = 20;

  @Test
  void agreesWithTheReferenceOnRandomFilesAndUrls() {
    Random random = new Random(Long.getLong("match.seed", 20_261_122L));
    RandomAasa make = new RandomAasa(random);
    Map<AppleVerdict, Integer> seen = new EnumMap<>(AppleVerdict.class);
    for (int pair = 0; pair < PAIRS; ) {
      String file = make.file();
      AppleMatcher matcher = AppleVectorsTest.matcher(file);
      ReferenceAppleMatcher reference = new ReferenceAppleMatcher(file);
      for (int i = 0; i < URLS_PER_FILE; i++, pair++) {
        String url = make.url();
        for (String app : RandomAasa.APPS) {
          AppleVerdict verdict = reference.verdict(url, app);
          seen.merge(verdict, 1, Integer::sum);
          assertThat(matcher.decide(url, app).verdict())
              .as("%s of %s in %s", app, url, file)
              .isEqualTo(verdict);
          if (pair % 10 == 0) {
            AppleExplanation explanation = matcher.explain(url, app);
            assertThat(explanation.verdict()).isEqualTo(verdict);
            assertThat(explanation.miss() == null).isEqualTo(verdict != AppleVerdict.NO_MATCH);
            assertThat(explanation.text()).isNotBlank();
          }
        }
      }
    }
    // An agreement about nothing but misses would say little.
    assertThat(seen.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThanOrEqualTo(PAIRS * RandomAasa.APPS.size());
    for (AppleVerdict verdict : List.of(AppleVerdict.values())) {
      assertThat(seen.getOrDefault(verdict, 0)).as("%s", verdict).isGreaterThan(PAIRS / 10);
    }
  }
}
