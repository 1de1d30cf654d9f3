package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what must never stand in a registration, which is committed and shown. A secret is named by
 * its key and place; its value is never kept.
 */
final class Secrets {

  private static final Set<String> KEYS =
      Set.of(
          "secret",
          "clientsecret",
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "privatekey",
          "apikey",
          "accesstoken",
          "refreshtoken",
          "idtoken",
          "token",
          "storepass",
          "keypass");
  private static final List<String> ENDINGS =
      List.of("secret", "password", "passphrase", "privatekey", "apikey", "token");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)(basic|bearer)\\s+[a-z0-9+/=._~-]{8,}.*"
              + "|eyJ[a-z0-9_-]{5,}\\.[a-z0-9_-]{5,}\\.[a-z0-9_-]*"
              + "|(?s)\\s*-----BEGIN [A-Z ]*PRIVATE KEY-----.*");
  private static final Pattern USER_INFO =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/?#@\\s]*:[^/?#@\\s]*@.*");

  private final Document document;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Pointer> places = new ArrayList<>();

  private Secrets(Document document) {
    this.document = document;
  }

  static Secrets in(Document document, JsonObject root) {
    Secrets secrets = new Secrets(document);
    secrets.walk(root, false);
    return secrets;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether a place holds a secret or lies below one, so that nothing may quote it. */
  boolean covers(String pointer) {
    return places.stream()
        .map(Pointer::toString)
        .anyMatch(place -> pointer.equals(place) || pointer.startsWith(place + "/"));
  }

  /** The keys of free maps are names of query items and rules, not of ours. */
  private void walk(JsonValue value, boolean freeKeys) {
    if (value instanceof JsonObject object) {
      for (JsonObject.Member member : object.members()) {
        if (!freeKeys && isSecretKey(member.name()) && !(member.value() instanceof JsonObject)) {
          add(
              member.value().pointer(),
              "the key " + quote(member.name()) + " holds a secret",
              document.at(object, member));
        } else {
          boolean free = member.name().equals("query") || member.name().equals("rules");
          walk(member.value(), free);
        }
      }
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> walk(element, false));
    } else if (value instanceof JsonString text) {
      if (VALUE.matcher(text.value()).matches()) {
        add(text.pointer(), "the value has the form of a secret", document.at(text));
      } else if (USER_INFO.matcher(text.value()).matches()) {
        add(text.pointer(), "the address carries a user name and password", document.at(text));
      }
    }
  }

  private void add(Pointer pointer, String message, Location location) {
    places.add(pointer);
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
}
