package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.Fingerprint;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text that is not the SHA-256 fingerprint of a certificate, though people take it for one. */
final class MalformedFingerprint extends ConstraintRule<CertificateSha256, String> {

  private static final Pattern HEX = Pattern.compile("[0-9A-F]*");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{27,44}={0,2}");

  private static String mistake(String text) {
    String hex = text.replaceAll("(?i)^\\s*SHA-?(1|256)\\s*[:=]\\s*", "").replaceAll("[:\\s]", "");
    String bare = hex.toUpperCase(Locale.ROOT);
    if (HEX.matcher(bare).matches()) {
      return switch (bare.length()) {
        case 0 -> "is blank";
        case 32 -> "has 16 bytes: it is an MD5 fingerprint";
        case 40 -> "has 20 bytes: it is a SHA-1 fingerprint";
        default ->
            "has " + bare.length() + " hex digits, but a SHA-256 fingerprint has 64 (32 bytes)";
      };
    }
    if (BASE64.matcher(text.strip()).matches()) {
      int digits = text.strip().replace("=", "").length();
      return digits == 27
          ? "is Base64 of 20 bytes: a key hash, as sign-in SDKs use it"
          : "looks like Base64, but fingerprints are written in hex";
    }
    return "has other characters than hex digits and colons";
  }

  @Override
  List<Offence> judge(String value) {
    try {
      Fingerprint.of(value);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(
          new Offence(
                  "fingerprint " + quote(value) + " " + mistake(value),
                  value,
                  "take the SHA-256 line of the Play Console (App integrity), or of"
                      + " \"keytool -list -v\"")
              .expecting("32 bytes in hex, with or without colons"));
    }
  }
}
