package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what must never stand in a registration, which is committed and shown. A secret is named by
 * its key and place; its value is never kept.
 */
final class Secrets {

  private static final Set<String> KEYS =
      Set.of("passwd", "pwd", "accesstoken", "storepass", "keypass");
  private static final List<String> ENDINGS =
      List.of("secret", "password", "passphrase", "privatekey", "apikey", "token");

  /** The places where keys are names of query items or of rules, not ours. */
  private static final Pattern FREE_KEYS =
      Pattern.compile("/apps/[0-9]+/links/[0-9]+/query|/rules");

  private static final Pattern JWT =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_-]{5,}+(\\.[A-Za-z0-9_-]*+)?");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("(?s)-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY.*");
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?i)(?<![a-z0-9])(basic|bearer)\\s{1,9}+(?<token>[a-z0-9+/_.~-]{8,}+={0,3})");
  private static final Pattern USER_INFO =
      Pattern.compile("(?i)(?<=[a-z0-9+.-]://)[^/?#@\\s:]*+:[^/?#@\\s]*@");
  private static final Pattern ANY_USER_INFO = Pattern.compile("(?<=://)[^/?#@\\s]+@");

  /** What a form or a query string would carry: {@code client_secret=…}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:secret|password|passwd|passphrase|private_?key|api_?key|token)"
              + "[\"']?(?:\\s{0,3}+=\\s{0,3}+|:\\s{1,3}+)[\"']?)[^\\s\"'&;,]+");

  /** A key that has swallowed its value: its colon is missing. */
  private static final Pattern KEY_AND_VALUE =
      Pattern.compile("(?is).*(secret|password|passwd|passphrase|private_?key|api_?key)\\W+\\w.*");

  /** What every form of a secret has in it; most texts have nothing of it. */
  private static final Pattern SIGNS =
      Pattern.compile("eyJ|-----BEGIN|://|(?i:basic |bearer |secret|passw|passphrase|key|token)");

  private final Document document;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private final Set<Location> locations = new HashSet<>();

  private Secrets(Document document) {
    this.document = document;
  }

  static Secrets in(Document document, JsonObject root) {
    Secrets secrets = new Secrets(document);
    secrets.walk(root);
    return secrets;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether a finding judges a secret, or what lies below one. */
  boolean covers(Location location) {
    return locations.contains(location) || covers(String.valueOf(location.pointer()));
  }

  /** Whether a place holds a secret or lies below one, so that nothing may quote it. */
  boolean covers(String pointer) {
    String at = pointer;
    while (!places.contains(at)) {
      int slash = at.lastIndexOf('/');
      if (slash < 0) {
        return false;
      }
      at = at.substring(0, slash);
    }
    return true;
  }

  /** The same finding, with whatever looks like a secret left out of its words. */
  static Finding masked(Finding finding) {
    String app = finding.app();
    String seen = finding.seen();
    String expected = finding.expected();
    return new Finding(
        finding.rule(),
        finding.stage(),
        finding.severity(),
        finding.breaks(),
        finding.undecided(),
        app == null ? null : masked(app),
        masked(finding.message()),
        seen == null ? null : masked(seen),
        expected == null ? null : masked(expected),
        masked(finding.fix()),
        finding.evidence(),
        finding.location());
  }

  private static String masked(String text) {
    if (!SIGNS.matcher(text).find()) {
      return text;
    }
    String masked = PRIVATE_KEY.matcher(text).replaceAll("…");
    masked = JWT.matcher(masked).replaceAll("…");
    masked = AUTHORIZATION.matcher(masked).replaceAll("$1 …");
    masked = ANY_USER_INFO.matcher(masked).replaceAll("…@");
    return NAMED.matcher(masked).replaceAll("$1…");
  }

  private void walk(JsonValue value) {
    if (value instanceof JsonObject object) {
      boolean freeKeys = FREE_KEYS.matcher(object.pointer().toString()).matches();
      for (JsonObject.Member member : object.members()) {
        if (!freeKeys && isSecretKey(member.name()) && !isEmpty(member.value())) {
          add(
              member.value(),
              "the key " + quote(member.name()) + " holds a secret",
              document.at(object, member));
        } else if (isSecret(member.name()) || KEY_AND_VALUE.matcher(member.name()).matches()) {
          add(
              member.value(),
              "a key has the form of a secret",
              document.at(object.pointer(), member.namePosition()));
        } else {
          walk(member.value());
        }
      }
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(this::walk);
    } else if (value instanceof JsonString text) {
      if (isSecret(text.value())) {
        add(text, "the value has the form of a secret", document.at(text));
      } else if (USER_INFO.matcher(text.value()).find()) {
        add(text, "the address carries a user name and password", document.at(text));
      }
    }
  }

  private void add(JsonValue value, String message, Location location) {
    places.add(value.pointer().toString());
    // Findings shorten very long pointers, which then stand for more than this place.
    locations.add(location);
    locations.add(document.at(value));
    findings.add(
        Finding.of(
            RegistrationRules.SECRET_IN_REGISTRATION,
            location,
            message,
            "remove it here, and renew it where it was issued if this file was ever shared;"
                + " nothing here needs it"));
  }

  private static boolean isSecretKey(String key) {
    String plain = key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    return KEYS.contains(plain) || ENDINGS.stream().anyMatch(plain::endsWith);
  }

  private static boolean isEmpty(JsonValue value) {
    return value instanceof JsonNull || value instanceof JsonBoolean;
  }

  private static boolean isSecret(String text) {
    if (JWT.matcher(text).find() || PRIVATE_KEY.matcher(text).find()) {
      return true;
    }
    Matcher authorization = AUTHORIZATION.matcher(text);
    while (authorization.find()) {
      if (isToken(authorization.group("token"))) {
        return true;
      }
    }
    return false;
  }

  /** Tells credentials from the words in "Basic membership" and "bearer authentication". */
  private static boolean isToken(String text) {
    if (text.chars().anyMatch(c -> (c >= '0' && c <= '9') || c == '=')) {
      return true;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      return new String(decoded, StandardCharsets.ISO_8859_1).matches("[ -~]*:[ -~]*");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
