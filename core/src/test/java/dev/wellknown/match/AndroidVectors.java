package dev.wellknown.match;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cases written from Android's sources and documents, by hand and checked by a second program. */
final class AndroidVectors {

  static final String APP = "com.example.shop";

  private AndroidVectors() {}

  static List<JsonObject> of(String name) throws IOException {
    try (InputStream in = AndroidVectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
      Document document = Document.json(in.readAllBytes(), name);
      return ((JsonArray) document.value().orElseThrow())
          .elements().stream().map(JsonObject.class::cast).toList();
    }
  }

  static JsonObject object(JsonObject in, String name) {
    return Objects.requireNonNull(in.object(name), name);
  }

  static String text(JsonObject in, String name) {
    return Objects.requireNonNull(in.text(name), name);
  }

  static List<JsonObject> objects(JsonObject in, String name) {
    JsonArray array = in.array(name);
    return array == null
        ? List.of()
        : array.elements().stream().map(JsonObject.class::cast).toList();
  }

  /** A file that associates the app, with these dynamic rules. */
  static AssetLinks file(@Nullable JsonValue... rules) {
    StringBuilder text = new StringBuilder("[");
    for (JsonValue each : rules) {
      text.append(text.length() > 1 ? ",\n" : "")
          .append("{\"relation\":[\"delegate_permission/common.handle_all_urls\"],\"target\":{")
          .append("\"namespace\":\"android_app\",\"package_name\":\"" + APP + "\",")
          .append("\"sha256_cert_fingerprints\":[\"AB" + ":AB".repeat(31) + "\"]}");
      if (each != null) {
        text.append(",\"relation_extensions\":{\"delegate_permission/common.handle_all_urls\":")
            .append("{\"dynamic_app_link_components\":" + each.toJson() + "}}");
      }
      text.append('}');
    }
    byte[] bytes = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    return new AssetLinks(Document.json(bytes, "assetlinks.json"));
  }

  /** The number under a name; null where null or nothing stands there. */
  static @Nullable Integer number(JsonObject in, String name) {
    JsonValue value = in.get(name);
    return value == null || value instanceof JsonNull
        ? null
        : Integer.valueOf(((JsonNumber) value).toJson());
  }
}
