package dev.wellknown.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Looks over the shoulder of the JDK's TLS at what a server sends in the clear: its first bytes and
 * its alerts. The JDK tells of these in the text of exceptions only.
 */
final class TlsRecords {

  private static final int KEPT = 96;
  private static final int HEADER = 5;
  private static final int MOST_ALERTS = 16;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int FATAL = 2;
  private static final int PROTOCOL_VERSION = 70;
  private static final int TLS_1_2 = 0x0303;
  private static final int SSL_3 = 0x0300;

  private final byte[] first = new byte[KEPT];
  private int kept;

  private final byte[] header = new byte[HEADER];
  private int headerLength;
  private int left;
  private final byte[] alert = new byte[2];
  private int alertLength;
  private @Nullable Integer fatal;
  private int fatalVersion;
  private int alerts;
  private boolean lost;

  /** Takes what was read next from the connection. */
  void accept(byte[] bytes, int from, int length) {
    int keep = Math.min(length, KEPT - kept);
    System.arraycopy(bytes, from, first, kept, keep);
    kept += keep;
    for (int i = from; i < from + length && !lost; ) {
      if (headerLength < HEADER) {
        header[headerLength++] = bytes[i++];
        if (headerLength == HEADER) {
          begin();
        }
      } else {
        int part = Math.min(left, from + length - i);
        if (isPlainAlert()) {
          for (int j = 0; j < part; j++) {
            alert[alertLength++] = bytes[i + j];
          }
        }
        i += part;
        left -= part;
      }
      if (headerLength == HEADER && left == 0) {
        end();
      }
    }
  }

  private void begin() {
    int type = header[0] & 0xff;
    lost = type < 20 || type > 24;
    left = (header[3] & 0xff) << 8 | header[4] & 0xff;
    alertLength = 0;
  }

  private void end() {
    if (isPlainAlert()) {
      alerts++;
      if ((alert[0] & 0xff) == FATAL) {
        fatal = alert[1] & 0xff;
        fatalVersion = version(header, 1);
      }
    }
    headerLength = 0;
  }

  /** Encrypted ones are longer. */
  private boolean isPlainAlert() {
    return (header[0] & 0xff) == ALERT && (header[3] & 0xff) == 0 && (header[4] & 0xff) == 2;
  }

  private static int version(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /** The number of the fatal alert that was sent in the clear, or null. */
  @Nullable Integer fatalAlert() {
    return fatal;
  }

  /** Whether there were more alerts than any server has reason to send; the JDK reads on. */
  boolean isFlooded() {
    return alerts > MOST_ALERTS;
  }

  /** Whether the server spoke, and not in TLS records. */
  boolean isOtherProtocol() {
    if (kept == 0) {
      return false;
    }
    int type = first[0] & 0xff;
    return type < 20 || type > 24 || (kept > 1 && first[1] != 3);
  }

  /** Whether the server said that it has nothing newer than TLS 1.1. */
  boolean isTooOld() {
    if (fatal != null && (fatal == PROTOCOL_VERSION || fatalVersion == SSL_3)) {
      return true;
    }
    return kept >= 11
        && (first[0] & 0xff) == HANDSHAKE
        && first[5] == SERVER_HELLO
        && version(first, 9) < TLS_1_2;
  }

  /** What the server seems to speak. */
  Seen seen() {
    if (startsWith("HTTP/")) {
      return Seen.HTTP;
    }
    if (startsWith("SSH-")) {
      return Seen.SSH;
    }
    boolean digits = kept >= 3;
    for (int i = 0; i < 3 && digits; i++) {
      digits = first[i] >= '0' && first[i] <= '9';
    }
    return digits ? Seen.MAIL_OR_FTP : Seen.OTHER;
  }

  private boolean startsWith(String text) {
    if (kept < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (first[i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
