package dev.wellknown.signin;

import dev.wellknown.finding.Percent;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as sign-in needs it. */
final class HttpArchive {

  /** Error pages and discovery documents are smaller. */
  private static final int LONGEST_BODY = 256 * 1024;

  private HttpArchive() {}

  static List<Hop> hops(Document document) throws UnreadableTraceException {
    JsonObject root = document.value().map(JsonValue::asObject).orElse(null);
    if (root == null) {
      Defect defect = document.defects().get(0);
      throw new UnreadableTraceException(
          document.origin()
              + ":"
              + defect.position().line()
              + ":"
              + defect.position().column()
              + " breaks the JSON grammar: "
              + defect.detail()
              + "; export the trace anew");
    }
    JsonObject log = root.object("log");
    JsonArray entries = log == null ? null : log.array("entries");
    if (entries == null) {
      throw new UnreadableTraceException(
          document.origin()
              + " is JSON without a list log.entries, so it is no HAR; export it from the network"
              + " tab of a browser");
    }
    List<Hop> hops = new ArrayList<>();
    for (JsonValue entry : entries.elements()) {
      hops.add(hop(document, entry));
    }
    return hops;
  }

  private static Hop hop(Document document, JsonValue entry) throws UnreadableTraceException {
    JsonObject object = entry.asObject();
    JsonObject request = object == null ? null : object.object("request");
    String url = request == null ? null : request.text("url");
    if (object == null || request == null || url == null) {
      throw new UnreadableTraceException(
          document.origin()
              + ":"
              + entry.position().line()
              + ":"
              + entry.position().column()
              + " "
              + entry.pointer()
              + " has no request.url; export the trace anew");
    }
    JsonObject response = object.object("response");
    int status = response == null ? 0 : number(response, "status").orElse(0);
    return new Hop(
        url,
        status == 0 ? null : status,
        location(response),
        form(request.object("postData")),
        headerBytes(request),
        body(response),
        document.at(entry));
  }

  private static @Nullable String location(@Nullable JsonObject response) {
    if (response == null) {
      return null;
    }
    String redirect = response.text("redirectURL");
    return redirect != null && !redirect.isBlank()
        ? redirect
        : header(response, "location").orElse(null);
  }

  private static Optional<String> header(JsonObject message, String name) {
    return members(message.array("headers")).stream()
        .filter(each -> name.equalsIgnoreCase(each.text("name")))
        .flatMap(each -> Optional.ofNullable(each.text("value")).stream())
        .findFirst();
  }

  private static List<JsonObject> members(@Nullable JsonArray array) {
    return array == null
        ? List.of()
        : array.elements().stream()
            .flatMap(each -> Optional.ofNullable(each.asObject()).stream())
            .toList();
  }

  private static String form(@Nullable JsonObject posted) {
    if (posted == null) {
      return "";
    }
    StringBuilder form = new StringBuilder();
    for (JsonObject each : members(posted.array("params"))) {
      String name = each.text("name");
      String value = each.text("value");
      if (name != null) {
        form.append(form.isEmpty() ? "" : "&").append(name).append('=');
        form.append(value == null ? "" : Percent.encode(Percent.decode(value)));
      }
    }
    String text = posted.text("text");
    return form.isEmpty() && text != null ? text : form.toString();
  }

  /** As the trace has it, or as the lines of the header would take. */
  private static @Nullable Integer headerBytes(JsonObject request) {
    int told = number(request, "headersSize").orElse(-1);
    if (told >= 0) {
      return told;
    }
    int counted = 0;
    for (JsonObject each : members(request.array("headers"))) {
      String name = each.text("name");
      String value = each.text("value");
      counted += (name == null ? 0 : name.length()) + (value == null ? 0 : value.length()) + 4;
    }
    return counted == 0 ? null : counted;
  }

  private static String body(@Nullable JsonObject response) {
    JsonObject content = response == null ? null : response.object("content");
    String text = content == null || content.has("encoding") ? null : content.text("text");
    return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_BODY));
  }

  private static Optional<Integer> number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number && number.literal().matches("-?[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(number.literal()))
        : Optional.empty();
  }
}
