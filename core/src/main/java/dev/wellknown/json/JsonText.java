package dev.wellknown.json;

import dev.wellknown.finding.Printable;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON: UTF-8 text with {@code /} as it is and everything invisible as an escape, so that a
 * terminal shows it safely. The same value always gives the same text.
 */
public final class JsonText {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().characterEscapes(new InvisibleEscapes()).build();
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private JsonText() {}

  /**
   * The text of a value, one member or element a line, indented by two spaces, with a line end at
   * its end.
   *
   * @param value maps, lists, texts, numbers, booleans, nulls
   * @throws IllegalArgumentException for a value of another type
   */
  public static String pretty(@Nullable Object value) {
    return write(
            value,
            new DefaultPrettyPrinter(SEPARATORS)
                .withObjectIndenter(TWO_SPACES)
                .withArrayIndenter(TWO_SPACES))
        + "\n";
  }

  /**
   * The text of a value without any white space.
   *
   * @param value maps, lists, texts, numbers, booleans, nulls, or a value that was read
   * @throws IllegalArgumentException for a value of another type
   */
  public static String compact(@Nullable Object value) {
    return write(value, null);
  }

  private static String write(@Nullable Object value, @Nullable PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public @Nullable PrettyPrinter getPrettyPrinter() {
            return printer;
          }

          @Override
          public boolean hasPrettyPrinter() {
            return printer != null;
          }
        };
    try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
      write(generator, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    if (value == null || value instanceof JsonNull) {
      out.writeNull();
    } else if (value instanceof String string) {
      out.writeString(string);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach(
          (name, member) -> {
            out.writeName((String) name);
            write(out, member);
          });
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      list.forEach(element -> write(out, element));
      out.writeEndArray();
    } else if (value instanceof JsonString string) {
      out.writeString(string.value());
    } else if (value instanceof JsonNumber number) {
      out.writeNumber(number.literal());
    } else if (value instanceof JsonBoolean bool) {
      out.writeBoolean(bool.value());
    } else if (value instanceof JsonArray array) {
      write(out, array.elements());
    } else if (value instanceof JsonObject object) {
      out.writeStartObject();
      for (JsonObject.Member member : object.members()) {
        out.writeName(member.name());
        write(out, member.value());
      }
      out.writeEndObject();
    } else {
      throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }
  }

  /** Everything that {@link Printable} would write out, as {@code \\uXXXX}. */
  private static final class InvisibleEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;
    private static final int[] ASCII = ascii();

    private static int[] ascii() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes[0x7F] = ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ASCII.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
      return unit < 0x80 || Printable.isVisible(unit)
          ? null
          : new SerializedString(String.format("\\u%04x", unit));
    }
  }
}
