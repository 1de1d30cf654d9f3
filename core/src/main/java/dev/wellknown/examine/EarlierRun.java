package dev.wellknown.examine;

import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The lines (NDJSON) that an earlier run over hosts has left. */
public final class EarlierRun {

  private EarlierRun() {}

  /**
   * The hosts that were decided then. Those that were left unknown, and a last line that was cut,
   * are not among them.
   *
   * @throws IOException where the lines cannot be read
   */
  public static Set<String> decided(InputStream lines) throws IOException {
    Set<String> hosts = new HashSet<>();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    String line;
    while ((line = reader.readLine()) != null) {
      Document document = Document.json(line.getBytes(StandardCharsets.UTF_8), "earlier run");
      JsonObject object = document.value().map(JsonValue::asObject).orElse(null);
      if (object != null) {
        String host = object.text("target");
        String verdict = object.text("verdict");
        if (host != null && verdict != null && !verdict.equals("unknown")) {
          hosts.add(host);
        } else if (host != null) {
          hosts.remove(host);
        }
      }
    }
    return hosts;
  }
}
