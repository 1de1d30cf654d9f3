package dev.wellknown.registration.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.AppleApp;
import dev.wellknown.registration.Certificate;
import dev.wellknown.registration.Expectation;
import dev.wellknown.registration.Fingerprint;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.InsightsHub;
import dev.wellknown.registration.Link;
import dev.wellknown.registration.Publish;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.RandomRegistrations;
import dev.wellknown.registration.Redirect;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every field of a registration, in YAML and in JSON, with what it means and its default. */
class RegistrationFieldsTest {

  private static final String SHA256 =
      "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B"
          + ":DD:61";

  private static final String PLAIN =
      """
      format: wellknown/1
      name: Corner shop
      hosts: [shop.example.com]
      apps:
        - ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}
          android:
            package: com.cornershop.shop
            certificates: [{sha256: "%s"}]
          links: [/login]
      """
          .formatted(SHA256);

  private static final String HUB =
      """
      format: wellknown/1
      name: Machine monitor
      insightsHub: {providerTenant: demo, internalName: mmna}
      apps:
        - ios: {teamId: K7M2Q9XR4T, bundleId: com.machinemonitor.mobile}
      """;

  /**
   * A field, and what follows from it.
   *
   * @param at keys and indices, joined by slashes
   * @param value what is written there
   * @param look where it is to be seen
   * @param expected what is to be seen there
   * @param otherwise what is to be seen there where the field is left out; {@code REQUIRED} where
   *     it cannot be
   */
  private record Field(
      String at,
      Object value,
      Function<Registration, @Nullable Object> look,
      @Nullable Object expected,
      @Nullable Object otherwise) {}

  private static final String REQUIRED = "required";

  private static App app(Registration registration) {
    return registration.apps().get(0);
  }

  private static AppleApp ios(Registration registration) {
    return app(registration).ios().orElseThrow();
  }

  private static AndroidApp android(Registration registration) {
    return app(registration).android().orElseThrow();
  }

  private static Link link(Registration registration) {
    return app(registration).links().get(0);
  }

  private static SignIn signIn(Registration registration) {
    return registration.signIn().orElseThrow();
  }

  private static InsightsHub hub(Registration registration) {
    return registration.insightsHub().orElseThrow();
  }

  private static List<String> hosts(Registration registration) {
    return registration.hosts().stream().map(HostName::value).toList();
  }

  private static List<String> redirects(Registration registration) {
    return registration.redirects().stream()
        .map(each -> each.uri() + " " + each.platforms())
        .toList();
  }

  private static Field field(
      String at,
      Object value,
      Function<Registration, @Nullable Object> look,
      @Nullable Object expected,
      @Nullable Object otherwise) {
    return new Field(at, value, look, expected, otherwise);
  }

  private static Stream<Field> fieldsOfAnyProfile() {
    String login = "https://shop.example.com/login";
    return Stream.of(
        field("format", "wellknown/1", Registration::name, "Corner shop", REQUIRED),
        field("name", "Läden 🏪", Registration::name, "Läden 🏪", REQUIRED),
        field(
            "hosts",
            List.of("Shop.Example.com", "läden.example.com"),
            RegistrationFieldsTest::hosts,
            List.of("shop.example.com", "xn--lden-loa.example.com"),
            REQUIRED),
        field("apps/0/name", "Shop", r -> app(r).name(), "Shop", "com.cornershop.shop"),
        field(
            "apps/0/purposes",
            List.of("handoff", "links"),
            r -> List.copyOf(app(r).purposes()),
            List.of(Purpose.LINKS, Purpose.HANDOFF),
            List.of(Purpose.LINKS)),
        field("apps/0/ios/teamId", "1234567890", r -> ios(r).teamId(), "1234567890", REQUIRED),
        field(
            "apps/0/ios/appIdPrefix",
            "9ABCDEFGH8",
            r -> ios(r).appId(),
            "9ABCDEFGH8.com.cornershop.app",
            "K7M2Q9XR4T.com.cornershop.app"),
        field("apps/0/ios/bundleId", "A-1.b", r -> ios(r).bundleId(), "A-1.b", REQUIRED),
        field("apps/0/ios/entitlements", "a/b.x", r -> ios(r).entitlements(), "a/b.x", null),
        field("apps/0/android/package", "a.b_2", r -> android(r).packageName(), "a.b_2", REQUIRED),
        field(
            "apps/0/android/certificates/0/sha256",
            "SHA256: " + SHA256.toLowerCase(Locale.ROOT).replace(':', ' '),
            r -> android(r).certificates().get(0).fingerprint().value(),
            SHA256,
            REQUIRED),
        field(
            "apps/0/android/certificates/0/kind",
            "play-signing",
            r -> android(r).certificates().get(0).role(),
            Certificate.Role.PLAY_SIGNING,
            Certificate.Role.OTHER),
        field(
            "apps/0/android/relations",
            List.of("a.b/c_1"),
            r -> android(r).relations(),
            List.of("a.b/c_1"),
            List.of()),
        field("apps/0/android/dynamicLinks", true, r -> android(r).dynamicLinks(), true, false),
        field("apps/0/android/manifest", "A.xml", r -> android(r).manifest(), "A.xml", null),
        field("apps/0/links/0/path", "/a*", r -> link(r).path(), "/a*", REQUIRED),
        field("apps/0/links/0/query", "a=?*", r -> link(r).query(), "a=?*", null),
        field(
            "apps/0/links/0/query",
            Map.of("a", "?*"),
            r -> link(r).queryItems(),
            Map.of("a", "?*"),
            Map.of()),
        field("apps/0/links/0/fragment", "top", r -> link(r).fragment(), "top", null),
        field("apps/0/links/0/exclude", true, r -> link(r).exclude(), true, false),
        field("apps/0/links/0/caseSensitive", false, r -> link(r).caseSensitive(), false, null),
        field("apps/0/links/0/percentEncoded", false, r -> link(r).percentEncoded(), false, null),
        field("apps/0/links/0/comment", "why", r -> link(r).comment(), "why", null),
        field(
            "redirects",
            List.of(login, "com.example:/cb"),
            RegistrationFieldsTest::redirects,
            List.of(login + " [APPLE, ANDROID]", "com.example:/cb [APPLE, ANDROID]"),
            List.of()),
        field(
            "redirects/0/uri",
            "com.example:/cb",
            RegistrationFieldsTest::redirects,
            List.of("com.example:/cb [APPLE, ANDROID]"),
            REQUIRED),
        field(
            "redirects/0/platforms",
            List.of("android"),
            r -> r.redirects().get(0).platforms(),
            Set.of(Platform.ANDROID),
            Set.of(Platform.APPLE, Platform.ANDROID)),
        field("signIn/authorizeUri", login, r -> signIn(r).authorizeUri(), login, null),
        field("signIn/tokenUri", login, r -> signIn(r).tokenUri(), login, null),
        field("signIn/clientId", "app", r -> signIn(r).clientId(), "app", null),
        field("signIn/clientType", "public", r -> signIn(r).clientType(), "public", null),
        field("signIn/pkce", "S256", r -> signIn(r).pkce(), "S256", null),
        field("signIn/scopes", List.of("a"), r -> signIn(r).scopes(), List.of("a"), List.of()),
        field("signIn/iosAgent", "safari", r -> signIn(r).iosAgent(), "safari", null),
        field("signIn/androidAgent", "browser", r -> signIn(r).androidAgent(), "browser", null),
        field(
            "publish/maxBytes",
            9000,
            r -> r.publish().limit(),
            new Publish.SizeLimit(9000, 9000, true),
            new Publish.SizeLimit(131_072, 131_072, false)),
        field(
            "publish/appleForm",
            "legacy",
            r -> r.publish().appleForm(),
            Publish.AppleForm.LEGACY,
            Publish.AppleForm.MODERN),
        field("publish/compact", true, r -> r.publish().compact(), true, false),
        field(
            "expect/0/url",
            "http://a.b/c#d",
            r -> r.expect().get(0).url(),
            "http://a.b/c#d",
            REQUIRED),
        field("expect/0/opens", "none", r -> r.expect().get(0).opens(), List.of(), REQUIRED),
        field(
            "expect/0/opens",
            "all",
            r -> r.expect().get(0).opens(),
            List.of("com.cornershop.shop"),
            REQUIRED),
        field(
            "expect/0/opens",
            List.of("com.cornershop.shop"),
            r -> r.expect().stream().map(Expectation::opens).toList(),
            List.of(List.of("com.cornershop.shop")),
            REQUIRED),
        field(
            "rules",
            Map.of("json/not-json", "off"),
            Registration::name,
            "Corner shop",
            "Corner shop"));
  }

  private static Stream<Field> fieldsOfInsightsHub() {
    String source = "https://files.example.com/x";
    return Stream.of(
        field(
            "insightsHub/providerTenant",
            "abc1",
            RegistrationFieldsTest::hosts,
            List.of("abc1-mmna-abc1.eu1.mindsphere.io"),
            REQUIRED),
        field("insightsHub/legacyNames", true, r -> hub(r).providerTenant(), "demo", "demo"),
        field(
            "insightsHub/internalName",
            "other1",
            RegistrationFieldsTest::hosts,
            List.of("demo-other1-demo.eu1.mindsphere.io"),
            REQUIRED),
        field(
            "insightsHub/displayName",
            "Über 2",
            Registration::name,
            "Machine monitor",
            "Machine monitor"),
        field(
            "insightsHub/version",
            "v3.1.0",
            r -> hub(r).backend(),
            "https://gateway.eu1.mindsphere.io/api/mmna-demo/v3",
            "https://gateway.eu1.mindsphere.io/api/mmna-demo/v1"),
        field(
            "insightsHub/type", "mobile", Registration::name, "Machine monitor", "Machine monitor"),
        field("insightsHub/infrastructure", "none", r -> hub(r).infrastructure(), "none", "none"),
        field(
            "insightsHub/region",
            "EU2",
            RegistrationFieldsTest::hosts,
            List.of("demo-mmna-demo.eu2.mindsphere.io"),
            List.of("demo-mmna-demo.eu1.mindsphere.io")),
        field(
            "insightsHub/environment",
            "preview",
            RegistrationFieldsTest::hosts,
            List.of("demo-mmna-demo.eu1-preview.mindsphere.io"),
            List.of("demo-mmna-demo.eu1.mindsphere.io")),
        field(
            "insightsHub/domain",
            "MindSphere-in.cn",
            RegistrationFieldsTest::hosts,
            List.of("demo-mmna-demo.eu1.mindsphere-in.cn"),
            List.of("demo-mmna-demo.eu1.mindsphere.io")),
        field(
            "insightsHub/operatorTenants",
            List.of("oper1", "demo"),
            RegistrationFieldsTest::hosts,
            List.of("demo-mmna-demo.eu1.mindsphere.io", "oper1-mmna-oper1.eu1.mindsphere.io"),
            List.of("demo-mmna-demo.eu1.mindsphere.io")),
        field("insightsHub/customScheme", "com.mm", r -> hub(r).customScheme(), "com.mm", null),
        field("insightsHub/sources/android", source, r -> hub(r).androidSource(), source, null),
        field("insightsHub/sources/ios", source, r -> hub(r).iosSource(), source, null),
        field(
            "insightsHub/components/0/name",
            "back",
            Registration::name,
            "Machine monitor",
            REQUIRED),
        field(
            "insightsHub/components/0/url",
            source,
            Registration::name,
            "Machine monitor",
            REQUIRED),
        field(
            "insightsHub/components/0/paths",
            List.of("/**"),
            Registration::name,
            "Machine monitor",
            "Machine monitor"),
        field(
            "insightsHub/scopes",
            List.of("mmna.a"),
            Registration::name,
            "Machine monitor",
            "Machine monitor"),
        field(
            "insightsHub/roles",
            List.of("Admin"),
            Registration::name,
            "Machine monitor",
            "Machine monitor"));
  }

  /** What stands around a field, so that it may be there or not. */
  private static Map<String, Object> around(Field field) {
    boolean hub = field.at().startsWith("insightsHub");
    Map<String, Object> root = read(hub ? HUB : PLAIN);
    if (field.at().startsWith("apps/0/links/0/")) {
      put(root, "apps/0/links/0", new LinkedHashMap<>(Map.of("path", "/login")));
    }
    if (field.at().startsWith("redirects/0/")) {
      put(root, "redirects", List.of(new LinkedHashMap<>(Map.of("uri", "https://a.b/c"))));
    }
    if (field.at().startsWith("signIn/")) {
      put(root, "signIn", new LinkedHashMap<>());
    }
    if (field.at().startsWith("publish/")) {
      put(root, "publish", new LinkedHashMap<>());
    }
    if (field.at().startsWith("expect/0/")) {
      put(
          root,
          "expect",
          List.of(new LinkedHashMap<>(Map.of("url", "https://a.b/c", "opens", "none"))));
    }
    if (field.at().startsWith("insightsHub/sources/")) {
      put(root, "insightsHub/sources", new LinkedHashMap<>());
    }
    if (field.at().startsWith("insightsHub/components/")) {
      put(
          root,
          "insightsHub/components",
          List.of(new LinkedHashMap<>(Map.of("name", "backend", "url", "https://a.b/c"))));
    }
    return root;
  }

  /** A registration as maps and lists that can be changed. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String yaml) {
    return (Map<String, Object>)
        plain(
            RegistrationFile.read(yaml.getBytes(StandardCharsets.UTF_8), "base.yaml")
                .document()
                .value()
                .orElseThrow());
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonObject object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object.members().forEach(member -> map.put(member.name(), plain(member.value())));
      return map;
    }
    if (value instanceof JsonArray array) {
      return array.elements().stream()
          .map(RegistrationFieldsTest::plain)
          .collect(Collectors.toCollection(ArrayList::new));
    }
    return Objects.requireNonNull(value.asText());
  }

  private static void put(Map<String, Object> root, String at, @Nullable Object value) {
    String[] keys = at.split("/");
    Object here = root;
    for (int i = 0; i < keys.length - 1; i++) {
      here =
          here instanceof List<?> list
              ? list.get(Integer.parseInt(keys[i]))
              : ((Map<?, ?>) here).get(keys[i]);
    }
    String last = keys[keys.length - 1];
    if (here instanceof List<?>) {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) here;
      list.set(Integer.parseInt(last), Objects.requireNonNull(value));
    } else {
      @SuppressWarnings("unchecked")
      Map<String, Object> map = (Map<String, Object>) here;
      if (value == null) {
        map.remove(last);
      } else {
        map.put(last, value);
      }
    }
  }

  private static Stream<RegistrationFile> files(Object root) {
    return Stream.of(
        RegistrationFile.read(
            RandomRegistrations.yaml(root).getBytes(StandardCharsets.UTF_8), "a.yaml"),
        RegistrationFile.read(
            RandomRegistrations.json(root).getBytes(StandardCharsets.UTF_8), "a.json"));
  }

  private static List<String> errors(RegistrationFile file) {
    return file.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule().id() + " " + finding.message())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> readsEachField() {
    return Stream.concat(fieldsOfAnyProfile(), fieldsOfInsightsHub())
        .map(
            field ->
                DynamicTest.dynamicTest(
                    field.at() + ": " + field.value(),
                    () -> {
                      Map<String, Object> root = around(field);
                      put(root, field.at(), field.value());
                      files(root)
                          .forEach(
                              file -> {
                                assertThat(errors(file)).isEmpty();
                                assertThat(field.look().apply(file.registration().orElseThrow()))
                                    .isEqualTo(field.expected());
                              });
                    }));
  }

  @TestFactory
  Stream<DynamicTest> knowsWhatHoldsWithoutEachField() {
    return Stream.concat(fieldsOfAnyProfile(), fieldsOfInsightsHub())
        .map(
            field ->
                DynamicTest.dynamicTest(
                    field.at(),
                    () -> {
                      Map<String, Object> root = around(field);
                      put(root, field.at(), null);
                      files(root)
                          .forEach(
                              file -> {
                                if (REQUIRED.equals(field.otherwise())) {
                                  assertThat(errors(file)).isNotEmpty();
                                  assertThat(file.registration()).isEmpty();
                                } else {
                                  assertThat(errors(file)).isEmpty();
                                  assertThat(field.look().apply(file.registration().orElseThrow()))
                                      .isEqualTo(field.otherwise());
                                }
                              });
                    }));
  }

  /** Nothing is declared that the tables above do not have. */
  @Test
  void hasALineForEachField() {
    Set<String> declared = new TreeSet<>();
    collect(Declaration.class, "", declared);
    Set<String> tested =
        Stream.concat(fieldsOfAnyProfile(), fieldsOfInsightsHub())
            .map(field -> field.at().replace("/0/", "[]."))
            .map(at -> at.replace('/', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tested).containsAll(declared);
  }

  private static void collect(Class<?> type, String prefix, Set<String> paths) {
    for (RecordComponent component : type.getRecordComponents()) {
      Key key = component.getAnnotation(Key.class);
      String path = prefix + (key == null ? component.getName() : key.value());
      Type inner = component.getGenericType();
      boolean list =
          inner instanceof ParameterizedType generic && generic.getRawType() == List.class;
      if (list) {
        inner = ((ParameterizedType) inner).getActualTypeArguments()[0];
      }
      boolean record = inner instanceof Class<?> raw && raw.isRecord() && hasKeys(raw);
      if (record) {
        collect((Class<?>) inner, path + (list ? "[]." : "."), paths);
      } else {
        paths.add(path);
      }
    }
  }

  /** Whether a record is written as an object; those of shorter forms alone are not. */
  private static boolean hasKeys(Class<?> record) {
    return !record.getSimpleName().equals("DeclaredQuery")
        && !record.getSimpleName().equals("DeclaredOpens");
  }

  @Test
  void derivesWhatFollowsFromTheNamesOfInsightsHub() {
    Map<String, Object> root = read(HUB);
    put(root, "insightsHub/operatorTenants", List.of("oper1"));
    put(root, "insightsHub/environment", "preview");
    Registration registration = files(root).findFirst().orElseThrow().registration().orElseThrow();
    assertThat(hosts(registration))
        .containsExactly(
            "demo-mmna-demo.eu1-preview.mindsphere.io",
            "oper1-mmna-oper1.eu1-preview.mindsphere.io");
    assertThat(registration.redirects())
        .extracting(Redirect::uri)
        .containsExactly(
            URI.create("https://demo-mmna-demo.eu1-preview.mindsphere.io/login"),
            URI.create("https://oper1-mmna-oper1.eu1-preview.mindsphere.io/login"));
    SignIn signIn = signIn(registration);
    assertThat(signIn.authorizeUri())
        .isEqualTo("https://demo.piam.eu1-preview.mindsphere.io/oauth/authorize");
    assertThat(signIn.tokenUri())
        .isEqualTo("https://demo.piam.eu1-preview.mindsphere.io/oauth/token");
    assertThat(signIn.clientId()).isEqualTo("mobile-client-demo-mmna");
    assertThat(signIn.scopes()).containsExactly("mmna._access");
    assertThat(hub(registration).backend())
        .isEqualTo("https://gateway.eu1-preview.mindsphere.io/api/mmna-demo/v1");
    assertThat(hub(registration).identityHost("oper1"))
        .isEqualTo("oper1.piam.eu1-preview.mindsphere.io");
    assertThat(registration.publish())
        .isEqualTo(
            new Publish(new Publish.SizeLimit(2000, 2048, true), Publish.AppleForm.MODERN, true));
    assertThat(registration.links(app(registration), Platform.APPLE))
        .extracting(Link::path)
        .containsExactly("/login");
  }

  @Test
  void letsRedirectsAndSignInAddToWhatInsightsHubGives() {
    Map<String, Object> root = read(HUB);
    put(root, "redirects", List.of("com.mm:/cb"));
    put(root, "signIn", Map.of("pkce", "S256", "clientId", "mine"));
    Registration registration = files(root).findFirst().orElseThrow().registration().orElseThrow();
    assertThat(redirects(registration))
        .containsExactly(
            "https://demo-mmna-demo.eu1.mindsphere.io/login [APPLE, ANDROID]",
            "com.mm:/cb [APPLE, ANDROID]");
    assertThat(signIn(registration).pkce()).isEqualTo("S256");
    assertThat(signIn(registration).clientId()).isEqualTo("mine");
    assertThat(signIn(registration).tokenUri())
        .isEqualTo("https://demo.piam.eu1.mindsphere.io/oauth/token");
  }

  @Test
  void takesOldNamesOfInsightsHub() {
    Map<String, Object> root = read(HUB);
    put(root, "insightsHub/legacyNames", true);
    put(root, "insightsHub/providerTenant", "Old-Tenant");
    put(root, "insightsHub/internalName", "my_old.app");
    Registration registration = files(root).findFirst().orElseThrow().registration().orElseThrow();
    assertThat(hosts(registration))
        .containsExactly("old-tenant-my_old.app-old-tenant.eu1.mindsphere.io");
    assertThat(signIn(registration).clientId()).isEqualTo("mobile-client-Old-Tenant-my_old.app");
    assertThat(registration.links(app(registration), Platform.APPLE))
        .extracting(Link::path)
        .containsExactly("/login");
  }

  @Test
  void namesAnAppByItsNameElseItsPackageElseItsBundleId() {
    Map<String, Object> root = read(PLAIN);
    put(root, "apps/0/android", null);
    assertThat(app(files(root).findFirst().orElseThrow().registration().orElseThrow()).name())
        .isEqualTo("com.cornershop.app");
  }

  @Test
  void keepsTheOrderOfCertificatesAndNamesEachOnce() {
    String other = SHA256.replace('3', '4');
    Map<String, Object> root = read(PLAIN);
    put(
        root,
        "apps/0/android/certificates",
        List.of(
            Map.of("sha256", other),
            Map.of("sha256", SHA256),
            Map.of("sha256", other.replace(":", ""))));
    assertThat(
            android(files(root).findFirst().orElseThrow().registration().orElseThrow())
                .certificates())
        .extracting(Certificate::fingerprint)
        .containsExactly(new Fingerprint(other), new Fingerprint(SHA256));
  }

  @Test
  void takesANumberInYamlForTheTextThatWasMeant() {
    String yaml = PLAIN.replace("K7M2Q9XR4T", "0123456789").replace("Corner shop", "2026");
    Registration registration =
        RegistrationFile.read(yaml.getBytes(StandardCharsets.UTF_8), "a.yaml")
            .registration()
            .orElseThrow();
    assertThat(ios(registration).teamId()).isEqualTo("0123456789");
    assertThat(registration.name()).isEqualTo("2026");
  }
}
