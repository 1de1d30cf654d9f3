package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Binds values to records by the names of their components. What is of another type is null in the
 * record and a finding; so is a key that no component has. A record may have static methods {@code
 * of} for shorter forms.
 */
final class Binder {

  private final Document document;
  private final boolean yaml;
  private final List<Finding> findings;
  private final Told told = new Told();

  Binder(Document document, boolean yaml, List<Finding> findings) {
    this.document = document;
    this.yaml = yaml;
    this.findings = findings;
  }

  /** The places about which findings were made; that they are missing need not be told as well. */
  Told told() {
    return told;
  }

  <R extends Record> R bind(JsonObject object, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      String key = key(components[i]);
      keys.add(key);
      types[i] = components[i].getType();
      JsonValue value = object.get(key);
      if (value != null) {
        arguments[i] =
            types[i] == Map.class
                ? map(value, components[i].getGenericType(), Binder::isOpen)
                : convert(value, components[i].getGenericType());
      }
    }
    for (JsonObject.Member member : object.members()) {
      if (!keys.contains(member.name()) && !isOpen(member.name())) {
        unknownKey(object, member, keys);
      }
    }
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key == null ? component.getName() : key.value();
  }

  /** Keys that a registration may always have: an editor's schema, and a team's own notes. */
  static boolean isOpen(String key) {
    return key.equals("$schema") || key.startsWith("x-");
  }

  private void unknownKey(JsonObject object, JsonObject.Member member, List<String> keys) {
    String known = String.join(", ", keys);
    String fix;
    if (member.name().equals("<<")) {
      fix = "YAML 1.2 knows no merge keys: write the keys out";
    } else {
      List<String> absent = keys.stream().filter(key -> !object.has(key)).toList();
      Optional<String> near = NearMiss.of(member.name(), absent);
      near.ifPresent(meant -> told.add(object.pointer().child(meant)));
      fix =
          near.map(meant -> "write " + quote(meant))
              .orElse("known here are: " + known + "; notes of your own begin with x-");
    }
    findings.add(
        Finding.of(
                RegistrationRules.UNKNOWN_KEY,
                document.at(object, member),
                "the key " + quote(member.name()) + " is not known here",
                fix)
            .withSeen(member.name())
            .withExpected(known));
  }

  private @Nullable Object convert(JsonValue value, Type type) {
    if (value instanceof JsonNull) {
      return missing(value);
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? list(value, generic.getActualTypeArguments()[0])
          : map(value, generic, key -> false);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text(value);
    }
    if (raw == Boolean.class) {
      return value instanceof JsonBoolean bool ? bool.value() : wrongType(value, "true or false");
    }
    if (raw == Integer.class) {
      return number(value);
    }
    return record(value, raw.asSubclass(Record.class));
  }

  /** In YAML a team id of ten digits is a number; its text is what was meant. */
  private @Nullable Object text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.value();
    }
    if (yaml && value instanceof JsonNumber number) {
      return number.literal();
    }
    return wrongType(value, "text");
  }

  private @Nullable Object number(JsonValue value) {
    if (value instanceof JsonNumber number) {
      try {
        return Integer.valueOf(number.literal());
      } catch (NumberFormatException e) {
        return wrongType(value, "a whole number below 2,147,483,648");
      }
    }
    return wrongType(value, "a whole number");
  }

  private @Nullable Object list(JsonValue value, Type element) {
    if (!(value instanceof JsonArray array)) {
      return wrongType(value, "a list");
    }
    List<@Nullable Object> list = new ArrayList<>();
    array.elements().forEach(each -> list.add(convert(each, element)));
    return list;
  }

  private @Nullable Object map(JsonValue value, Type type, Predicate<String> passedOver) {
    if (value instanceof JsonNull) {
      return missing(value);
    }
    if (!(value instanceof JsonObject object)) {
      return wrongType(value, "an object");
    }
    Type element = ((ParameterizedType) type).getActualTypeArguments()[1];
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (JsonObject.Member member : object.members()) {
      if (!passedOver.test(member.name())) {
        map.put(member.name(), convert(member.value(), element));
      }
    }
    return map;
  }

  private @Nullable Object record(JsonValue value, Class<? extends Record> type) {
    List<String> takes = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (!method.getName().equals("of")) {
        continue;
      }
      Type parameter = method.getGenericParameterTypes()[0];
      Class<?> raw = method.getParameterTypes()[0];
      if ((raw == String.class && isText(value))
          || (raw == List.class && value instanceof JsonArray)
          || (raw == Map.class && value instanceof JsonObject)) {
        return call(method, convert(value, parameter));
      }
      takes.add(raw == String.class ? "text" : raw == List.class ? "a list" : "an object");
    }
    boolean bindable =
        Arrays.stream(type.getDeclaredMethods())
            .noneMatch(method -> method.getName().equals("of") && takesCollection(method));
    if (bindable && value instanceof JsonObject object) {
      return bind(object, type);
    }
    if (bindable) {
      takes.add("an object");
    }
    takes.sort(null);
    return wrongType(value, String.join(" or ", takes));
  }

  private static boolean takesCollection(Method method) {
    return method.getParameterTypes()[0] != String.class;
  }

  private boolean isText(JsonValue value) {
    return value instanceof JsonString || (yaml && value instanceof JsonNumber);
  }

  private static Object call(Method factory, @Nullable Object argument) {
    try {
      factory.setAccessible(true);
      return factory.invoke(null, argument);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key without a value: something was meant, or the key would not be there. */
  private @Nullable Object missing(JsonValue value) {
    told.add(value.pointer());
    findings.add(
        Finding.of(
                RegistrationRules.of(MissingValue.class),
                document.at(value),
                Naming.of(document, value.pointer()) + " has no value",
                "write its value, or leave it out where it is not needed")
            .withSeen("null"));
    return null;
  }

  private @Nullable Object wrongType(JsonValue value, String expected) {
    told.add(value.pointer());
    String name = Naming.of(document, value.pointer());
    findings.add(
        Finding.of(
                RegistrationRules.WRONG_TYPE,
                document.at(value),
                name + " is " + value.inWords() + " where " + expected + " is expected",
                "write " + expected + hint(value, expected))
            .withExpected(expected));
    return null;
  }

  private String hint(JsonValue value, String expected) {
    String text = value.asText();
    if (expected.equals("a list") && text != null) {
      return yaml ? ", in brackets or with a hyphen on each line" : ", in brackets";
    }
    if (expected.equals("true or false") && text != null) {
      return yaml ? ", without quotes; yes, no, on and off are mere words" : ", without quotes";
    }
    if (expected.equals("an object")) {
      return ": its keys with their values";
    }
    return expected.equals("text") && !(value instanceof JsonObject || value instanceof JsonArray)
        ? ", in quotes"
        : "";
  }
}
