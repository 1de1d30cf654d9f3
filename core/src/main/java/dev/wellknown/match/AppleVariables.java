package dev.wellknown.match;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The substitution variables of a file: its own, which hide Apple's of the same name. */
final class AppleVariables {

  private static final Map<String, Integer> CLASSES =
      Map.of(
          "alpha", AppleToken.ALPHA,
          "upper", AppleToken.UPPER,
          "lower", AppleToken.LOWER,
          "alnum", AppleToken.ALNUM,
          "digit", AppleToken.DIGIT,
          "xdigit", AppleToken.XDIGIT);

  /**
   * {@code Locale.isoRegionCodes} and {@code Locale.isoLanguageCodes} of Apple's systems (macOS
   * 27), which are not those of the JDK.
   */
  private static final Map<String, List<String>> LISTS =
      Map.of("region", codes("region-codes.txt"), "lang", codes("lang-codes.txt"));

  /** Apple's lists read for patterns; they are the same in all files. */
  private static final Map<Use, AppleToken.Choice> CHOICES_OF_LISTS = new ConcurrentHashMap<>();

  private final Map<String, List<String>> own;

  /** Values read for patterns: one tree of words for all patterns that use a variable alike. */
  private final Map<Use, AppleToken.Choice> choices = new ConcurrentHashMap<>();

  private record Use(String name, boolean fold, boolean opens) {}

  private AppleVariables(Map<String, List<String>> own) {
    this.own = Map.copyOf(own);
  }

  /**
   * The variables of a file. What is no list defines nothing, and values other than texts no value.
   */
  static AppleVariables of(AppSiteAssociation file) {
    Map<String, List<String>> own = new HashMap<>();
    JsonObject variables = file.variables();
    if (variables != null) {
      for (JsonObject.Member variable : variables.members()) {
        own.remove(variable.name());
        if (variable.value() instanceof JsonArray values) {
          own.put(
              variable.name(),
              values.elements().stream()
                  .map(JsonValue::asText)
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
        }
      }
    }
    return new AppleVariables(own);
  }

  /** Whether the file gives the name values of its own. */
  boolean defines(String name) {
    return own.containsKey(name);
  }

  /** The class of characters that a name stands for; null where it stands for none. */
  @Nullable Integer characterClass(String name) {
    return own.containsKey(name) ? null : CLASSES.get(name);
  }

  /** The values of a name; null where it has none, or is a class of characters. */
  @Nullable List<String> values(String name) {
    List<String> values = own.get(name);
    return values == null ? LISTS.get(name) : values;
  }

  /**
   * The values as a pattern uses them: with letter case or without, in front of a bracket or not.
   */
  AppleToken.Choice choice(
      String name, boolean fold, boolean opens, Supplier<AppleToken.Choice> read) {
    return (own.containsKey(name) ? choices : CHOICES_OF_LISTS)
        .computeIfAbsent(new Use(name, fold, opens), use -> read.get());
  }

  private static List<String> codes(String file) {
    String resource = "/dev/wellknown/apple/" + file;
    try (InputStream in = AppleVariables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in this build: " + resource);
      }
      return List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
