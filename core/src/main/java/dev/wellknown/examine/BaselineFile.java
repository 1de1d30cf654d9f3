package dev.wellknown.examine;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A baseline as it is kept, in JSON: {@code schemas/baseline.schema.json} describes it. */
public final class BaselineFile {

  private static final String FORMAT = "wellknown-baseline/1";

  private final Document document;

  private BaselineFile(Document document) {
    this.document = document;
  }

  /**
   * Reads a baseline.
   *
   * @param bytes of the file
   * @param path as given
   * @throws UnusableInputException where it is none, with the place
   */
  public static Baseline read(byte[] bytes, String path) throws UnusableInputException {
    return new BaselineFile(Document.json(bytes, path)).read();
  }

  private Baseline read() throws UnusableInputException {
    if (!document.defects().isEmpty()) {
      Defect first = document.defects().get(0);
      throw refused(document.at(first), "is no plain JSON: " + first.detail());
    }
    JsonValue value = document.value().orElseThrow(this::empty);
    JsonObject root = value.asObject();
    if (root == null || !FORMAT.equals(root.text("format"))) {
      JsonValue format = root == null ? null : root.get("format");
      throw refused(
          format == null ? value : format,
          "is no baseline: it has to say \"format\": \"" + FORMAT + "\"");
    }
    JsonArray list = root.array("entries");
    if (list == null) {
      throw refused(value, "has no list \"entries\"");
    }
    List<Baseline.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonValue element : list.elements()) {
      Baseline.Entry entry = entry(element);
      if (!seen.add(entry.fingerprint())) {
        throw refused(element, "has a second entry for " + Printable.quote(entry.fingerprint()));
      }
      entries.add(entry);
    }
    return new Baseline(entries);
  }

  private UnusableInputException empty() {
    return refused(document.at(Pointer.ROOT, Position.START), "is empty");
  }

  private Baseline.Entry entry(JsonValue element) throws UnusableInputException {
    JsonObject object = element.asObject();
    if (object == null) {
      throw refused(element, "has " + element.inWords() + " where an entry is expected");
    }
    String fingerprint = text(object, "fingerprint");
    if (fingerprint.isEmpty()) {
      throw refused(object, "has an entry without \"fingerprint\"");
    }
    return new Baseline.Entry(
        fingerprint,
        text(object, "rule"),
        text(object, "target"),
        text(object, "place"),
        text(object, "reason"),
        until(object));
  }

  private String text(JsonObject entry, String name) throws UnusableInputException {
    JsonValue value = entry.get(name);
    if (value == null) {
      return "";
    }
    String text = value.asText();
    if (text == null) {
      throw refused(value, "has " + value.inWords() + " as \"" + name + "\", which is a text");
    }
    return text;
  }

  private Optional<LocalDate> until(JsonObject entry) throws UnusableInputException {
    JsonValue value = entry.get("until");
    if (value == null) {
      return Optional.empty();
    }
    String text = text(entry, "until");
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw refused(
          value, "has " + Printable.quote(text) + " as \"until\"; write a date such as 2027-01-31");
    }
  }

  private UnusableInputException refused(JsonValue at, String problem) {
    return refused(document.at(at), problem);
  }

  private static UnusableInputException refused(Location at, String problem) {
    return new UnusableInputException(
        at.uri() + ":" + at.line() + ":" + at.column() + ": the baseline " + problem);
  }

  /** The text of a baseline, an entry after the other in an order that only the content decides. */
  public static String text(Baseline baseline) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put(
        "entries",
        Baseline.ordered(baseline.entries()).entries().stream().map(BaselineFile::json).toList());
    return JsonText.pretty(root);
  }

  private static Map<String, Object> json(Baseline.Entry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("fingerprint", entry.fingerprint());
    object.put("rule", entry.rule());
    object.put("target", entry.target());
    object.put("place", entry.place());
    object.put("reason", entry.reason());
    entry.until().ifPresent(date -> object.put("until", date.toString()));
    return object;
  }
}
