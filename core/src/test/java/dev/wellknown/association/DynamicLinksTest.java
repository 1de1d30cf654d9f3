package dev.wellknown.association;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void neverOpensMoreThanWasDeclared() throws IOException {
    Random random = new Random(42);
    int compared = 0;
    java.util.Set<String> seen = new java.util.HashSet<>(), seen2 = new java.util.HashSet<>();
    for (int round = 0; round < 4000; round++) {
      List<Object> links = new ArrayList<>();
      for (int count = 1 + random.nextInt(3); count > 0; count--) {
        links.add(link(random));
      }
      Outcome outcome = generate(links);
      if (outcome.rules().isEmpty()) {
        continue;
      }
      boolean silent = outcome.findings().isEmpty();
      for (int i = 0; i < 200; i++) {
        Address address = address(random);
        boolean android = SlowMatchers.androidOpens(outcome.rules().get(), address);
        boolean apple = SlowMatchers.appleOpens(outcome.links(), address);
        if (android && !apple) {
          if (seen.add(links.toString()) && seen.size() < 30)
            System.out.println(
                "WIDER " + outcome.rules().get() + " opens " + address + ", but not " + links);
          continue;
        }
        if (silent && apple && !android) {
          if (seen2.add(links.toString()) && seen2.size() < 30)
            System.out.println(
                "NARROW " + links + " opens " + address + ", but not " + outcome.rules().get());
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100_000);
  }
}
