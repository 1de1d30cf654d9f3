package dev.wellknown.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import dev.wellknown.finding.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One of the project's own JSON Schemas (2020-12). Loading it loads the schema library. */
public final class Schema {

  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final com.networknt.schema.Schema schema;

  private Schema(com.networknt.schema.Schema schema) {
    this.schema = schema;
  }

  /**
   * What does not fit.
   *
   * @param pointer the offending value, or the object in which something is missing
   * @param seen in words: what stands there
   * @param expected in words: what would fit
   */
  public record Violation(Pointer pointer, String seen, String expected) {}

  /**
   * The schema of that name.
   *
   * @param name the file's name in {@code schemas/} without {@code .schema.json}
   * @throws IllegalArgumentException where there is no such schema
   */
  public static Schema named(String name) {
    return LOADED.computeIfAbsent(name, Schema::load);
  }

  private static Schema load(String name) {
    String resource = "/dev/wellknown/schemas/" + name + ".schema.json";
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Schema(
          SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(text, InputFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything in a value that does not fit, in the order of the schema library. */
  public List<Violation> violations(JsonValue value) {
    List<Violation> violations = new ArrayList<>();
    for (Error error : schema.validate(node(value))) {
      Pointer pointer = pointer(error.getInstanceLocation());
      String expected = expected(error);
      if (expected != null) {
        violations.add(new Violation(pointer, seen(error), expected));
      }
    }
    return violations;
  }

  private static Pointer pointer(NodePath path) {
    Pointer pointer = Pointer.ROOT;
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = pointer.child(String.valueOf(path.getElement(i)));
    }
    return pointer;
  }

  private static String seen(Error error) {
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" -> "no " + Printable.quote(name(error));
      case "additionalProperties", "unevaluatedProperties" -> Printable.quote(name(error));
      default -> words(error.getInstanceNode());
    };
  }

  private static String name(Error error) {
    String property = error.getProperty();
    return property == null ? "" : property;
  }

  /** What would fit, in words; null for keywords that only wrap the errors of others. */
  private static @Nullable String expected(Error error) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> types(rule);
      case "required", "dependentRequired" -> Printable.quote(name(error)) + " to be there";
      case "additionalProperties", "unevaluatedProperties" -> "no such member";
      case "enum" -> "one of " + Printable.escape(String.valueOf(rule));
      case "const" -> Printable.escape(String.valueOf(rule));
      case "pattern" -> "text of the form " + rule.asString();
      case "minItems" -> "at least " + rule.asString() + " " + plural(rule, "element");
      case "maxItems" -> "at most " + rule.asString() + " " + plural(rule, "element");
      case "minLength" -> "at least " + rule.asString() + " " + plural(rule, "character");
      case "maxLength" -> "at most " + rule.asString() + " " + plural(rule, "character");
      case "minimum", "exclusiveMinimum" -> "a larger number than that";
      case "maximum", "exclusiveMaximum" -> "a smaller number than that";
      case "minProperties" -> "at least " + rule.asString() + " " + plural(rule, "member");
      case "maxProperties" -> "at most " + rule.asString() + " " + plural(rule, "member");
      case "uniqueItems" -> "no element twice";
      case "if", "then", "else", "allOf", "anyOf", "oneOf", "$ref" -> null;
      default -> "what the schema's " + error.getKeyword() + " asks for";
    };
  }

  private static String plural(JsonNode count, String noun) {
    return count.asString().equals("1") ? noun : noun + "s";
  }

  private static String types(JsonNode rule) {
    if (!rule.isArray()) {
      return type(rule.asString());
    }
    List<String> names = new ArrayList<>();
    for (Iterator<JsonNode> each = rule.iterator(); each.hasNext(); ) {
      names.add(type(each.next().asString()));
    }
    return String.join(" or ", names);
  }

  private static String type(String name) {
    return switch (name) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      default -> name.equals("null") ? "null" : "a " + name;
    };
  }

  private static String words(@Nullable JsonNode node) {
    if (node == null) {
      return "nothing";
    }
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
      case STRING -> Printable.quote(node.asString());
      default ->
          node.getNodeType().name().toLowerCase(Locale.ROOT).equals("null")
              ? "null"
              : "the "
                  + (node.isBoolean() ? "value " : "number ")
                  + Printable.escape(Printable.cut(node.toString()));
    };
  }

  private static JsonNode node(JsonValue value) {
    if (value instanceof JsonObject object) {
      ObjectNode node = NODES.objectNode();
      object.members().forEach(member -> node.set(member.name(), node(member.value())));
      return node;
    }
    if (value instanceof JsonArray array) {
      ArrayNode node = NODES.arrayNode();
      array.elements().forEach(element -> node.add(node(element)));
      return node;
    }
    if (value instanceof JsonString string) {
      return NODES.stringNode(string.value());
    }
    if (value instanceof JsonNumber number) {
      return number(number.literal());
    }
    return value instanceof JsonBoolean bool ? NODES.booleanNode(bool.value()) : NODES.nullNode();
  }

  /** Numbers matter here by their type and rough size only; no literal may cost much. */
  private static JsonNode number(String literal) {
    boolean whole = literal.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    if (whole && literal.length() <= 18) {
      return NODES.numberNode(Long.parseLong(literal));
    }
    if (whole && literal.length() <= 1000) {
      return NODES.numberNode(new BigInteger(literal));
    }
    try {
      return NODES.numberNode(Double.parseDouble(literal));
    } catch (NumberFormatException e) {
      // YAML's octal and hexadecimal forms, infinity and not-a-number.
      return NODES.numberNode(Double.NaN);
    }
  }
}
