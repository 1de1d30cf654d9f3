package dev.wellknown.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import dev.wellknown.examine.FileExamination;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.finding.Finding;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated from a registration agrees with it, however it is written; and whoever takes
 * one thing away or adds one is told just that.
 */
class AgreementLawTest {

  private static final String HANDLE_ALL_URLS = "delegate_permission/common.handle_all_urls";
  private static final String STRANGER =
      "5D:0A:91:77:E2:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B:DD:61:3C";

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsGeneratedAgrees(long seed) throws UnusableInputException {
    for (String form : List.of("modern", "legacy")) {
      for (boolean compact : List.of(false, true)) {
        Case each = Case.of(seed, form, compact);
        for (Publication publication : each.examination().publications()) {
          assertThat(each.differences(publication.kind(), publication.bytes())).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsWrittenInAnotherOrderAgrees(long seed) throws UnusableInputException {
    Case each = Case.of(seed, "modern", false);
    Random random = new Random(seed);
    each.mutated(Kind.ASSETLINKS, root -> shuffleStatements(list(root), random))
        .ifPresent(differences -> assertThat(differences).isEmpty());
    each.mutated(Kind.AASA, root -> shuffleApps(map(root), random))
        .ifPresent(differences -> assertThat(differences).isEmpty());
  }

  /** A statement for every certificate, in any order, with the members turned round. */
  private static void shuffleStatements(List<Object> statements, Random random) {
    List<Object> cut = new ArrayList<>();
    for (Object statement : statements) {
      for (Object fingerprint : fingerprints(statement)) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("sha256_cert_fingerprints", new ArrayList<>(List.of(fingerprint)));
        target.put("package_name", map(map(statement).get("target")).get("package_name"));
        target.put("namespace", "android_app");
        Map<String, Object> one = new LinkedHashMap<>();
        map(statement)
            .forEach((name, value) -> one.put(name, name.equals("target") ? target : value));
        List<Object> relations = new ArrayList<>(list(one.get("relation")));
        Collections.shuffle(relations, random);
        one.put("relation", relations);
        cut.add(one);
      }
    }
    Collections.shuffle(cut, random);
    statements.clear();
    statements.addAll(cut);
  }

  private static void shuffleApps(Map<String, Object> root, Random random) {
    root.forEach(
        (name, service) -> {
          if (map(service).get("apps") != null) {
            Collections.shuffle(list(map(service).get("apps")), random);
          }
          if (map(service).get("details") != null) {
            Collections.shuffle(list(map(service).get("details")), random);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void saysSomethingOfWhateverStandsInTheFile(long seed) throws UnusableInputException {
    Case each = Case.of(seed, "modern", false);
    Random random = new Random(seed);
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < 100; i++) {
        each.mutated(kind, root -> spoil(root, random))
            .ifPresent(differences -> assertThat(differences).doesNotContainNull());
      }
    }
  }

  /** Puts something else in the place of any value. */
  private static void spoil(Object value, Random random) {
    List<Object> odd =
        Arrays.asList(null, true, 7, "", "x", new ArrayList<>(), new LinkedHashMap<>());
    Object other = odd.get(random.nextInt(odd.size()));
    if (value instanceof Map && !map(value).isEmpty()) {
      List<String> names = List.copyOf(map(value).keySet());
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        map(value).put(name, other);
      } else {
        spoil(map(value).get(name), random);
      }
    } else if (value instanceof List && !list(value).isEmpty()) {
      int index = random.nextInt(list(value).size());
      if (random.nextInt(4) == 0) {
        list(value).set(index, other);
      } else {
        spoil(list(value).get(index), random);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOtherFormAgreesWhereItSaysAllLinks(long seed) throws UnusableInputException {
    Case modern = Case.of(seed, "modern", false);
    Case legacy = Case.of(seed, "legacy", false);
    Optional<byte[]> inLegacy = legacy.bytes(Kind.AASA);
    Optional<byte[]> inModern = modern.bytes(Kind.AASA);
    inModern.ifPresent(
        bytes -> assertThat(legacy.differences(Kind.AASA, bytes)).as("modern").isEmpty());
    boolean all =
        legacy.examination().findings().stream()
            .noneMatch(finding -> finding.rule().id().equals("registration/link-left-out"));
    if (all && inLegacy.isPresent()) {
      assertThat(modern.differences(Kind.AASA, inLegacy.get())).as("legacy").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellsJustWhatIsMissingOnAndroid(long seed) throws UnusableInputException {
    Case each = Case.of(seed, "modern", false);
    List<Object> statements = each.root(Kind.ASSETLINKS).map(root -> list(root)).orElse(List.of());
    for (int i = 0; i < statements.size(); i++) {
      int at = i;
      String app = String.valueOf(map(map(statements.get(i)).get("target")).get("package_name"));
      each.expect(Kind.ASSETLINKS, root -> list(root).remove(at), "app-missing " + app + " " + app);
      List<Object> fingerprints = fingerprints(statements.get(i));
      for (int j = 0; j < fingerprints.size(); j++) {
        int index = j;
        each.expect(
            Kind.ASSETLINKS,
            root -> fingerprints(list(root).get(at)).remove(index),
            "certificate-missing " + app + " " + fingerprints.get(j));
      }
      List<Object> relations = list(map(statements.get(i)).get("relation"));
      for (int j = 0; j < relations.size(); j++) {
        int index = j;
        each.expect(
            Kind.ASSETLINKS,
            root -> list(map(list(root).get(at)).get("relation")).remove(index),
            "purpose-missing " + app + " " + relations.get(j));
      }
      List<Object> rules = rules(statements.get(i));
      for (int j = 0; j < rules.size() && rules.size() > 1; j++) {
        int index = j;
        each.expect(
            Kind.ASSETLINKS,
            root -> rules(list(root).get(at)).remove(index),
            missing(rules.get(j)) + " " + app + " " + JsonText.compact(rules.get(j)));
      }
      if (!rules.isEmpty()) {
        each.expect(
            Kind.ASSETLINKS,
            root -> map(list(root).get(at)).remove("relation_extensions"),
            "dynamic-rules-missing " + app + " null");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellsJustWhatIsExtraOnAndroid(long seed) throws UnusableInputException {
    Case each = Case.of(seed, "modern", false);
    List<Object> statements = each.root(Kind.ASSETLINKS).map(root -> list(root)).orElse(List.of());
    for (int i = 0; i < statements.size(); i++) {
      int at = i;
      Map<String, Object> statement = map(statements.get(i));
      String app = String.valueOf(map(statement.get("target")).get("package_name"));
      each.expect(
          Kind.ASSETLINKS,
          root -> fingerprints(list(root).get(at)).add(0, STRANGER),
          "certificate-unregistered " + app + " " + STRANGER);
      String relation = "delegate_permission/common.share_location";
      each.expect(
          Kind.ASSETLINKS,
          root -> list(map(list(root).get(at)).get("relation")).add(relation),
          "purpose-unregistered " + app + " " + relation);
      each.expect(
          Kind.ASSETLINKS,
          root -> list(root).add(0, stranger(map(list(root).get(at)))),
          "app-unregistered org.stranger.app org.stranger.app");
      if (!rules(statement).isEmpty()) {
        Map<String, Object> rule = Map.of("/", "/stranger");
        each.expect(
            Kind.ASSETLINKS,
            root -> rules(list(root).get(at)).add(0, rule),
            "link-unregistered " + app + " " + JsonText.compact(rule));
      } else if (list(statement.get("relation")).contains(HANDLE_ALL_URLS)) {
        each.expect(
            Kind.ASSETLINKS,
            root ->
                map(list(root).get(at))
                    .put(
                        "relation_extensions",
                        Map.of(
                            HANDLE_ALL_URLS,
                            Map.of(
                                "dynamic_app_link_components", List.of(Map.of("/", "/stranger"))))),
            "dynamic-rules-unregistered " + app + " null");
      }
    }
  }

  private static Map<String, Object> stranger(Map<String, Object> statement) {
    Map<String, Object> target = new LinkedHashMap<>(map(statement.get("target")));
    target.put("package_name", "org.stranger.app");
    Map<String, Object> other = new LinkedHashMap<>(statement);
    other.put("target", target);
    return other;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellsJustWhatIsMissingOnApple(long seed) throws UnusableInputException {
    for (String form : List.of("modern", "legacy")) {
      Case each = Case.of(seed, form, false);
      for (String app : each.appleApps()) {
        Set<String> services = each.servicesOf(app);
        each.expect(
            Kind.AASA,
            root -> services.forEach(service -> remove(map(map(root).get(service)), app)),
            "app-missing " + app + " " + app);
        for (String service : services) {
          each.expect(
              Kind.AASA,
              root -> remove(map(map(root).get(service)), app),
              (services.size() == 1 ? "app-missing " + app + " " + app : "purpose-missing " + app)
                  + (services.size() == 1 ? "" : " " + service));
        }
      }
      List<Object> entries = each.entries();
      for (int i = 0; i < entries.size(); i++) {
        List<Object> rules = rulesOf(entries.get(i));
        for (int j = 0; j < rules.size(); j++) {
          int entry = i;
          int index = j;
          String rule = JsonText.compact(asComponent(rules.get(j)));
          each.expect(
              Kind.AASA,
              root -> rulesOf(entries(root).get(entry)).remove(index),
              idsOf(entries.get(i)).stream()
                  .map(app -> missing(asComponent(rules.get(index))) + " " + app + " " + rule)
                  .toArray(String[]::new));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellsJustWhatIsExtraOnApple(long seed) throws UnusableInputException {
    Case each = Case.of(seed, "modern", false);
    String stranger = "ZZZZ9ZZZZ9.org.stranger.app";
    for (String app : each.appleApps()) {
      for (String service : List.of("webcredentials", "appclips", "activitycontinuation")) {
        if (!each.servicesOf(app).contains(service)) {
          each.expect(
              Kind.AASA,
              root -> add(map(root), service, app),
              "purpose-unregistered " + app + " " + service);
        }
      }
      each.expect(
          Kind.AASA,
          root -> add(map(root), "webcredentials", stranger),
          "app-unregistered " + stranger + " " + stranger);
    }
    List<Object> entries = each.entries();
    for (int i = 0; i < entries.size(); i++) {
      int entry = i;
      List<Object> rules = rulesOf(entries.get(i));
      Map<String, Object> link = Map.of("/", "/stranger/*");
      each.expect(
          Kind.AASA,
          root -> rulesOf(entries(root).get(entry)).add(link),
          told(entries.get(i), "link-unregistered", link));
      Map<String, Object> opened =
          rules.stream()
              .map(AgreementLawTest::map)
              .filter(rule -> !rule.containsKey("exclude"))
              .findFirst()
              .orElseThrow();
      Map<String, Object> exclusion = new LinkedHashMap<>(opened);
      exclusion.put("/", opened.get("/") + "x*");
      exclusion.put("exclude", true);
      if (String.valueOf(opened.get("/")).endsWith("*")) {
        each.expect(
            Kind.AASA,
            root -> rulesOf(entries(root).get(entry)).add(0, exclusion),
            told(entries.get(i), "exclusion-unregistered", exclusion));
      }
      for (int j = 0; j + 1 < rules.size(); j++) {
        int index = j;
        if (map(rules.get(j)).containsKey("exclude")) {
          each.expect(
              Kind.AASA,
              root -> Collections.swap(rulesOf(entries(root).get(entry)), index, index + 1),
              told(entries.get(i), "links-in-other-order", rules.get(j + 1)));
        }
      }
    }
  }

  private static String[] told(Object entry, String rule, Object component) {
    return idsOf(entry).stream()
        .map(app -> rule + " " + app + " " + JsonText.compact(component))
        .toArray(String[]::new);
  }

  private static String missing(Object rule) {
    return map(rule).containsKey("exclude") ? "exclusion-missing" : "link-missing";
  }

  private static void add(Map<String, Object> root, String service, String app) {
    Map<String, Object> object =
        map(root.computeIfAbsent(service, name -> new LinkedHashMap<String, Object>()));
    list(object.computeIfAbsent("apps", name -> new ArrayList<>())).add(app);
  }

  private static void remove(Map<String, Object> service, String app) {
    if (service.get("details") == null) {
      list(service.get("apps")).remove(app);
      return;
    }
    List<Object> details = list(service.get("details"));
    details.removeIf(entry -> app.equals(map(entry).get("appID")));
    details.forEach(
        entry ->
            Optional.ofNullable(map(entry).get("appIDs")).ifPresent(ids -> list(ids).remove(app)));
    details.removeIf(entry -> List.of().equals(map(entry).get("appIDs")));
  }

  private static List<Object> entries(Object root) {
    Object applinks = map(root).get("applinks");
    return applinks == null ? List.of() : list(map(applinks).get("details"));
  }

  private static List<Object> rulesOf(Object entry) {
    Object components = map(entry).get("components");
    return list(components == null ? map(entry).get("paths") : components);
  }

  private static List<String> idsOf(Object entry) {
    Object ids = map(entry).get("appIDs");
    return ids == null
        ? List.of(String.valueOf(map(entry).get("appID")))
        : list(ids).stream().map(String::valueOf).toList();
  }

  /** What the registration's rule looks like in a message: always as a component. */
  private static Object asComponent(Object rule) {
    if (!(rule instanceof String path)) {
      return rule;
    }
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("/", path.replaceFirst("^NOT ", ""));
    if (path.startsWith("NOT ")) {
      component.put("exclude", true);
    }
    return component;
  }

  private static List<Object> fingerprints(Object statement) {
    return list(map(map(statement).get("target")).get("sha256_cert_fingerprints"));
  }

  private static List<Object> rules(Object statement) {
    Object extensions = map(statement).get("relation_extensions");
    return extensions == null
        ? List.of()
        : list(map(map(extensions).get(HANDLE_ALL_URLS)).get("dynamic_app_link_components"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) Objects.requireNonNull(value);
  }

  /** A registration with the files that follow from it. */
  private record Case(String text, RegistrationExamination examination, Registered registered) {

    static Case of(long seed, String form, boolean compact) throws UnusableInputException {
      String text = new RandomRegistration(seed).text(form, compact);
      RegistrationExamination examination =
          RegistrationExamination.of(text.getBytes(StandardCharsets.UTF_8), "r.json", compact);
      assertThat(examination.registered()).as(text).isPresent();
      return new Case(text, examination, examination.registered().orElseThrow());
    }

    Optional<byte[]> bytes(Kind kind) {
      return examination.publications().stream()
          .filter(publication -> publication.kind() == kind)
          .map(Publication::bytes)
          .findFirst();
    }

    Optional<Object> root(Kind kind) {
      return bytes(kind).map(bytes -> plain(Document.json(bytes, "file").value().orElseThrow()));
    }

    List<Object> entries() {
      return root(Kind.AASA).map(AgreementLawTest::entries).orElse(List.of());
    }

    Set<String> appleApps() {
      Set<String> apps = new TreeSet<>();
      root(Kind.AASA)
          .ifPresent(
              root ->
                  map(root)
                      .keySet()
                      .forEach(service -> apps.addAll(named(map(map(root).get(service))))));
      return apps;
    }

    Set<String> servicesOf(String app) {
      Set<String> services = new TreeSet<>();
      Map<String, Object> root = map(root(Kind.AASA).orElseThrow());
      root.forEach(
          (name, service) -> {
            if (named(map(service)).contains(app)) {
              services.add(name);
            }
          });
      return services;
    }

    private static List<String> named(Map<String, Object> service) {
      return service.get("details") == null
          ? list(service.get("apps")).stream().map(String::valueOf).toList()
          : list(service.get("details")).stream().flatMap(e -> idsOf(e).stream()).toList();
    }

    /** What is told of a file after a change; empty where there is no such file. */
    Optional<List<String>> mutated(Kind kind, Consumer<Object> change) {
      return root(kind)
          .map(
              root -> {
                change.accept(root);
                return differences(kind, JsonText.pretty(root).getBytes(StandardCharsets.UTF_8));
              });
    }

    void expect(Kind kind, Consumer<Object> change, String... told) {
      assertThat(mutated(kind, change).orElseThrow()).as(text).containsExactlyInAnyOrder(told);
    }

    List<String> differences(Kind kind, byte[] bytes) {
      AssociationFile file = AssociationFile.read(kind, bytes, "file");
      return new FileExamination(file, List.of())
          .comparedBy(Agreement.between(registered, file)).findings().stream()
              .map(Case::told)
              .toList();
    }

    private static String told(Finding finding) {
      String value = finding.seen() == null ? finding.expected() : finding.seen();
      if (finding.rule().id().equals("agreement/app-missing")) {
        value = finding.expected();
      }
      return finding.rule().id().replace("agreement/", "") + " " + finding.app() + " " + value;
    }

    private static Object plain(JsonValue value) {
      if (value instanceof JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.members().forEach(member -> map.put(member.name(), plain(member.value())));
        return map;
      }
      if (value instanceof JsonArray array) {
        List<Object> list = new ArrayList<>();
        array.elements().forEach(element -> list.add(plain(element)));
        return list;
      }
      return value instanceof JsonBoolean bool
          ? (Object) bool.value()
          : Objects.requireNonNull(value.asText());
    }
  }
}
