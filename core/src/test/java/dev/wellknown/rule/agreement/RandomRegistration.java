package dev.wellknown.rule.agreement;

import dev.wellknown.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A registration without errors, the same for the same seed. No link makes another one superfluous,
 * so that each of them makes a difference.
 */
final class RandomRegistration {

  private static final List<String> PURPOSES =
      List.of("links", "credentials", "appclip", "handoff");

  private final Random random;

  RandomRegistration(long seed) {
    this.random = new Random(seed);
  }

  String text(String form, boolean compact) {
    List<Object> apps = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    List<Object> shared = links(false);
    for (int i = 0; i < count; i++) {
      apps.add(app(i, shared));
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown/1");
    root.put("name", "Random");
    root.put("hosts", List.of("shop.example.org"));
    root.put("apps", apps);
    root.put("publish", Map.of("appleForm", form, "compact", compact));
    return JsonText.pretty(root);
  }

  private Map<String, Object> app(int number, List<Object> shared) {
    Map<String, Object> app = new LinkedHashMap<>();
    app.put("name", "App " + number);
    List<String> purposes = new ArrayList<>(List.of(PURPOSES.get(random.nextInt(2))));
    for (String purpose : PURPOSES) {
      if (random.nextBoolean() && !purposes.contains(purpose)) {
        purposes.add(purpose);
      }
    }
    app.put("purposes", purposes);
    int sides = random.nextInt(4);
    boolean dynamic = sides > 0 && random.nextBoolean();
    if (sides != 1) {
      Map<String, Object> ios = new LinkedHashMap<>();
      ios.put("teamId", "ABCDE1234" + number);
      if (random.nextInt(4) == 0) {
        ios.put("appIdPrefix", "FGHIJ6789" + number);
      }
      ios.put("bundleId", "org.shop.app" + number);
      app.put("ios", ios);
    }
    if (sides != 0) {
      Map<String, Object> android = new LinkedHashMap<>();
      android.put("package", "org.shop.app" + number);
      List<Object> certificates = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        certificates.add(Map.of("sha256", fingerprint(), "kind", "release"));
      }
      android.put("certificates", certificates);
      if (random.nextInt(3) == 0) {
        android.put("relations", List.of("delegate_permission/common.use_as_origin"));
      }
      android.put("dynamicLinks", dynamic);
      app.put("android", android);
    }
    app.put("links", dynamic || random.nextBoolean() ? links(dynamic) : shared);
    return app;
  }

  private String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      text.append(i == 0 ? "" : ":").append(String.format("%02X", random.nextInt(256)));
    }
    return text.toString();
  }

  /** Links of which no two match the same, but for exclusions from the link behind them. */
  private List<Object> links(boolean sayableByAndroid) {
    List<Object> links = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String path = "/" + (char) ('a' + i) + random.nextInt(10);
      switch (random.nextInt(sayableByAndroid ? 3 : 6)) {
        case 0 -> links.add(path);
        case 1 -> links.add(path + "/*");
        case 2 -> {
          links.add(Map.of("path", path + "/web/*", "exclude", true));
          links.add(path + "/*");
        }
        case 3 -> links.add(Map.of("path", path + "*", "query", Map.of("id", "?*", "lang", "en")));
        case 4 -> links.add(Map.of("path", path + "/*", "fragment", "top", "comment", "why"));
        default -> links.add(Map.of("path", path + "/?*", "caseSensitive", false));
      }
    }
    return links;
  }
}
