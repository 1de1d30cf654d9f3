package dev.wellknown.examine;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.Fingerprint;
import dev.wellknown.rule.assetlinks.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One list as Google's service reads it: the file rules say which elements it passes over, or that
 * it loses the whole list.
 */
final class StatementList {

  /**
   * Rules about words that Google's service takes as they are, although nobody will ever ask for
   * them: comptest2105, 2301 and 4401 of its protocol tests.
   */
  private static final String MISSPELT_RELATION = "assetlinks/misspelt-relation";

  private static final Set<String> ABOUT_VALUES =
      Set.of("assetlinks/malformed-package", "assetlinks/placeholder-left");

  private final AssetLinks file;
  private final List<Finding> whole = new ArrayList<>();
  private final Map<String, Finding> byElement = new LinkedHashMap<>();

  StatementList(AssetLinks file) {
    this.file = file;
    for (Finding finding : FileExamination.byRules(file).findings()) {
      if (finding.breaks().contains(Reader.GOOGLE_API)) {
        add(finding);
      }
    }
  }

  /** A list of one element, made from maps, lists and texts. */
  static StatementList of(Map<String, Object> element) {
    byte[] bytes = JsonText.compact(List.of(element)).getBytes(StandardCharsets.UTF_8);
    return read(bytes, "query");
  }

  static StatementList read(byte[] bytes, String origin) {
    return new StatementList((AssetLinks) AssociationFile.read(Kind.ASSETLINKS, bytes, origin));
  }

  private void add(Finding finding) {
    String pointer = finding.location().pointer();
    String[] steps = pointer == null ? new String[0] : pointer.split("/", 4);
    if (finding.rule().id().startsWith("json/") || steps.length < 2 || !isList()) {
      whole.add(finding);
    } else if (!(steps.length > 2 && steps[2].equals("relation_extensions"))
        && !byElement.containsKey(steps[1])
        && isRefusal(finding, Integer.parseInt(steps[1]))) {
      byElement.put(steps[1], finding);
    }
  }

  private boolean isRefusal(Finding finding, int index) {
    String rule = finding.rule().id();
    return !rule.equals(MISSPELT_RELATION)
        && !(ABOUT_VALUES.contains(rule)
            && file.elements().get(index) instanceof JsonObject object
            && isTakenAsItIs(
                new AssetLinks.Statement(object), String.valueOf(finding.location().pointer())));
  }

  /** Packages without blanks, and everything that has the form of a fingerprint. */
  private static boolean isTakenAsItIs(AssetLinks.Statement statement, String pointer) {
    if (pointer.endsWith("/package_name")) {
      return !Site.hasBlank(String.valueOf(statement.packageName()));
    }
    // By its place, not by search: a list may have a hundred thousand of them.
    int place = Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
    String text = statement.fingerprints().get(place).asText();
    return text != null && isFingerprint(text);
  }

  private static boolean isFingerprint(String text) {
    try {
      return new Fingerprint(text).value().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether there is a list at all. */
  boolean isList() {
    return file.document().value().orElse(null) instanceof JsonArray;
  }

  /** What is wrong with the list as a whole: none of its elements count. */
  List<Finding> wholeProblems() {
    return List.copyOf(whole);
  }

  /** The first thing that is wrong at all. */
  Optional<Finding> firstProblem() {
    return whole.stream().findFirst().or(() -> byElement.values().stream().findFirst());
  }

  /** What Google's service reads, element by element. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    if (whole.isEmpty()) {
      for (JsonValue element : file.elements()) {
        elements.add(element(element));
      }
    }
    return elements;
  }

  private Element element(JsonValue value) {
    Finding refused = byElement.get(value.pointer().token());
    JsonObject object = value.asObject();
    JsonValue include = object == null ? null : object.get("include");
    boolean insecure = refused != null && refused.rule().id().equals("assetlinks/insecure-include");
    if (refused != null && !insecure) {
      return new Refused(refused.location(), refused.message());
    }
    if (include instanceof JsonString text) {
      return new Include(text, Optional.ofNullable(refused));
    }
    AssetLinks.Statement statement = new AssetLinks.Statement((JsonObject) value);
    List<StatementTarget> targets = targets(statement);
    if (targets.isEmpty()) {
      return new Refused(
          file.document().at(value), "the target is not of the form https://host[:port]");
    }
    Set<String> relations = new LinkedHashSet<>();
    statement.relations().forEach(relation -> relations.add(String.valueOf(relation.asText())));
    return new Said(relations, targets);
  }

  /** None where the target is a site to Chromium only: the address of a manifest. */
  private static List<StatementTarget> targets(AssetLinks.Statement statement) {
    JsonObject target = statement.target();
    List<StatementTarget> targets = new ArrayList<>();
    if (statement.isWeb() && target != null) {
      String site = Site.canonical(String.valueOf(target.text("site")));
      if (site != null) {
        targets.add(new StatementTarget.Web(site));
      }
    } else {
      for (JsonString fingerprint : statement.fingerprintTexts()) {
        targets.add(
            new StatementTarget.AndroidApp(
                String.valueOf(statement.packageName()), fingerprint.value()));
      }
    }
    return targets;
  }

  /** Where a value of the list stands. */
  Location at(JsonValue value) {
    return file.document().at(value);
  }

  /** What one element of the list is to Google's service. */
  sealed interface Element {}

  /** Every relation to every target. Not multiplied out: the product may be huge. */
  record Said(Set<String> relations, List<StatementTarget> targets) implements Element {}

  /** Another list; refused where a list had over https may not include it. */
  record Include(JsonString address, Optional<Finding> insecure) implements Element {}

  /** Not well formed: passed over. */
  record Refused(Location place, String message) implements Element {}
}
