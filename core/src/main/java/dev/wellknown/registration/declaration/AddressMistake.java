package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a text that should be an address, in words that finish "the address …".
 *
 * @param fix the next step
 */
record AddressMistake(String text, String fix) {

  /** What no address has, though drafts and templates do (RFC 3986 §2). */
  private static final Pattern FOREIGN = Pattern.compile("[\\s<>\"{}|\\\\^`\\p{Cntrl}]");

  /** A text that cannot be read as an address. */
  static AddressMistake of(URISyntaxException e) {
    String text = e.getInput();
    Matcher foreign = FOREIGN.matcher(text);
    int at = foreign.find() ? foreign.start() : e.getIndex();
    if (at < 0 || at >= text.length()) {
      return new AddressMistake("ends too early", "write it out");
    }
    String character = new String(Character.toChars(text.codePointAt(at)));
    if (character.isBlank()) {
      return new AddressMistake("has a blank in it", "remove the blank, or write it as %20");
    }
    if (character.equals("_")) {
      return new AddressMistake(
          "has an underscore in its scheme, which schemes cannot have", "write it without one");
    }
    return character.equals("{") || character.equals("<")
        ? new AddressMistake("has a placeholder in it", "write what belongs in its place")
        : new AddressMistake(
            "has the character " + quote(character) + " where none such may stand",
            "remove it, or write it percent-encoded");
  }

  /** A name or password in front of the host, or no host that DNS takes; null where all is well. */
  static @Nullable AddressMistake ofHost(URI uri) {
    String authority = uri.getRawAuthority();
    if (uri.getRawUserInfo() != null) {
      return new AddressMistake("names a user", "remove what stands in front of @, and @ itself");
    }
    if (uri.getHost() != null) {
      return null;
    }
    if (authority == null) {
      return new AddressMistake("has no host name", "write it as https://, a host name and a path");
    }
    return authority.chars().allMatch(c -> c < 0x80)
        ? new AddressMistake(
            "has a host name that DNS does not take", "write the host's name as it is served")
        : new AddressMistake(
            "has a host name with letters outside ASCII",
            "write the host in its form in DNS, which begins with xn--");
  }
}
