package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TlsRecordsTest {

  private static TlsRecords of(int step, int... bytes) {
    TlsRecords records = new TlsRecords();
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    for (int i = 0; i < all.length; i += step) {
      records.accept(all, i, Math.min(step, all.length - i));
    }
    return records;
  }

  @Test
  void findsTheAlertBehindOtherRecordsHoweverTheyArrive() {
    for (int step = 1; step < 12; step++) {
      TlsRecords records =
          of(step, 22, 3, 3, 0, 3, 1, 2, 3, 21, 3, 3, 0, 2, 1, 90, 21, 3, 3, 0, 2, 2, 40);
      assertThat(records.fatalAlert()).as("by %s", step).isEqualTo(40);
      assertThat(records.isOtherProtocol()).isFalse();
      assertThat(records.isTooOld()).isFalse();
    }
  }

  @Test
  void takesEncryptedAlertsForNothing() {
    assertThat(of(3, 21, 3, 3, 0, 4, 2, 40, 1, 1).fatalAlert()).isNull();
  }

  @Test
  void knowsOldServersByWhatTheySay() {
    assertThat(of(5, 22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1).isTooOld()).isTrue();
    assertThat(of(5, 22, 3, 3, 0, 42, 2, 0, 0, 38, 3, 3).isTooOld()).isFalse();
    assertThat(of(5, 21, 3, 1, 0, 2, 2, 70).isTooOld()).isTrue();
    assertThat(of(5, 21, 3, 0, 0, 2, 2, 40).isTooOld()).isTrue();
    assertThat(of(5, 21, 3, 1, 0, 2, 2, 40).isTooOld()).isFalse();
  }

  @Test
  void knowsOtherProtocolsByTheirFirstBytes() {
    for (String[] each :
        new String[][] {
          {"HTTP/1.1 400", "HTTP"}, {"SSH-2.0", "SSH"}, {"220 hi", "MAIL_OR_FTP"}, {"* OK", "OTHER"}
        }) {
      TlsRecords records = new TlsRecords();
      byte[] bytes = each[0].getBytes(StandardCharsets.US_ASCII);
      records.accept(bytes, 0, bytes.length);
      assertThat(records.isOtherProtocol()).isTrue();
      assertThat(records.seen().name()).isEqualTo(each[1]);
    }
    assertThat(new TlsRecords().isOtherProtocol()).isFalse();
  }
}
