package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;

/** Apple describes the file as an object with a member for each service. */
final class NotAnObject extends AasaRule {

  NotAnObject() {
    super(Severity.ERROR, BOTH, Evidence.DOCUMENTED, "The file's outermost value is not an object");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    return file.document().value().filter(value -> !(value instanceof JsonObject)).stream()
        .map(
            value ->
                finding(
                        file.document().at(value),
                        "the file is " + value.inWords() + ", not an object" + hint(value),
                        fix(value))
                    .withExpected("an object with a member for each service"))
        .toList();
  }

  private static String hint(JsonValue value) {
    return isAndroids(value) ? "; it looks like Android's assetlinks.json" : "";
  }

  private static String fix(JsonValue value) {
    if (isAndroids(value)) {
      return "publish Apple's file here, and this one as .well-known/assetlinks.json";
    }
    if (value instanceof JsonArray list
        && list.elements().size() == 1
        && list.elements().get(0) instanceof JsonObject) {
      return "remove the square brackets around the object";
    }
    return "write an object with a member for each service, such as \"applinks\"";
  }

  private static boolean isAndroids(JsonValue value) {
    return value instanceof JsonArray list
        && list.elements().stream()
            .anyMatch(
                element ->
                    element instanceof JsonObject object
                        && object.has("relation")
                        && object.has("target"));
  }
}
