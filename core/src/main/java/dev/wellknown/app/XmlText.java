package dev.wellknown.app;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Printable;
import dev.wellknown.json.Lines;
import dev.wellknown.json.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file without its document type declaration: no parser ever sees one, so there
 * is no entity that could be expanded or loaded. What is neither UTF-8 nor a text is refused by
 * name.
 *
 * @param origin the path as given
 * @param text the text, with blanks in the place of a declaration that was taken out
 * @param documentType whether a declaration was taken out
 */
record XmlText(String origin, String text, boolean documentType) {

  /** In bytes; the manifests of the largest apps have some hundred kilobytes. */
  static final int LARGEST = 4 << 20;

  private static final String DOCTYPE = "<!DOCTYPE";
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{0,40})[\"']");

  static XmlText decode(byte[] bytes, String origin) throws UnreadableAppFileException {
    XmlText empty = new XmlText(origin, "", false);
    if (bytes.length > LARGEST) {
      throw empty.unreadable(
          "it has " + bytes.length + " bytes, and no more than " + LARGEST + " are read",
          "give the file from the app's source");
    }
    for (BinaryForm form : BinaryForm.values()) {
      if (form.is(bytes)) {
        throw empty.unreadable("it is " + form.words(), form.fix());
      }
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString();
    } catch (CharacterCodingException e) {
      throw empty.unreadable("its bytes are not UTF-8", "save it in UTF-8");
    }
    if (text.indexOf('\0') >= 0) {
      throw empty.unreadable("it is no text", "give the file from the app's source");
    }
    Matcher declared = DECLARED.matcher(text);
    if (declared.lookingAt()) {
      String name = declared.group(1).toUpperCase(Locale.ROOT);
      if (!name.equals("UTF-8") && !name.equals("US-ASCII")) {
        throw empty.unreadable(
            "it says that it is written in " + quote(declared.group(1)),
            "save it in UTF-8, and say so in its first line");
      }
    }
    return new XmlText(origin, text, false).withoutDocumentType();
  }

  /** The exception that says why this file cannot be used. */
  UnreadableAppFileException unreadable(String seen, String fix) {
    return new UnreadableAppFileException(Printable.cut(origin) + ": " + seen + "; " + fix);
  }

  UnreadableAppFileException unreadable(String seen, Position at, String fix) {
    return unreadable(seen + " at line " + at.line() + ", column " + at.column(), fix);
  }

  /**
   * Property lists name Apple's document type by custom, and nothing is lost without it. One that
   * declares something itself is an attack or no property list.
   */
  private XmlText withoutDocumentType() throws UnreadableAppFileException {
    int at = endOfMisc();
    if (!text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
      return this;
    }
    char quote = 0;
    for (int i = at + DOCTYPE.length(); i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        throw unreadable(
            "it declares a document type of its own (<!DOCTYPE … [ … ]>)",
            new Lines(text).at(at),
            "remove the declaration, and the entities that it declares");
      } else if (c == '>') {
        String blank = text.substring(at, i + 1).replaceAll("[^\\r\\n]", " ");
        return new XmlText(origin, text.substring(0, at) + blank + text.substring(i + 1), true);
      }
    }
    return this;
  }

  /** Where what may stand in front of a document type ends: blanks, comments, instructions. */
  private int endOfMisc() {
    int at = 0;
    while (at < text.length()) {
      int end;
      if (text.startsWith("<!--", at)) {
        end = text.indexOf("-->", at + 4) + 3;
      } else if (text.startsWith("<?", at)) {
        end = text.indexOf("?>", at + 2) + 2;
      } else if (text.charAt(at) <= ' ') {
        end = at + 1;
      } else {
        return at;
      }
      if (end <= at) {
        return text.length();
      }
      at = end;
    }
    return at;
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
