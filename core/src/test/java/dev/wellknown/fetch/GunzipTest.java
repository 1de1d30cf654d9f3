package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.fetch.faults.Content;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GunzipTest {

  private static final byte[] FILE = Content.of(Content.AASA_PATH);
  private static final byte[] PACKED = Content.gzip(FILE);

  @Test
  void unpacksWhatIsWhole() {
    Gunzip gunzip = new Gunzip(PACKED, 1000);
    assertThat(gunzip.bytes()).isEqualTo(FILE);
    assertThat(gunzip.incomplete()).isNull();
    assertThat(gunzip.oddities()).isEmpty();
  }

  @Test
  void saysOfEveryCutThatItIsBroken() {
    for (int length = 1; length < PACKED.length; length++) {
      assertThat(new Gunzip(Arrays.copyOf(PACKED, length), 1000).incomplete())
          .as("after %s bytes", length)
          .isEqualTo(Incomplete.ENCODING_BROKEN);
    }
  }

  @Test
  void saysOfAWrongChecksumOrSizeThatItIsBroken() {
    for (int fromEnd : new int[] {1, 5}) {
      byte[] wrong = PACKED.clone();
      wrong[wrong.length - fromEnd] ^= 1;
      assertThat(new Gunzip(wrong, 1000).incomplete()).isEqualTo(Incomplete.ENCODING_BROKEN);
    }
  }

  @Test
  void readsPastTheOptionalPartsOfTheHeader() {
    byte[] head = Arrays.copyOf(PACKED, 10);
    head[3] = 2 | 4 | 8 | 16;
    byte[] parts = {3, 0, 1, 2, 3, 'n', 0, 'c', 0, 9, 9};
    byte[] packed = Content.joined(head, parts, Arrays.copyOfRange(PACKED, 10, PACKED.length));
    assertThat(new Gunzip(packed, 1000).bytes()).isEqualTo(FILE);
    for (int length = 10; length < 21; length++) {
      assertThat(new Gunzip(Arrays.copyOf(packed, length), 1000).incomplete())
          .isEqualTo(Incomplete.ENCODING_BROKEN);
    }
  }

  @Test
  void stopsOneByteAfterTheLimit() {
    Gunzip gunzip = new Gunzip(PACKED, 50);
    assertThat(gunzip.bytes()).isEqualTo(Arrays.copyOf(FILE, 51));
    assertThat(gunzip.incomplete()).isEqualTo(Incomplete.TOO_LARGE);
    assertThat(new Gunzip(PACKED, FILE.length).incomplete()).isNull();
  }

  @Test
  void unpacksSeveralMembersAndNamesGarbage() {
    Gunzip two = new Gunzip(Content.joined(PACKED, PACKED), 1000);
    assertThat(two.bytes()).isEqualTo(Content.joined(FILE, FILE));
    assertThat(two.oddities()).containsExactly(Oddity.GZIP_SEVERAL_MEMBERS);
    Gunzip garbage = new Gunzip(Content.joined(PACKED, new byte[3]), 1000);
    assertThat(garbage.bytes()).isEqualTo(FILE);
    assertThat(garbage.oddities()).containsExactly(Oddity.GZIP_GARBAGE_BEHIND);
  }
}
