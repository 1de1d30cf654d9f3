package dev.wellknown.registration;

import dev.wellknown.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registrations at random, the same for the same seed: those that people might write, and the same
 * with mistakes in them. As maps, lists, texts, numbers and booleans, to be written by {@link
 * #json} or {@link #yaml}.
 */
public final class RandomRegistrations {

  private static final String HEX = "0123456789ABCDEF";
  private static final List<String> WORDS =
      List.of("shop", "help", "orders", "login", "a", "b", "website", "v1.0", "article", "x-1");

  private final Random random;
  private int count;

  /** The registrations of a seed. */
  public RandomRegistrations(long seed) {
    this.random = new Random(seed);
  }

  /** A registration without a mistake in its fields; a form of a file may still not take it. */
  public Map<String, Object> next() {
    Map<String, Object> registration = new LinkedHashMap<>();
    boolean hub = chance(3);
    maybe(registration, "$schema", 6, () -> "registration.schema.json");
    registration.put("format", "wellknown/1");
    registration.put("name", pick("Shop", "Läden 🏪", "a", "x".repeat(80)));
    maybe(registration, "x-note", 6, () -> pick(1, true, "free", List.of(), Map.of("a", "b")));
    List<String> hosts = hub ? List.of() : hosts();
    List<Object> apps = new ArrayList<>();
    boolean redirected = hub || chance(3);
    for (int i = between(1, 4); i > 0; i--) {
      apps.add(app(redirected));
    }
    if (hub) {
      registration.put("insightsHub", insightsHub());
    } else {
      registration.put("hosts", hosts);
    }
    registration.put("apps", apps);
    List<Object> redirects = redirects(hosts, redirected && !hub);
    if (!redirects.isEmpty() || chance(4)) {
      registration.put("redirects", redirects);
    }
    maybe(registration, "signIn", 3, this::signIn);
    maybe(registration, "publish", 3, this::publish);
    maybe(registration, "expect", 3, () -> expect(apps));
    maybe(
        registration,
        "rules",
        4,
        () -> Map.of("json/duplicate-member", pick("off", "note", "warning", "error")));
    return registration;
  }

  /** A registration with some mistakes: values of other types, missing, misspelt, or odd. */
  public Map<String, Object> mutated() {
    Map<String, Object> registration = next();
    for (int i = between(1, 3); i > 0; i--) {
      mutate(registration);
    }
    return registration;
  }

  /** As JSON. */
  public static String json(Object value) {
    return JsonText.pretty(value);
  }

  /** As YAML in block style, with every text in quotes. */
  public static String yaml(Object value) {
    StringBuilder text = new StringBuilder();
    yaml(value, "", text);
    return text.toString();
  }

  private static void yaml(@Nullable Object value, String indent, StringBuilder text) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach(
          (key, member) -> {
            text.append(indent).append(JsonText.compact(key)).append(':');
            nested(member, indent + "  ", text);
          });
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object element : list) {
        text.append(indent).append('-');
        nested(element, indent + "  ", text);
      }
    } else {
      text.append(indent).append(JsonText.compact(value)).append('\n');
    }
  }

  private static void nested(@Nullable Object value, String indent, StringBuilder text) {
    boolean block =
        (value instanceof Map<?, ?> map && !map.isEmpty())
            || (value instanceof List<?> list && !list.isEmpty());
    text.append(block ? "\n" : " ");
    yaml(value, block ? indent : "", text);
  }

  private Map<String, Object> app(boolean redirected) {
    Map<String, Object> app = new LinkedHashMap<>();
    count++;
    maybe(app, "name", 2, () -> "App " + count);
    maybe(app, "purposes", 2, this::purposes);
    boolean ios = random.nextBoolean();
    boolean dynamic = false;
    if (ios) {
      Map<String, Object> side = new LinkedHashMap<>();
      side.put("teamId", pick("K7M2Q9XR4T", "1234567890", "A1B2C3D4E5"));
      maybe(side, "appIdPrefix", 6, () -> "9ABCDEFGH8");
      side.put("bundleId", "com.example-" + count + ".App" + pick("", ".x", "-y"));
      maybe(side, "entitlements", 5, () -> "ios/App.entitlements");
      app.put("ios", side);
    }
    if (!ios || random.nextBoolean()) {
      Map<String, Object> side = new LinkedHashMap<>();
      side.put("package", "com.example.app_" + count);
      List<Object> certificates = new ArrayList<>();
      for (int i = between(1, 3); i > 0; i--) {
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put("sha256", fingerprint());
        maybe(
            certificate,
            "kind",
            2,
            () -> pick("play-signing", "upload", "release", "debug", "other"));
        certificates.add(certificate);
      }
      side.put("certificates", certificates);
      maybe(
          side,
          "relations",
          5,
          () -> List.of("delegate_permission/common.use_as_origin", "a_1.b/c." + count));
      dynamic = chance(3);
      if (dynamic || chance(4)) {
        side.put("dynamicLinks", dynamic);
      }
      maybe(side, "manifest", 5, () -> "src/main/AndroidManifest.xml");
      app.put("android", side);
    }
    if (!redirected || chance(2)) {
      app.put("links", links());
    }
    return app;
  }

  private List<Object> purposes() {
    List<Object> purposes = new ArrayList<>(List.of("links", "credentials", "appclip", "handoff"));
    while (purposes.size() > 1 && random.nextBoolean()) {
      purposes.remove(random.nextInt(purposes.size()));
    }
    return purposes;
  }

  private String fingerprint() {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      bytes.append(i == 0 ? "" : ":");
      bytes.append(HEX.charAt(random.nextInt(16))).append(HEX.charAt(random.nextInt(16)));
    }
    String text = bytes.toString();
    return pick(
        text,
        text,
        text.replace(":", ""),
        text.toLowerCase(Locale.ROOT),
        "SHA256: " + text.replace(':', ' '));
  }

  /** Links in order; the first that matches decides. */
  public List<Object> links() {
    List<Object> links = new ArrayList<>();
    for (int i = between(1, 4); i > 0; i--) {
      links.add(link());
    }
    return links;
  }

  private Object link() {
    if (chance(2)) {
      return path();
    }
    Map<String, Object> link = new LinkedHashMap<>();
    if (!chance(5)) {
      link.put("path", path());
    }
    maybe(
        link,
        "query",
        3,
        () ->
            chance(3)
                ? pick("q=*", "?*", "a=1&b=??")
                : Map.of(word(), pick("*", "?*", "????", "1", "a.b", "")));
    maybe(link, "fragment", 5, () -> pick("top", "item-?*", "*", ""));
    if (link.isEmpty()) {
      link.put("path", path());
    }
    maybe(link, "exclude", 3, random::nextBoolean);
    maybe(link, "caseSensitive", 8, random::nextBoolean);
    maybe(link, "percentEncoded", 8, random::nextBoolean);
    maybe(link, "comment", 6, () -> pick("for people", "größer\nals 🏪", ""));
    return link;
  }

  private String path() {
    StringBuilder path = new StringBuilder(chance(12) ? "*" : "");
    for (int i = between(path.isEmpty() ? 1 : 0, 3); i > 0; i--) {
      path.append('/').append(word());
      path.append(pick("", "", "", "*", "?", "%20x"));
    }
    return path.append(pick("", "", "/", "/*", "/?*", "????")).toString();
  }

  private List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (int i = between(1, 3); i > 0; i--) {
      hosts.add(pick("shop", "Www", "läden", "xn--lden-loa", "a-b") + i + ".example.com");
    }
    return hosts;
  }

  private List<Object> redirects(List<String> hosts, boolean needed) {
    List<Object> redirects = new ArrayList<>();
    if (needed) {
      String host = HostName.of(hosts.get(0)).value();
      redirects.add("https://" + host + pick("/login", "", "/a/b?c=d", "/%C3%A4"));
    }
    while (chance(3)) {
      String uri =
          pick(
              "com.example.app:/login",
              "myscheme://x",
              "http://127.0.0.1/cb",
              "http://localhost:8400",
              "https://login.example.org:8443/cb");
      redirects.add(
          chance(2)
              ? uri
              : ordered("uri", uri, "platforms", pick(List.of("apple"), List.of("android"))));
    }
    return redirects;
  }

  private Map<String, Object> signIn() {
    Map<String, Object> signIn = new LinkedHashMap<>();
    maybe(signIn, "authorizeUri", 2, () -> "https://login.example.com/oauth/authorize?a=b");
    maybe(signIn, "tokenUri", 2, () -> "https://localhost:8443/oauth/token");
    maybe(signIn, "clientId", 2, () -> "app-" + count);
    maybe(signIn, "clientType", 2, () -> pick("public", "confidential"));
    maybe(signIn, "pkce", 2, () -> pick("S256", "plain", "none", "unknown"));
    maybe(signIn, "scopes", 2, () -> pick(List.of(), List.of("openid", "a b")));
    maybe(
        signIn,
        "iosAgent",
        2,
        () -> pick("safari", "safari-view", "web-auth-scheme", "web-auth-https", "web-view"));
    maybe(signIn, "androidAgent", 2, () -> pick("browser", "custom-tab", "auth-tab", "web-view"));
    return signIn;
  }

  private Map<String, Object> publish() {
    Map<String, Object> publish = new LinkedHashMap<>();
    maybe(publish, "maxBytes", 2, () -> pick(9000, 131_072, Integer.MAX_VALUE));
    maybe(publish, "appleForm", 2, () -> pick("modern", "legacy"));
    maybe(publish, "compact", 2, random::nextBoolean);
    return publish;
  }

  private List<Object> expect(List<Object> apps) {
    List<Object> expect = new ArrayList<>();
    for (int i = between(0, 2); i > 0; i--) {
      Map<?, ?> app = (Map<?, ?>) apps.get(random.nextInt(apps.size()));
      Map<?, ?> android = (Map<?, ?>) app.get("android");
      Map<?, ?> ios = (Map<?, ?>) app.get("ios");
      Object name =
          app.get("name") != null
              ? app.get("name")
              : android != null ? android.get("package") : ios.get("bundleId");
      Map<String, Object> expectation = new LinkedHashMap<>();
      expectation.put("url", pick("https://shop1.example.com/login", "http://a.example.com?b#c"));
      expectation.put("opens", pick("none", "all", List.of(), List.of(name)));
      expect.add(expectation);
    }
    return expect;
  }

  private Map<String, Object> insightsHub() {
    Map<String, Object> hub = new LinkedHashMap<>();
    boolean legacy = chance(3);
    String name = legacy ? pick("my-app", "my.app", "my_app", "x".repeat(15)) : pick("mmna", "a");
    hub.put("providerTenant", legacy ? pick("Old-Tenant", "demo") : pick("demo", "abcdefgh"));
    if (legacy || chance(4)) {
      hub.put("legacyNames", legacy);
    }
    hub.put("internalName", name);
    maybe(hub, "displayName", 3, () -> "Überwachung 2");
    maybe(hub, "version", 2, () -> pick("1.0.0", "v12.0.3"));
    maybe(hub, "type", 4, () -> "mobile");
    maybe(hub, "region", 2, () -> pick("eu1", "EU2", "cn1"));
    maybe(hub, "environment", 4, () -> "preview");
    maybe(hub, "domain", 3, () -> pick("mindsphere.io", "mindsphere-in.cn"));
    maybe(hub, "operatorTenants", 3, () -> pick(List.of(), List.of("oper1", "demo")));
    maybe(hub, "customScheme", 3, () -> pick("com.example", "longenough"));
    maybe(
        hub, "sources", 3, () -> Map.of(pick("android", "ios"), "https://files.example.com/a?b=c"));
    String infrastructure = pick("none", "cloud-foundry", "self-hosted");
    if (chance(3)) {
      hub.put("infrastructure", infrastructure);
      if (!infrastructure.equals("none")) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("name", pick("backend", "back-end_2"));
        component.put("url", "https://backend.example.com/x");
        maybe(component, "paths", 2, () -> pick(List.of(), List.of("/**", "/apis")));
        hub.put("components", List.of(component));
      }
    }
    maybe(hub, "scopes", 4, () -> List.of(name + ".read"));
    maybe(hub, "roles", 4, () -> List.of("Admin", "User"));
    return hub;
  }

  /** Maps of the JDK that cannot be changed have an order of their own in each process. */
  private static Map<String, Object> ordered(
      String one, Object first, String other, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, first);
    map.put(other, second);
    return map;
  }

  /** A place in a tree: a member of a map, or an element of a list. */
  private record Place(Object container, Object key) {}

  private void mutate(Map<String, Object> root) {
    List<Place> places = new ArrayList<>();
    Map<String, Object> copy = mutable(root);
    root.clear();
    root.putAll(copy);
    collect(root, places);
    if (places.isEmpty()) {
      return;
    }
    Place place = places.get(random.nextInt(places.size()));
    switch (random.nextInt(5)) {
      case 0 -> remove(place);
      case 1 -> rename(place);
      default -> replace(place);
    }
  }

  @SuppressWarnings("unchecked")
  private static void remove(Place place) {
    if (place.container() instanceof Map<?, ?> map) {
      map.remove(place.key());
    } else {
      ((List<Object>) place.container()).remove((int) (Integer) place.key());
    }
  }

  @SuppressWarnings("unchecked")
  private void rename(Place place) {
    if (place.container() instanceof Map<?, ?> map) {
      Object value = map.remove(place.key());
      String key = (String) place.key();
      String other =
          pick(key + "s", key.toUpperCase(Locale.ROOT), "x-" + key, key.substring(1), "other");
      ((Map<String, @Nullable Object>) map).put(other, value);
    } else {
      ((List<Object>) place.container()).add(pick("", 1, "a b", List.of()));
    }
  }

  @SuppressWarnings("unchecked")
  private void replace(Place place) {
    Object old =
        place.container() instanceof Map<?, ?> map
            ? map.get(place.key())
            : ((List<Object>) place.container()).get((Integer) place.key());
    Object value = other(old);
    if (place.container() instanceof Map<?, ?> map) {
      ((Map<String, @Nullable Object>) map).put((String) place.key(), value);
    } else {
      ((List<@Nullable Object>) place.container()).set((Integer) place.key(), value);
    }
  }

  private @Nullable Object other(@Nullable Object old) {
    if (old instanceof String text && chance(2)) {
      return pick(
          "",
          " ",
          text + " ",
          text.toUpperCase(Locale.ROOT),
          text + "_",
          "ä" + text,
          text + text,
          "x".repeat(300),
          text + "#",
          "-" + text,
          "/" + text,
          text.replace(".", ""),
          text.replace("/", "\\"));
    }
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> pick(0, -1, 17, 99_999_999_999L);
      case 2 -> random.nextBoolean();
      case 3 -> new ArrayList<>();
      case 4 -> new LinkedHashMap<>();
      case 5 -> new ArrayList<>(List.of("a"));
      case 6 -> new LinkedHashMap<>(Map.of("a", "b"));
      default -> pick("", "a", "none", "true", "https://x", "*");
    };
  }

  private static void collect(@Nullable Object value, List<Place> places) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, member) -> {
            places.add(new Place(map, key));
            collect(member, places);
          });
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        places.add(new Place(list, i));
        collect(list.get(i), places);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T mutable(T value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, member == null ? null : mutable(member)));
      return (T) copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(element == null ? null : mutable(element)));
      return (T) copy;
    }
    return value;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private void maybe(Map<String, Object> map, String key, int oneIn, Supplier<?> value) {
    if (chance(oneIn)) {
      map.put(key, value.get());
    }
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
