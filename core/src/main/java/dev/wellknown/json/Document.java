package dev.wellknown.json;

import dev.wellknown.finding.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one file or answer, read: their value with a place for everything in it, or the place
 * where reading stopped. Reading never throws for what the bytes hold.
 */
public final class Document {

  private static final Pattern ENVELOPE_TEXT =
      Pattern.compile(
          "\\s*(-----BEGIN (PKCS7|CMS|SIGNED)|MIME-Version:|Content-Type: *multipart/|Content-Type: *application/(x-)?pkcs7)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_POINTER = 500;

  private final String origin;
  private final byte[] bytes;
  private final String text;
  private final @Nullable JsonValue value;
  private final int values;
  private final List<Defect> defects;

  private Document(
      String origin, byte[] bytes, String text, @Nullable Parsed parsed, List<Defect> defects) {
    this.origin = origin;
    this.bytes = bytes;
    this.text = text;
    this.value = parsed == null ? null : parsed.value();
    this.values = parsed == null ? 0 : parsed.values();
    this.defects = List.copyOf(defects);
  }

  /**
   * Reads strict JSON.
   *
   * @param bytes the file's bytes, which must not change afterwards
   * @param origin the path as given, or the URL; findings point there
   */
  public static Document json(byte[] bytes, String origin) {
    return read(bytes, origin, Form.JSON);
  }

  /** Reads strict JSON that may hold secrets: its defects quote nothing but names. */
  public static Document confidentialJson(byte[] bytes, String origin) {
    return read(bytes, origin, Form.CONFIDENTIAL_JSON);
  }

  /** Reads strict JSON, and tells a signed envelope around it from a mere break of the grammar. */
  public static Document jsonOrEnvelope(byte[] bytes, String origin) {
    return read(bytes, origin, Form.JSON_OR_ENVELOPE);
  }

  /** Reads plain YAML 1.2, of which JSON is nearly a part. */
  public static Document yaml(byte[] bytes, String origin) {
    return read(bytes, origin, Form.YAML);
  }

  /** What is read. */
  private enum Form {
    JSON,
    CONFIDENTIAL_JSON,
    JSON_OR_ENVELOPE,
    YAML
  }

  private static Document read(byte[] bytes, String origin, Form form) {
    if (form == Form.JSON_OR_ENVELOPE && isEnvelope(bytes)) {
      return stopped(bytes, origin, Defect.Kind.SIGNED, "a signed envelope (CMS, PKCS #7)");
    }
    Content content = Content.decode(bytes);
    String text = content.text();
    if (text == null) {
      return new Document(origin, bytes, "", null, content.defects());
    }
    if (text.isBlank()) {
      return stopped(
          bytes,
          origin,
          Defect.Kind.EMPTY,
          bytes.length == 0 ? "no bytes at all" : "nothing but blanks");
    }
    List<Defect> defects = new ArrayList<>(content.defects());
    int first = SyntaxBreak.skipBlanks(text, 0);
    boolean quoting = form != Form.CONFIDENTIAL_JSON;
    if (form != Form.YAML && text.charAt(first) == '<') {
      defects.add(
          new Defect(
              Defect.Kind.MARKUP,
              new Lines(text).at(first),
              Pointer.ROOT,
              new SyntaxBreak(text, quoting).excerpt(first)));
      return new Document(origin, bytes, text, null, defects);
    }
    if (form == Form.YAML) {
      // YAML 1.2 §5.2 allows the mark.
      defects.removeIf(defect -> defect.kind() == Defect.Kind.BYTE_ORDER_MARK);
    }
    Parsed parsed = form == Form.YAML ? YamlReader.read(text) : JsonReader.read(text, quoting);
    defects.addAll(parsed.defects());
    return new Document(origin, bytes, text, parsed, defects);
  }

  private static Document stopped(byte[] bytes, String origin, Defect.Kind kind, String detail) {
    Defect defect = new Defect(kind, Position.START, Pointer.ROOT, detail);
    return new Document(origin, bytes, "", null, List.of(defect));
  }

  /** A DER or BER sequence of plausible length, PEM armour, or the head of an S/MIME message. */
  private static boolean isEnvelope(byte[] bytes) {
    if (Content.startsWith(bytes, 0x30) && bytes.length > 2) {
      int length = bytes[1] & 0xFF;
      return length == 0x80 || (length >= 0x81 && length <= 0x84);
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.US_ASCII);
    return ENVELOPE_TEXT.matcher(head).lookingAt();
  }

  /** The path as given, or the URL. */
  public String origin() {
    return origin;
  }

  /** The text that was read; empty where the bytes could not be decoded. */
  public String text() {
    return text;
  }

  /** Size in bytes, as read. */
  public int size() {
    return bytes.length;
  }

  /** SHA-256 of the bytes, in lower-case hex. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The value; empty where reading stopped, and then the defects say why. */
  public Optional<JsonValue> value() {
    return Optional.ofNullable(value);
  }

  /** How many values were met while reading: objects, lists and what stands in them. */
  public int values() {
    return values;
  }

  /**
   * What makes the text other than plain and strict, in the order of the text; of one kind the
   * first thousand.
   */
  public List<Defect> defects() {
    return defects;
  }

  /** The place of a value in this document. */
  public Location at(JsonValue here) {
    return at(here.pointer(), here.position());
  }

  /** The place of a member's name in this document. */
  public Location at(JsonObject parent, JsonObject.Member member) {
    return at(parent.pointer().child(member.name()), member.namePosition());
  }

  /** The place of a defect in this document. */
  public Location at(Defect defect) {
    return at(defect.pointer(), defect.position());
  }

  /**
   * A place in this document. A pointer that nobody would read to its end gives way to one above
   * it; line and column stay.
   */
  public Location at(Pointer pointer, Position position) {
    return new Location(
        origin, pointer.within(LONGEST_POINTER).toString(), position.line(), position.column());
  }

  /**
   * The value at a pointer, or the nearest one above it that exists: the place to show for
   * something that is missing. Empty only where nothing was read.
   */
  public Optional<JsonValue> nearest(Pointer pointer) {
    if (value == null) {
      return Optional.empty();
    }
    if (pointer.parent() == null) {
      return value();
    }
    JsonValue above = nearest(pointer.parent()).orElse(value);
    if (!above.pointer().equals(pointer.parent())) {
      return Optional.of(above);
    }
    JsonValue here = null;
    if (above instanceof JsonObject object) {
      here = object.get(pointer.token());
    } else if (above instanceof JsonArray array) {
      int index = index(pointer.token());
      here = index >= 0 && index < array.elements().size() ? array.elements().get(index) : null;
    }
    return Optional.of(here == null ? above : here);
  }

  private static int index(String token) {
    return token.length() < 10
            && token.chars().allMatch(c -> c >= '0' && c <= '9')
            && !token.isEmpty()
        ? Integer.parseInt(token)
        : -1;
  }
}
