package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text that is no host name: platforms fetch the files from a plain DNS name. */
final class MalformedHost extends ConstraintRule<Host, String> {

  /** Longer texts are not looked into: no host name has this length in any form. */
  private static final int LONGEST = 600;

  private static final String EXAMPLE = "write a host name such as \"shop.example.com\"";
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?");

  private static final String FORM =
      "is no host name: labels of 1 to 63 letters, digits and hyphens, at most 253 in all";

  private static String mistake(String text) {
    if (text.length() > LONGEST) {
      return FORM;
    }
    if (SCHEME.matcher(text).matches()) {
      return "has a scheme";
    }
    if (text.startsWith("*")) {
      return "is a wildcard, but every host serves files of its own";
    }
    if (ADDRESS.matcher(text).matches()) {
      return "is an address, but links name hosts";
    }
    if (text.contains("/")) {
      return "has a path";
    }
    if (text.contains(":")) {
      return "has a port, but platforms ask port 443 only";
    }
    if (text.contains("_")) {
      return "has an underscore, which host names cannot have";
    }
    if (text.isBlank()) {
      return "is blank";
    }
    if (!text.strip().equals(text) || text.contains(" ")) {
      return "has blanks";
    }
    if (!text.contains(".")) {
      return "has no dot: it is no public name";
    }
    if (text.chars().anyMatch(c -> c >= 0x80)) {
      return "has letters that old and new rules of DNS read differently";
    }
    return text.endsWith(".") ? "ends with a dot" : FORM;
  }

  private static String fix(String text) {
    if (text.length() > LONGEST) {
      return EXAMPLE;
    }
    String bare =
        text.strip()
            .replaceFirst("(?i)^[a-z][a-z0-9+.-]*://", "")
            .replaceFirst("^\\*\\.", "")
            .replaceFirst("[:/].*$", "")
            .replaceFirst("\\.$", "");
    if (HostName.isOne(bare)) {
      return "write the host alone: " + quote(bare.toLowerCase(Locale.ROOT));
    }
    return bare.chars().anyMatch(c -> c >= 0x80)
        ? "write its form in DNS, which begins with xn--"
        : EXAMPLE;
  }

  @Override
  List<Offence> judge(String value) {
    if (HostName.isOne(value)) {
      return List.of();
    }
    return List.of(
        new Offence("host " + quote(value) + " " + mistake(value), value, fix(value))
            .expecting("a host name such as shop.example.com"));
  }
}
