package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Android's agents open an object for every element, and lose the whole file where there is none
 * (JsonParser in packages/StatementService). Chromium passes over the element, which matters only
 * where statements hide in it.
 */
final class StatementNotObject extends Rule<AssetLinks> {

  private static final Set<Reader> WITHOUT_CHROME =
      EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY);

  StatementNotObject() {
    super(
        "assetlinks",
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "An element of the list is not an object");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    List<Finding> findings = new ArrayList<>();
    for (JsonValue element : file.elements()) {
      if (element instanceof JsonObject) {
        continue;
      }
      boolean hides = element instanceof JsonArray list && !list.elements().isEmpty();
      Finding finding =
          finding(
                  file.document().at(element),
                  Shown.inWords(element)
                      + " stands where a statement is expected: Android's own agent loses the whole"
                      + " file, Google's service skips the element",
                  fix(element, hides))
              .withSeen(element.toJson())
              .withExpected("an object");
      findings.add(hides ? finding : finding.withBreaks(WITHOUT_CHROME));
    }
    return findings;
  }

  private static String fix(JsonValue element, boolean hides) {
    if (hides) {
      return "take the inner brackets away, so that every statement is an element of the one list";
    }
    String text = element.asText();
    return text != null && text.startsWith("https://")
        ? "write {\"include\": " + element.toJson() + "} to refer to another list, or remove it"
        : "remove it, or write the statement as an object";
  }
}
