package dev.wellknown.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {

  @Test
  void findsTheWordThatWasMeant() {
    List<String> words = List.of("bundleId", "teamId", "appIdPrefix");
    assertThat(NearMiss.of("bundleID", words)).contains("bundleId");
    assertThat(NearMiss.of("bundle_id", words)).contains("bundleId");
    assertThat(NearMiss.of("budnleId", words)).contains("bundleId");
    assertThat(NearMiss.of("taemId", words)).contains("teamId");
  }

  @Test
  void isSilentWhereNothingIsNear() {
    assertThat(NearMiss.of("certificates", List.of("bundleId"))).isEmpty();
    assertThat(NearMiss.of("ios", List.of("url"))).isEmpty();
    assertThat(NearMiss.of("", List.of("a"))).isEmpty();
    assertThat(NearMiss.of("teamId", List.of("teamId"))).isEmpty();
  }

  @Test
  void countsEdits() {
    assertThat(NearMiss.edits("", "abc")).isEqualTo(3);
    assertThat(NearMiss.edits("abc", "acb")).isEqualTo(1);
    assertThat(NearMiss.edits("kitten", "sitting")).isEqualTo(3);
  }
}
