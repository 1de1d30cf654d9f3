package dev.wellknown.fetch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, as much of it as arrived within the limits.
 *
 * @param bytes after decoding; where that was not possible, as they came. At most one byte more
 *     than the limit
 * @param wireSize how many bytes of body came, before decoding, without the framing
 * @param incomplete why it is not all of the body, or null where the server's framing says that it
 *     is
 */
public record Body(byte[] bytes, long wireSize, @Nullable Incomplete incomplete) {

  /** Nothing, and rightly so. */
  public static final Body EMPTY = new Body(new byte[0], 0, null);

  public Body {
    bytes = bytes.clone();
  }

  /** A whole body that was sent as it is. */
  public static Body of(byte[] bytes) {
    return new Body(bytes, bytes.length, null);
  }

  /** A copy. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes there are after decoding. */
  public int size() {
    return bytes.length;
  }

  public boolean isComplete() {
    return incomplete == null;
  }

  /** The hash of {@link #bytes()}, in lower-case hexadecimal digits. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body that
        && Arrays.equals(bytes, that.bytes)
        && wireSize == that.wireSize
        && incomplete == that.incomplete;
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(bytes), wireSize, incomplete);
  }

  @Override
  public String toString() {
    return "Body[" + bytes.length + " bytes, " + wireSize + " sent, " + incomplete + "]";
  }
}
