package dev.wellknown.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text. The JSON library would silently take a byte order mark, UTF-16, UTF-32 and
 * overlong UTF-8; no platform promises to, so the bytes are decoded here, strictly.
 *
 * @param text the decoded text, without a byte order mark; null where it is not UTF-8 at all
 */
record Content(@Nullable String text, List<Defect> defects) {

  static Content decode(byte[] bytes) {
    String wide = wideEncoding(bytes);
    if (wide != null) {
      return new Content(null, List.of(mark("text in " + wide + ", not in UTF-8")));
    }
    List<Defect> defects = new ArrayList<>();
    int start = 0;
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      defects.add(mark("a byte order mark (EF BB BF) in front of the text"));
      start = 3;
    }
    return new Content(decodeUtf8(bytes, start, defects), defects);
  }

  private static Defect mark(String detail) {
    return new Defect(Defect.Kind.BYTE_ORDER_MARK, Position.START, Pointer.ROOT, detail);
  }

  private static String decodeUtf8(byte[] bytes, int start, List<Defect> defects) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
    int firstBreak = -1;
    String detail = "";
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      if (firstBreak < 0) {
        firstBreak = out.position();
        int at = in.position();
        int end = Math.min(at + result.length(), bytes.length);
        detail =
            "bytes that are not UTF-8: "
                + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, at, end)
                + " at byte "
                + at;
      }
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    decoder.flush(out);
    String text = out.flip().toString();
    if (firstBreak >= 0) {
      Position position = new Lines(text).at(firstBreak);
      defects.add(new Defect(Defect.Kind.NOT_UTF8, position, Pointer.ROOT, detail));
    }
    return text;
  }

  /** UTF-16 and UTF-32, by their mark or by the zero bytes around the first ASCII character. */
  private static @Nullable String wideEncoding(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32";
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return "UTF-16";
    }
    if (bytes.length >= 4) {
      if (bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] > 0) {
        return "UTF-32BE";
      }
      if (bytes[0] > 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0) {
        return "UTF-32LE";
      }
      if (bytes[0] == 0 && bytes[1] > 0 && bytes[2] == 0 && bytes[3] > 0) {
        return "UTF-16BE";
      }
      if (bytes[0] > 0 && bytes[1] == 0 && bytes[2] > 0 && bytes[3] == 0) {
        return "UTF-16LE";
      }
    }
    return null;
  }

  static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
