package dev.wellknown.json;

import static dev.wellknown.finding.Printable.quote;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One of the project's own JSON Schemas (2020-12). Loading it loads the schema library. */
public final class Schema {

  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

  /** Keywords that only wrap what others found. */
  private static final Set<String> WRAPPERS =
      Set.of("if", "then", "else", "allOf", "anyOf", "oneOf", "$ref");

  private static final int MOST_VIOLATIONS = 1_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final com.networknt.schema.Schema schema;

  private Schema(com.networknt.schema.Schema schema) {
    this.schema = schema;
  }

  /**
   * What does not fit, told so that a person who never saw the schema understands it.
   *
   * @param pointer the offending value, or the object in which something is missing
   * @param about where else somebody may have spoken about the same: the object, for a member that
   *     cannot stand beside another one; the pointer itself otherwise
   * @param message what was seen and what was expected
   * @param fix the next step
   * @param seen what stands there; null where something is missing
   * @param expected what would fit; null where nothing would
   */
  public record Violation(
      Pointer pointer,
      Pointer about,
      String message,
      String fix,
      @Nullable String seen,
      @Nullable String expected) {

    Violation(
        Pointer pointer,
        String message,
        String fix,
        @Nullable String seen,
        @Nullable String expected) {
      this(pointer, pointer, message, fix, seen, expected);
    }
  }

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
      // Read as everything else is: the library's own reader takes longer to start than to judge.
      JsonValue rules = Document.json(in.readAllBytes(), resource).value().orElseThrow();
      return new Schema(
          SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(node(rules)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What does not fit in a value, in the order of the schema library; of a value with very many
   * faults some, for nobody reads more.
   */
  public List<Violation> violations(JsonValue value) {
    return schema.validate(node(value)).stream()
        .filter(error -> !WRAPPERS.contains(error.getKeyword()))
        .limit(MOST_VIOLATIONS)
        .map(this::violation)
        .toList();
  }

  private Violation violation(Error error) {
    Pointer pointer = pointer(error.getInstanceLocation());
    JsonNode rule = error.getSchemaNode();
    String name = error.getProperty() == null ? pointer.token() : error.getProperty();
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" ->
          new Violation(
              pointer, quote(name) + " is missing", "add " + quote(name), null, quote(name));
      case "additionalProperties", "unevaluatedProperties" ->
          unknownMember(pointer.child(name), name, around(error).path("properties"));
      case "false" -> beside(pointer, quote(name));
      case "uniqueItems" ->
          new Violation(
              pointer, "an element stands twice in the list", "keep one of them", null, null);
      case "enum" -> notListed(pointer, error.getInstanceNode(), rule);
      case "pattern" -> ofAnotherForm(pointer, error);
      default -> misfit(pointer, words(error.getInstanceNode()), expected(error));
    };
  }

  private static Violation misfit(Pointer pointer, String seen, String expected) {
    return new Violation(
        pointer,
        seen + " stands where " + expected + " is expected",
        "write " + expected,
        seen,
        expected);
  }

  private static Violation refused(Pointer pointer, String message, String seen) {
    return new Violation(pointer, message, "remove it", seen, null);
  }

  private static Violation beside(Pointer pointer, String name) {
    Pointer object = pointer.parent() == null ? pointer : pointer.parent();
    return new Violation(pointer, object, name + " cannot stand here", "remove it", name, null);
  }

  private static Violation unknownMember(Pointer pointer, String name, JsonNode known) {
    return NearMiss.of(name, known.propertyNames())
        .map(
            meant ->
                new Violation(
                    pointer,
                    quote(name) + " is not known here",
                    "rename it to " + quote(meant),
                    quote(name),
                    quote(meant)))
        .orElseGet(() -> refused(pointer, quote(name) + " is not known here", quote(name)));
  }

  private static Violation notListed(Pointer pointer, JsonNode seen, JsonNode choices) {
    List<String> names = new ArrayList<>();
    choices.forEach(choice -> names.add(choice.asString()));
    String expected =
        (names.size() == 1 ? "" : "one of ")
            + names.stream().map(Printable::quote).collect(Collectors.joining(", "));
    Violation violation = misfit(pointer, words(seen), expected);
    return (seen.isString() ? NearMiss.of(seen.asString(), names) : Optional.<String>empty())
        .map(
            meant ->
                new Violation(
                    pointer,
                    violation.message(),
                    "write " + quote(meant),
                    violation.seen(),
                    quote(meant)))
        .orElse(violation);
  }

  /** The schema's own example says more to a person than a regular expression. */
  private Violation ofAnotherForm(Pointer pointer, Error error) {
    JsonNode around = around(error);
    String title = around.path("title").asString("");
    String example = around.path("examples").path(0).asString("");
    String seen = words(error.getInstanceNode());
    return new Violation(
        pointer,
        seen
            + " has another form than is expected here"
            + (title.isEmpty() ? "" : " (" + Printable.escape(title) + ")"),
        example.isEmpty()
            ? "write text of the form " + error.getSchemaNode().asString()
            : "write it like " + quote(example),
        seen,
        example.isEmpty() ? error.getSchemaNode().asString() : "text like " + quote(example));
  }

  /** The part of the schema in which the violated keyword stands. */
  private JsonNode around(Error error) {
    NodePath path = error.getSchemaLocation().getFragment();
    JsonNode node = schema.getSchemaNode();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      String step = String.valueOf(path.getElement(i));
      node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    return node;
  }

  private static Pointer pointer(NodePath path) {
    Pointer pointer = Pointer.ROOT;
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = pointer.child(String.valueOf(path.getElement(i)));
    }
    return pointer;
  }

  /** What would fit, in words that follow "where" and go before "is expected". */
  private static String expected(Error error) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> types(rule);
      case "const" -> words(rule);
      case "minItems" -> "a list of at least " + counted(rule, "element");
      case "maxItems" -> "a list of at most " + counted(rule, "element");
      case "minLength" -> "a text of at least " + counted(rule, "character");
      case "maxLength" -> "a text of at most " + counted(rule, "character");
      case "minProperties" -> "an object of at least " + counted(rule, "member");
      case "maxProperties" -> "an object of at most " + counted(rule, "member");
      case "minimum" -> "a number of at least " + rule.asString();
      case "exclusiveMinimum" -> "a number above " + rule.asString();
      case "maximum" -> "a number of at most " + rule.asString();
      case "exclusiveMaximum" -> "a number below " + rule.asString();
      default -> "something else (the schema's " + error.getKeyword() + ")";
    };
  }

  private static String counted(JsonNode count, String noun) {
    return count.asString() + " " + (count.asString().equals("1") ? noun : noun + "s");
  }

  private static String types(JsonNode rule) {
    if (!rule.isArray()) {
      return type(rule.asString());
    }
    List<String> names = new ArrayList<>();
    rule.forEach(name -> names.add(type(name.asString())));
    return String.join(" or ", names);
  }

  private static String type(String name) {
    return switch (name) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "string" -> "a text";
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
      case OBJECT -> node.isEmpty() ? "an empty object" : "an object";
      case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
      case STRING -> node.asString().isEmpty() ? "an empty text" : quote(node.asString());
      case NUMBER -> "the number " + Printable.escape(Printable.cut(node.toString()));
      default -> node.toString();
    };
  }

  /**
   * A text that is shown without the library's object mapper: the schema library shows the texts of
   * every {@code enum} while it reads a schema, and the mapper takes longer to start than all the
   * rest.
   */
  private static final class Text extends StringNode {

    private static final long serialVersionUID = 1;

    Text(String text) {
      super(text);
    }

    @Override
    public String toString() {
      return JsonText.compact(stringValue());
    }
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
      return new Text(string.value());
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
