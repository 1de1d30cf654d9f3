package dev.wellknown.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Strict JSON (RFC 8259), token by token: depth is counted, nothing recurses. */
final class JsonReader {

  /** Deeper nesting is refused; no real file comes near. */
  static final int MAX_DEPTH = 200;

  /**
   * Depth is limited by the tree builder, lengths by whoever read the bytes. Names are not kept in
   * the library's table, which gives up where many of them have one hash code.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH + 2)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonReader() {}

  /**
   * @param quoting whether defects may quote the text
   */
  static Parsed read(String text, boolean quoting) {
    SyntaxBreak stumble = new SyntaxBreak(text, quoting);
    Lines lines = new Lines(text);
    TreeBuilder tree = new TreeBuilder(MAX_DEPTH);
    int end = 0;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      do {
        JsonToken token = parser.nextToken();
        if (token == null || !take(token, parser, tree, lines)) {
          return Parsed.stopped(tree);
        }
        end = (int) parser.currentLocation().getCharOffset();
      } while (tree.root() == null);
    } catch (JacksonException e) {
      int at = (int) e.getLocation().getCharOffset();
      tree.defects()
          .add(new Defect(Defect.Kind.NOT_JSON, lines.at(at), tree.next(), stumble.describe(at)));
      return Parsed.stopped(tree);
    }
    int rest = SyntaxBreak.skipBlanks(text, end);
    if (rest < text.length()) {
      tree.defects()
          .add(
              new Defect(
                  Defect.Kind.TRAILING_TEXT, lines.at(rest), Pointer.ROOT, stumble.excerpt(rest)));
    }
    return Parsed.of(tree);
  }

  private static boolean take(JsonToken token, JsonParser parser, TreeBuilder tree, Lines lines) {
    Position position = lines.at((int) parser.currentTokenLocation().getCharOffset());
    switch (token) {
      case START_OBJECT -> {
        return tree.start(true, position);
      }
      case START_ARRAY -> {
        return tree.start(false, position);
      }
      case END_OBJECT, END_ARRAY -> tree.end();
      case PROPERTY_NAME -> tree.name(parser.currentName(), position);
      case VALUE_STRING -> tree.text(parser.getString(), position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.number(parser.getString(), position);
      case VALUE_TRUE -> tree.bool(true, position);
      case VALUE_FALSE -> tree.bool(false, position);
      case VALUE_NULL -> tree.nil(position);
      default -> throw new IllegalStateException("no token of a text: " + token);
    }
    return true;
  }
}
