package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.examine.HostList.Shard;
import dev.wellknown.registration.HostName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostListTest {

  private final List<String> problems = new ArrayList<>();

  private List<String> taken(HostList list, String... lines) {
    return Stream.of(lines)
        .map(line -> list.host(line, problems::add))
        .flatMap(Optional::stream)
        .toList();
  }

  private static HostList shard(int number, int of) {
    return new HostList(Optional.of(new Shard(number, of)), Set.of());
  }

  @Test
  void takesEachHostOnceHoweverItIsWritten() {
    HostList list = new HostList(Optional.empty(), Set.of());
    assertThat(list.host(HostName.of("shop.example.com"))).isPresent();
    assertThat(
            taken(
                list,
                "\uFEFFSHOP.example.com.",
                "",
                " # no host",
                "bücher.example",
                "xn--bcher-kva.example",
                "www.example.com \r"))
        .containsExactly("xn--bcher-kva.example", "www.example.com");
    assertThat(problems).isEmpty();
  }

  @Test
  void tellsTheLineOfWhatIsNoHost() {
    HostList list = new HostList(Optional.empty(), Set.of());
    assertThat(taken(list, "a.example", "https://b.example/", "10.0.0.1")).hasSize(1);
    assertThat(problems)
        .containsExactly(
            "line 2: \"https://b.example/\" is no host name",
            "line 3: \"10.0.0.1\" is no host name");
  }

  /** CRC-32 modulo the number of parts, as zlib computes it; scripts may do the same. */
  @ParameterizedTest
  @CsvSource({
    "shop.example.com, 1, 2, 5",
    "www.shop.example.com, 1, 2, 9",
    "xn--bcher-kva.example, 1, 1, 7",
    "demo-mmna-demo.eu1.mindsphere.io, 1, 2, 3"
  })
  void knowsTheShardOfAHostWhateverElseIsThere(String host, int ofTwo, int ofThree, int ofTen) {
    for (int[] each : new int[][] {{ofTwo, 2}, {ofThree, 3}, {ofTen, 10}}) {
      for (int number = 1; number <= each[1]; number++) {
        assertThat(taken(shard(number, each[1]), host)).hasSize(number == each[0] ? 1 : 0);
      }
    }
  }

  @Test
  void givesEveryHostToOneShardAndEveryShardItsShare() {
    int hosts = 10_000;
    int shards = 7;
    int all = 0;
    for (int number = 1; number <= shards; number++) {
      HostList list = shard(number, shards);
      String[] lines =
          IntStream.range(0, hosts).mapToObj(i -> "h" + i + ".example.com").toArray(String[]::new);
      int size = taken(list, lines).size();
      assertThat(size).isBetween(hosts / shards * 9 / 10, hosts / shards * 11 / 10);
      assertThat(list.passedOver()).isEqualTo(hosts - size);
      all += size;
    }
    assertThat(all).isEqualTo(hosts);
  }

  @Test
  void refusesAShardThatThereIsNot() {
    for (int[] each : new int[][] {{0, 3}, {4, 3}, {1, 0}}) {
      assertThatThrownBy(() -> new Shard(each[0], each[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void knowsHowManyHostsThereWillBe() {
    HostList list = new HostList(Optional.empty(), Set.of("a.example", "b.example"));
    assertThat(list.expected(10)).isEqualTo(8);
    taken(list, "a.example", "c.example", "# comment");
    assertThat(list.expected(10))
        .as("one taken, seven lines ahead, one of them decided")
        .isEqualTo(7);
    taken(list, "b.example", "c.example");
    assertThat(list.expected(5)).isEqualTo(1);

    HostList half = shard(1, 2);
    assertThat(half.expected(1000)).isEqualTo(500);
  }

  @Test
  void countsLines() throws IOException {
    assertThat(lines("")).isZero();
    assertThat(lines("a")).isEqualTo(1);
    assertThat(lines("a\n")).isEqualTo(1);
    assertThat(lines("a\r\n\nb")).isEqualTo(3);
    assertThat(lines("a\n".repeat(100_000))).isEqualTo(100_000);
  }

  private static long lines(String text) throws IOException {
    return HostList.lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
