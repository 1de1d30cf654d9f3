package dev.wellknown.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.wellknown.association.SlowMatchers.Address;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Links as rules of Android 15 and later. */
class DynamicLinksTest {

  private static final String CERTIFICATE = "AB".repeat(32);

  /** What follows from links, or nothing where they cannot be said. */
  private record Outcome(
      List<Link> links, Optional<List<Map<String, Object>>> rules, List<Finding> findings) {}

  private static Outcome generate(List<Object> links) throws IOException {
    String registration =
        JsonText.compact(
            Map.of(
                "format",
                "wellknown/1",
                "name",
                "Dynamic",
                "hosts",
                List.of("a.example.com"),
                "apps",
                List.of(
                    Map.of(
                        "android",
                        Map.of(
                            "package",
                            "com.example.a",
                            "dynamicLinks",
                            true,
                            "certificates",
                            List.of(Map.of("sha256", CERTIFICATE))),
                        "links",
                        links))));
    RegistrationExamination examined =
        RegistrationExamination.of(
            registration.getBytes(StandardCharsets.UTF_8), "test.json", false);
    List<Finding> findings =
        examined.findings().stream()
            .filter(finding -> finding.rule().group().equals("registration"))
            .toList();
    List<Link> declared =
        examined.registration().map(found -> found.apps().get(0)).map(App::links).orElse(List.of());
    return new Outcome(
        declared,
        examined.publications().stream()
            .findFirst()
            .map(
                publication ->
                    (AssetLinks)
                        AssociationFile.read(
                            Kind.ASSETLINKS, publication.bytes(), "assetlinks.json"))
            .map(file -> file.statements().get(0).dynamicRules())
            .map(DynamicLinksTest::rules),
        findings);
  }

  private static List<Map<String, Object>> rules(JsonArray list) {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (JsonValue each : list.elements()) {
      rules.add(plain((JsonObject) each));
    }
    return rules;
  }

  private static Map<String, Object> plain(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (JsonObject.Member member : object.members()) {
      JsonValue value = member.value();
      map.put(
          member.name(),
          value instanceof JsonString text
              ? text.value()
              : value instanceof JsonBoolean bool ? bool.value() : plain((JsonObject) value));
    }
    return map;
  }

  private static String text(Random random, String alphabet, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static Map<String, Object> link(Random random) {
    Map<String, Object> link = new LinkedHashMap<>();
    if (random.nextInt(5) > 0) {
      link.put("path", random.nextInt(8) == 0 ? "*" : path(random));
    }
    if (random.nextInt(4) == 0) {
      link.put("query", Map.of(random.nextBoolean() ? "k" : "a", text(random, "ab?*.", 3)));
    }
    if (random.nextInt(6) == 0) {
      link.put("fragment", text(random, "ab?*.", 3));
    }
    if (link.isEmpty()) {
      link.put("path", "/a");
    }
    if (random.nextInt(3) == 0) {
      link.put("exclude", true);
    }
    return link;
  }

  /**
   * A path pattern. That a ? in front of a last * takes the slash which Apple's systems put at the
   * end of a path is an accident of theirs, so such patterns are left out.
   */
  private static String path(Random random) {
    String path = "/" + text(random, "aab/?*.", 6);
    return path.matches(".*[^/][?][*]+") ? "/a/" : path;
  }

  private static Address address(Random random) {
    return new Address(
        ("/" + text(random, "aab/.", 7)).replaceAll("/{2,}", "/"),
        switch (random.nextInt(4)) {
          case 0 -> "k=" + text(random, "ab.", 3);
          case 1 -> "a=" + text(random, "ab.", 3) + "&k=" + text(random, "ab.", 3);
          case 2 -> text(random, "ab=", 3) + "&c";
          default -> null;
        },
        random.nextInt(3) == 0 ? text(random, "ab.", 3) : null);
  }

  /**
   * Never more than was declared, and never less without a word. Left out are what Apple's and
   * Android's readers see differently in the address itself: several slashes in a row, a query item
   * that is there twice, and escapes.
   */
  @Test
  void opensWhatWasDeclaredAndNeverMore() throws IOException {
    Random random = new Random(42);
    int compared = 0;
    for (int round = 0; round < 2500; round++) {
      List<Object> links = new ArrayList<>();
      for (int count = 1 + random.nextInt(3); count > 0; count--) {
        links.add(link(random));
      }
      Outcome outcome = generate(links);
      if (outcome.rules().isEmpty()) {
        continue;
      }
      for (int i = 0; i < 200; i++) {
        Address address = address(random);
        boolean android = SlowMatchers.androidOpens(outcome.rules().get(), address);
        boolean apple = SlowMatchers.appleOpens(outcome.links(), address);
        if (android && !apple) {
          fail("%s opens %s, but not %s", outcome.rules().get(), address, links);
        }
        if (apple && !android && outcome.findings().isEmpty()) {
          fail("%s opens %s, but not %s, and nothing was told", links, address, outcome.rules());
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100_000);
  }

  private static List<Map<String, Object>> rules(Object... links) throws IOException {
    return generate(List.of(links)).rules().orElseThrow();
  }

  private static List<String> told(Object... links) throws IOException {
    return generate(List.of(links)).findings().stream()
        .map(finding -> finding.rule().id().replace("registration/", ""))
        .toList();
  }

  @Test
  void takesAPathAndTheSameWithASlashForEqualAsAppleDoes() throws IOException {
    assertThat(rules("/login")).isEqualTo(List.of(Map.of("/", "/login"), Map.of("/", "/login/")));
    assertThat(rules("/login/")).isEqualTo(rules("/login"));
    assertThat(rules("/a/*")).isEqualTo(List.of(Map.of("/", "/a"), Map.of("/", "/a/*")));
    assertThat(rules("/")).isEqualTo(List.of(Map.of("/", "/")));
    assertThat(rules("*")).isEqualTo(List.of(Map.of("/", "*")));
    assertThat(rules("/*")).isEqualTo(rules("*"));
    assertThat(rules("/*/")).isEqualTo(List.of(Map.of("/", "/?*")));
    assertThat(rules("/a//b**")).isEqualTo(List.of(Map.of("/", "/a/b*")));
  }

  @Test
  void keepsTheLastQuestionMarkFromTakingASlash() throws IOException {
    assertThat(rules("/id/??"))
        .isEqualTo(
            List.of(
                Map.of("/", "/id/?/", "exclude", true),
                Map.of("/", "/id/??"),
                Map.of("/", "/id/??/")));
    assertThat(told("/id/??")).isEmpty();
    assertThat(told("/id/??", "/*")).containsExactly("narrower-on-android");
    assertThat(told(Map.of("path", "/id/??", "exclude", true), "/*"))
        .containsExactly("narrower-on-android");
  }

  @Test
  void writesQueryItemsAndFragmentsDecoded() throws IOException {
    assertThat(rules(Map.of("path", "/%C3%A4", "query", Map.of("k%20", "%C3%B6"))))
        .isEqualTo(
            List.of(
                Map.of("/", "/ä", "?", Map.of("k ", "ö")),
                Map.of("/", "/ä/", "?", Map.of("k ", "ö"))));
    assertThat(rules(Map.of("query", Map.of("any", "*"), "fragment", "top*")))
        .isEqualTo(List.of(Map.of("#", "top*")));
    assertThat(rules(Map.of("query", "*"))).isEqualTo(List.of(Map.of("/", "*")));
  }

  @Test
  void leavesOutWhatItCannotSayAndExcludesAllWhereNothingIsLeft() throws IOException {
    for (Object link :
        List.of(
            Map.of("path", "/a", "query", "k=v"),
            Map.of("path", "/a", "caseSensitive", false),
            Map.of("path", "/a", "fragment", ""),
            Map.of("path", "/a", "query", Map.of("k*", "v")),
            "/$(lang)/a",
            "/a*?",
            "/a.b/c?",
            "/a%2Fb",
            "/a%2Ab",
            "/%FF")) {
      assertThat(told(link)).as("%s", link).containsExactly("link-left-out");
      assertThat(rules(link)).isEqualTo(List.of(Map.of("/", "*", "exclude", true)));
    }
  }

  @Test
  void makesNothingWhereAnExclusionWouldBeLost() throws IOException {
    for (Map<String, Object> link :
        List.<Map<String, Object>>of(
            Map.of("path", "/a", "query", "k=v", "exclude", true),
            Map.of("path", "/a*b", "exclude", true),
            Map.of("path", "/a", "query", Map.of("k", ""), "exclude", true),
            Map.of("path", "/a", "caseSensitive", false, "exclude", true))) {
      Outcome outcome = generate(List.of(link, "/*"));
      assertThat(outcome.rules()).isEmpty();
      assertThat(told(link, "/*")).contains("exclude-not-expressible");
    }
  }
}
