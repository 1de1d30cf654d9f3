package dev.wellknown.json;

import dev.wellknown.finding.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Plain YAML 1.2: one document of mappings, sequences and scalars of the core schema. Aliases are
 * unfolded, within bounds; tags of other types are refused.
 */
final class YamlReader {

  /** Deeper nesting is refused. */
  static final int MAX_DEPTH = 50;

  /** More aliases than a person writes are refused. */
  static final int MAX_ALIASES = 50;

  /** Aliases may unfold to so many values at most: a small text must not become a large tree. */
  static final int MAX_UNFOLDED = 10_000;

  private static final String TOO_LONG =
      "aliases that unfold to more than " + MAX_UNFOLDED + " values";

  private static final CoreScalarResolver SCALARS = new CoreScalarResolver(false);
  private static final Set<String> PLAIN_TAGS =
      Set.of(
          Tag.STR.getValue(),
          Tag.INT.getValue(),
          Tag.FLOAT.getValue(),
          Tag.BOOL.getValue(),
          Tag.NULL.getValue(),
          Tag.MAP.getValue(),
          Tag.SEQ.getValue(),
          "!");

  private final TreeBuilder tree = new TreeBuilder(MAX_DEPTH);
  private final Map<Anchor, Recording> anchors = new HashMap<>();
  private final List<Recording> recordings = new ArrayList<>();

  /** Whether the next scalar is a key, for each open collection. */
  private final List<Boolean> expectsKey = new ArrayList<>();

  /** Where the outermost of the aliases stands that are being unfolded. */
  private @Nullable Position unfolding;

  private int aliases;
  private int unfolded;
  private Position last = Position.START;

  /** Events of an anchored value that is still being read. */
  private static final class Recording {
    final Anchor anchor;
    final List<Event> events = new ArrayList<>();
    int open;
    boolean tooLong;

    Recording(Anchor anchor) {
      this.anchor = anchor;
    }

    /** What is too long to be unfolded is not kept. */
    void add(Event event) {
      if (events.size() == MAX_UNFOLDED) {
        tooLong = true;
        events.clear();
      }
      if (!tooLong) {
        events.add(event);
      }
    }
  }

  private YamlReader() {}

  static Parsed read(String text) {
    YamlReader reader = new YamlReader();
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            // All at once: a long word would be copied anew for each buffer that it fills.
            .setBufferSize(text.length() + 1)
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      int documents = 0;
      while (events.hasNext()) {
        Event event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
          return reader.stop(Defect.Kind.NOT_YAML, position(event), "a second document (---)");
        }
        if (isContent(event) && !reader.take(event, false)) {
          return Parsed.stopped(reader.tree);
        }
        reader.last = position(event);
      }
      return reader.tree.root() == null
          ? reader.stop(Defect.Kind.EMPTY, Position.START, "nothing but comments")
          : Parsed.of(reader.tree);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark =
          isAtItsBeginning(e.getProblem())
              ? e.getContextMark().or(e::getProblemMark)
              : e.getProblemMark().or(e::getContextMark);
      reader
          .tree
          .defects()
          .add(
              new Defect(
                  Defect.Kind.NOT_YAML,
                  mark.map(YamlReader::position).orElse(Position.START),
                  Pointer.ROOT,
                  inWords(e.getProblem())));
      return Parsed.stopped(reader.tree);
    } catch (ReaderException e) {
      int offset = text.offsetByCodePoints(0, Math.min(e.getPosition(), codePoints(text)));
      return reader.stop(
          Defect.Kind.NOT_YAML,
          new Lines(text).at(offset),
          "a character that YAML forbids (" + escapePoint(e.getCodePoint()) + ")");
    } catch (YamlEngineException e) {
      return reader.stop(Defect.Kind.NOT_YAML, Position.START, "text that is not YAML");
    } catch (NumberFormatException e) {
      // The library reads eight hexadecimal digits into a number that has no room for them.
      return reader.stop(
          Defect.Kind.NOT_YAML, reader.last, "an escape (\\U) of no character, behind this place");
    }
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String escapePoint(int point) {
    return Printable.escape(Character.toString(point));
  }

  /** What has no end or no colon is mended where it begins, not where the reader gave up. */
  private static boolean isAtItsBeginning(String problem) {
    return problem.startsWith("could not find expected ':'")
        || problem.startsWith("found unexpected end of stream");
  }

  /**
   * What the library says, in words for people. Secrets may stand anywhere in a text, so nothing
   * but single characters is kept of what it quotes.
   */
  private static String inWords(String problem) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "a colon inside a value, or a line that is indented too far";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "a line without a colon where a key is expected";
    }
    if (problem.startsWith("expected <block end>")) {
      return "something that is indented unlike the lines above it, or a list among keys";
    }
    if (problem.startsWith("expected ',' or")) {
      return "no comma and no closing bracket where one of them is expected";
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return "the end of the text, before its quotes are closed";
    }
    if (problem.startsWith("found undefined tag handle")) {
      return "a value that begins with !";
    }
    if (problem.contains("that cannot start any token")) {
      return problem.contains("TAB")
          ? "a tab, where YAML indents by blanks"
          : "a value that begins with " + problem.replaceAll("(?s).*?'(.)'.*", "$1");
    }
    return problem
        .replaceAll("(?s)(numbers|version|UTF-8|handle|named|anchor|alias)\\b.*", "$1")
        .replaceAll("(?s)'[^']{2,}'", "a word")
        .replaceAll("\\s+", " ")
        .trim();
  }

  private static boolean isContent(Event event) {
    return switch (event.getEventId()) {
      case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd -> true;
      default -> false;
    };
  }

  private Parsed stop(Defect.Kind kind, Position position, String detail) {
    tree.defects().add(new Defect(kind, position, tree.next(), detail));
    return Parsed.stopped(tree);
  }

  /** Takes one event; false where reading must stop, with a defect that says why. */
  private boolean take(Event event, boolean replayed) {
    if (!replayed) {
      record(event);
    } else if (++unfolded > MAX_UNFOLDED) {
      tooMany(event, TOO_LONG);
      return false;
    }
    switch (event.getEventId()) {
      case Alias -> {
        return unfold((AliasEvent) event);
      }
      case Scalar -> {
        return scalar((ScalarEvent) event);
      }
      case SequenceStart, MappingStart -> {
        return start((CollectionStartEvent) event);
      }
      default -> {
        tree.end();
        expectsKey.remove(expectsKey.size() - 1);
        valueDone();
        return true;
      }
    }
  }

  /** Keeps the events of anchored values, to be played again at each alias. */
  private void record(Event event) {
    if (event instanceof NodeEvent node
        && !(event instanceof AliasEvent)
        && node.getAnchor().isPresent()) {
      recordings.add(new Recording(node.getAnchor().get()));
    }
    for (int i = recordings.size() - 1; i >= 0; i--) {
      Recording recording = recordings.get(i);
      recording.add(event);
      if (event instanceof CollectionStartEvent) {
        recording.open++;
      } else if (event.getEventId() == Event.ID.SequenceEnd
          || event.getEventId() == Event.ID.MappingEnd) {
        recording.open--;
      }
      if (recording.open == 0) {
        recordings.remove(i);
        anchors.put(recording.anchor, recording);
      }
    }
  }

  private boolean unfold(AliasEvent alias) {
    Recording recording = anchors.get(alias.getAlias());
    if (recording == null) {
      stop(Defect.Kind.NOT_YAML, position(alias), "an alias of an anchor that is not there yet");
      return false;
    }
    if (++aliases > MAX_ALIASES || recording.tooLong) {
      tooMany(alias, recording.tooLong ? TOO_LONG : "more than " + MAX_ALIASES + " aliases");
      return false;
    }
    boolean outermost = unfolding == null;
    if (outermost) {
      unfolding = position(alias);
    }
    for (Event event : recording.events) {
      if (!take(event, true)) {
        return false;
      }
    }
    if (outermost) {
      unfolding = null;
    }
    return true;
  }

  private void tooMany(Event event, String detail) {
    stop(Defect.Kind.TOO_MANY_ALIASES, unfolding == null ? position(event) : unfolding, detail);
  }

  private boolean start(CollectionStartEvent event) {
    if (isKey()) {
      stop(Defect.Kind.NOT_YAML, position(event), "a key that is not a plain word");
      return false;
    }
    if (!hasPlainTag(event.getTag(), event)) {
      return false;
    }
    boolean mapping = event.getEventId() == Event.ID.MappingStart;
    if (!tree.start(mapping, position(event))) {
      return false;
    }
    expectsKey.add(mapping);
    return true;
  }

  private boolean scalar(ScalarEvent event) {
    Position position = position(event);
    if (!hasPlainTag(event.getTag(), event)) {
      return false;
    }
    if (isKey()) {
      tree.name(event.getValue(), position);
      expectsKey.set(expectsKey.size() - 1, false);
      return true;
    }
    // A lone ! makes a text of any scalar (YAML 1.2.2 §6.9.1).
    Tag tag =
        event
            .getTag()
            .map(given -> given.equals("!") ? Tag.STR : new Tag(given))
            .orElse(event.isPlain() ? SCALARS.resolve(event.getValue(), true) : Tag.STR);
    String value = event.getValue();
    if (tag.equals(Tag.NULL)) {
      tree.nil(position);
    } else if (tag.equals(Tag.BOOL)) {
      tree.bool(value.equalsIgnoreCase("true"), position);
    } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      tree.number(value, position);
    } else {
      tree.text(value, position);
    }
    valueDone();
    return true;
  }

  private boolean hasPlainTag(Optional<String> tag, Event event) {
    if (tag.isPresent() && !PLAIN_TAGS.contains(tag.get())) {
      stop(
          Defect.Kind.NOT_YAML,
          position(event),
          (tag.get().startsWith(Tag.PREFIX) ? "a tag (!!…)" : "a tag (!…)")
              + ", but only plain data is read");
      return false;
    }
    return true;
  }

  private boolean isKey() {
    return !expectsKey.isEmpty() && expectsKey.get(expectsKey.size() - 1);
  }

  /** After a value, a mapping waits for its next key. */
  private void valueDone() {
    if (tree.inObject()) {
      expectsKey.set(expectsKey.size() - 1, true);
    }
  }

  private static Position position(Event event) {
    return event.getStartMark().map(YamlReader::position).orElse(Position.START);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
