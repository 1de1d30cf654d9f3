package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands where the SHA-256 fingerprint of a certificate should stand: 32 pairs of hexadecimal
 * digits in capitals, joined by colons.
 *
 * @param kind what it is
 * @param problem what is wrong, in words that follow "the fingerprint …"; empty where nothing is
 * @param corrected the fingerprint in the right form, where it can be told; null elsewhere
 */
public record FingerprintText(Kind kind, String problem, @Nullable String corrected) {

  public enum Kind {
    /** Right, as far as form goes. */
    SHA256,
    /** Right but for lower-case letters. */
    LOWER_CASE,
    /** The same pair 32 times, or the digits in their order: nobody's certificate. */
    FILLER,
    /** Words to be replaced. */
    PLACEHOLDER,
    /** Something else. */
    MALFORMED
  }

  private static final Pattern HEX_64 = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final Pattern SEPARATORS = Pattern.compile("[:.\\-_,;/|\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern PREFIX =
      Pattern.compile(
          "\\s*(SHA-?_?256|SHA-?1|MD5)( Fingerprint)?\\s*[:=/]?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BASE64 =
      Pattern.compile("(?=.*[0-9])(?=.*[a-z])([A-Za-z0-9+/]+|[A-Za-z0-9_-]+)(?<=^(.{27}|.{43}))=?");
  private static final String KEY_HASH = "android:apk-key-hash:";

  /** Long enough that any 64 digits in a row which follow the cycle are part of it. */
  private static final List<String> CYCLES =
      Stream.of(
              "0123456789ABCDEF",
              "1234567890ABCDEF",
              "ABCDEF",
              "AABBCCDDEEFF",
              "00112233445566778899AABBCCDDEEFF",
              "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20")
          .map(cycle -> cycle.repeat(1 + 128 / cycle.length()))
          .toList();

  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  /** Judges one text. */
  public static FingerprintText of(String text) {
    if (isPairs(text)) {
      String capitals = text.toUpperCase(Locale.ROOT);
      if (isFiller(capitals)) {
        return new FingerprintText(Kind.FILLER, "", null);
      }
      return capitals.equals(text)
          ? new FingerprintText(Kind.SHA256, "", text)
          : new FingerprintText(Kind.LOWER_CASE, "has lower-case letters", capitals);
    }
    if (text.length() > 500) {
      return malformed("is " + text.length() + " characters long, where 95 are right", null);
    }
    FingerprintText digits = inDigits(text);
    if (digits != null) {
      return digits;
    }
    if (Placeholder.isForFingerprint(text)) {
      return new FingerprintText(Kind.PLACEHOLDER, "", null);
    }
    FingerprintText base64 = inBase64(text);
    return base64 == null ? malformed(problem(text), null) : base64;
  }

  /** 32 pairs of digits in either case, joined by colons. */
  private static boolean isPairs(String text) {
    if (text.length() != 95) {
      return false;
    }
    for (int i = 0; i < 95; i++) {
      char unit = text.charAt(i);
      if (i % 3 == 2 ? unit != ':' : unit > 'f' || Character.digit(unit, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A text that holds the 64 digits of a SHA-256, in another dress. */
  private static @Nullable FingerprintText inDigits(String text) {
    Matcher prefix = PREFIX.matcher(text);
    String body = prefix.lookingAt() ? text.substring(prefix.end()) : text;
    String digits = SEPARATORS.matcher(body).replaceAll("");
    if (!HEX_64.matcher(digits).matches()) {
      return null;
    }
    String corrected = COLONS.formatHex(HexFormat.of().parseHex(digits));
    return isFiller(corrected)
        ? new FingerprintText(Kind.PLACEHOLDER, "", null)
        : malformed(dress(text, body), corrected);
  }

  private static @Nullable FingerprintText inBase64(String text) {
    byte[] decoded = base64(text.startsWith(KEY_HASH) ? text.substring(KEY_HASH.length()) : text);
    if (decoded == null) {
      return null;
    }
    return decoded.length == 32
        ? malformed("is a SHA-256 in base64, not in hexadecimal pairs", COLONS.formatHex(decoded))
        : malformed("is a SHA-1 in base64, the key hash that other services ask for", null);
  }

  private static String dress(String text, String body) {
    if (body.length() != text.length()) {
      return "begins with " + quote(text.substring(0, text.length() - body.length()));
    }
    if (INVISIBLE.matcher(text).find()) {
      return "has invisible signs in it";
    }
    if (BLANKS.matcher(text).find()) {
      return "has blanks in it";
    }
    if (isPairs(text.replaceAll("^[^0-9A-Fa-f]+|[^0-9A-Fa-f]+$", ""))) {
      return "has other signs before or behind it";
    }
    return HEX_64.matcher(text).matches()
        ? "has no colons"
        : "has other signs than a colon between its pairs";
  }

  private static String problem(String text) {
    if (text.isBlank()) {
      return "is empty";
    }
    if (several(text) > 1) {
      return "is " + several(text) + " fingerprints in one text";
    }
    String plain = PREFIX.matcher(text).replaceFirst("");
    String digits = SEPARATORS.matcher(plain).replaceAll("");
    if (digits.matches("[0-9A-Fa-f]+")) {
      return length(plain, digits);
    }
    if (digits.isEmpty()) {
      return "has no digits";
    }
    int other = text.codePoints().filter(point -> !isHexOrColon(point)).findFirst().orElse(':');
    return "holds " + quote(Character.toString(other)) + ", which is no hexadecimal digit";
  }

  private static String length(String text, String digits) {
    return switch (digits.length()) {
      case 40 -> "has 20 bytes: that is a SHA-1, not a SHA-256";
      case 32 -> "has 16 bytes: that is an MD5, not a SHA-256";
      case 128 -> "has 64 bytes: that is a SHA-512, not a SHA-256";
      default -> {
        for (String pair : SEPARATORS.split(text)) {
          if (pair.length() == 1) {
            yield "has a pair of one digit only: " + quote(pair);
          }
        }
        yield digits.length() % 2 == 1
            ? "has " + digits.length() + " digits, where 64 are right"
            : "has " + digits.length() / 2 + " bytes, where 32 are right";
      }
    };
  }

  /** How many whole fingerprints a text joins. */
  static int several(String text) {
    int count = 0;
    for (String part : text.split("[,;|\\s]+")) {
      if (isPairs(part)) {
        count++;
      } else if (!part.isEmpty()) {
        return 0;
      }
    }
    return count;
  }

  /** The bytes of a base64 text of the two lengths that hashes have; null for any other text. */
  private static byte @Nullable [] base64(String text) {
    if (!BASE64.matcher(text).matches()) {
      return null;
    }
    try {
      return text.contains("-") || text.contains("_")
          ? Base64.getUrlDecoder().decode(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Nobody's hash looks like this: one pair all the way, or digits in their order. */
  private static boolean isFiller(String capitals) {
    String digits = capitals.replace(":", "");
    return digits.substring(0, 2).repeat(32).equals(digits)
        || CYCLES.stream().anyMatch(cycle -> cycle.contains(digits));
  }

  private static boolean isHexOrColon(int point) {
    return point == ':' || (point < 0x80 && Character.digit(point, 16) >= 0);
  }

  private static FingerprintText malformed(String problem, @Nullable String corrected) {
    return new FingerprintText(Kind.MALFORMED, problem, corrected);
  }
}
