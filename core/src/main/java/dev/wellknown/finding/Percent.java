package dev.wellknown.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Percent-escapes in the parameters of addresses. */
public final class Percent {

  private Percent() {}

  /** Percent-escapes and plus signs, read as forms are; broken escapes stay as they are. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int high = i + 2 < text.length() && point == '%' ? digit(text.charAt(i + 1)) : -1;
      int low = high < 0 ? -1 : digit(text.charAt(i + 2));
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 3;
      } else {
        bytes.writeBytes(
            point == '+' ? new byte[] {' '} : Character.toString(point).getBytes(UTF_8));
        i += Character.charCount(point);
      }
    }
    return bytes.toString(UTF_8);
  }

  private static int digit(char unit) {
    return unit < 0x80 ? Character.digit(unit, 16) : -1;
  }

  /** A value as it has to stand in a query: everything encoded but what RFC 3986 §2.3 exempts. */
  public static String encode(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : value.getBytes(UTF_8)) {
      boolean plain =
          (each >= 'a' && each <= 'z')
              || (each >= 'A' && each <= 'Z')
              || (each >= '0' && each <= '9')
              || "-._~".indexOf(each) >= 0;
      if (plain) {
        encoded.append((char) each);
      } else {
        encoded.append(String.format("%%%02X", each & 0xFF));
      }
    }
    return encoded.toString();
  }
}
