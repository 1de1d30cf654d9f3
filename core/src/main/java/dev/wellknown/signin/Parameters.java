package dev.wellknown.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters as they stand in a query, a fragment or a form, in their order; values raw. */
final class Parameters {

  private final Map<String, List<String>> raw;

  private Parameters(Map<String, List<String>> raw) {
    this.raw = Collections.unmodifiableMap(raw);
  }

  /** Those of a text such as {@code a=1&b=2}. Nothing is refused. */
  static Parameters of(String text) {
    Map<String, List<String>> raw = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        raw.computeIfAbsent(name, key -> new ArrayList<>())
            .add(equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return new Parameters(raw);
  }

  /** Those of a URL's query and, behind them, of its fragment. */
  static Parameters ofUrl(String url) {
    int hash = url.indexOf('#');
    String head = hash < 0 ? url : url.substring(0, hash);
    int question = head.indexOf('?');
    String query = question < 0 ? "" : head.substring(question + 1);
    return of(query + "&" + (hash < 0 ? "" : url.substring(hash + 1)));
  }

  boolean has(String name) {
    return raw.containsKey(name);
  }

  /** How often it stands there. */
  int count(String name) {
    return raw.getOrDefault(name, List.of()).size();
  }

  /** The first value, decoded; empty where there is none, or a blank one. */
  Optional<String> value(String name) {
    return raw(name).map(Parameters::decode).filter(value -> !value.isBlank());
  }

  /** The first value as it is written. */
  Optional<String> raw(String name) {
    return raw.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Percent-escapes and plus signs, read as forms are; broken escapes stay as they are. */
  static String decode(String text) {
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
  static String encode(String value) {
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
