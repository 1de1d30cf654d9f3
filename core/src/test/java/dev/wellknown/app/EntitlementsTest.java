package dev.wellknown.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.app.AssociatedDomain.Mistake;
import dev.wellknown.app.Entitlements.Coverage;
import dev.wellknown.json.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EntitlementsTest {

  @Test
  void readsDomainsWithTheirPlaces() throws UnreadableAppFileException {
    Entitlements entitlements =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
              <key>application-identifier</key>
              <string>$(AppIdentifierPrefix)$(CFBundleIdentifier)</string>
              <key>com.apple.developer.associated-domains</key>
              <array>
                <!-- the shop -->
                <string>applinks:shop.example.com</string>
                <string>webcredentials:*.example.com?mode=developer+managed</string>
              </array>
            </dict>
            </plist>
            """);
    assertThat(entitlements.applicationId())
        .isEqualTo("$(AppIdentifierPrefix)$(CFBundleIdentifier)");
    assertThat(entitlements.declared()).isTrue();
    AssociatedDomain first = entitlements.domains().get(0);
    assertThat(first.service()).isEqualTo("applinks");
    assertThat(first.host()).isEqualTo("shop.example.com");
    assertThat(first.position()).isEqualTo(new Position(10, 5));
    assertThat(first.pointer()).hasToString("/com.apple.developer.associated-domains/0");
    assertThat(first.mistakes()).isEmpty();
    AssociatedDomain second = entitlements.domains().get(1);
    assertThat(second.wildcard()).isTrue();
    assertThat(second.host()).isEqualTo("example.com");
    assertThat(second.modes()).containsExactly("developer", "managed");
    assertThat(second.mistakes()).containsExactly(Mistake.DEVELOPER_MODE);
    assertThat(second.position()).isEqualTo(new Position(11, 5));
  }

  @TestFactory
  Stream<DynamicTest> namesEveryMistake() {
    return Map.ofEntries(
            Map.entry("applinks:https://example.com", Set.of(Mistake.SCHEME)),
            Map.entry("applinks:https://example.com/", Set.of(Mistake.SCHEME, Mistake.PATH)),
            Map.entry("https://example.com", Set.of(Mistake.NO_SERVICE, Mistake.SCHEME)),
            Map.entry("example.com", Set.of(Mistake.NO_SERVICE)),
            Map.entry("applinks:example.com/", Set.of(Mistake.PATH)),
            Map.entry("applinks://example.com", Set.of(Mistake.PATH)),
            Map.entry("applinks:example.com/shop/*", Set.of(Mistake.PATH)),
            Map.entry("applinks:example.com:8443", Set.of(Mistake.PORT)),
            Map.entry("applinks: example.com", Set.of(Mistake.BLANK)),
            Map.entry("applinks:example.com\u00a0", Set.of(Mistake.BLANK)),
            Map.entry("app links:example.com", Set.of(Mistake.BLANK)),
            Map.entry("applink:example.com", Set.of(Mistake.UNKNOWN_SERVICE)),
            Map.entry("applinks:Example.com", Set.of(Mistake.UPPER_CASE)),
            Map.entry("AppLinks:example.com", Set.of(Mistake.UPPER_CASE)),
            Map.entry("applinks:*example.com", Set.of(Mistake.MISPLACED_STAR)),
            Map.entry("applinks:*", Set.of(Mistake.MISPLACED_STAR)),
            Map.entry("applinks:a.*.example.com", Set.of(Mistake.MISPLACED_STAR)),
            Map.entry("appclips:*.example.com", Set.of(Mistake.WILDCARD_APP_CLIP)),
            Map.entry("applinks:", Set.of(Mistake.MALFORMED_HOST)),
            Map.entry("applinks:com", Set.of(Mistake.MALFORMED_HOST)),
            Map.entry("applinks:192.0.2.1", Set.of(Mistake.MALFORMED_HOST)),
            Map.entry("applinks:a..example.com", Set.of(Mistake.MALFORMED_HOST)),
            Map.entry("applinks:localhost?mode=developer", Set.of(Mistake.DEVELOPER_MODE)),
            Map.entry("applinks:example.com?mode=managed", Set.<Mistake>of()),
            Map.entry(
                "applinks:example.com?mode=Developer",
                Set.of(Mistake.UPPER_CASE, Mistake.DEVELOPER_MODE)),
            Map.entry("applinks:example.com?mode=debug", Set.of(Mistake.UNKNOWN_MODE)),
            Map.entry("applinks:example.com?developer", Set.of(Mistake.UNKNOWN_MODE)),
            Map.entry("applinks:example.com#x", Set.of(Mistake.UNKNOWN_MODE)),
            Map.entry("applinks:$(SHOP_HOST)", Set.<Mistake>of()),
            Map.entry("applinks:xn--mnchen-3ya.example", Set.<Mistake>of()))
        .entrySet()
        .stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(domains(each.getKey()).get(0).mistakes())
                            .containsExactlyInAnyOrderElementsOf(each.getValue())));
  }

  @Test
  void namesEntriesThatAreNoTexts() throws UnreadableAppFileException {
    assertThat(read(plist("<array><true/><string>applinks:a.example</string></array>")).domains())
        .extracting(AssociatedDomain::mistakes)
        .containsExactly(Set.of(Mistake.NOT_TEXT), Set.of());
    List<AssociatedDomain> single = read(plist("<string>applinks:a.example</string>")).domains();
    assertThat(single.get(0).mistakes()).containsExactly(Mistake.NOT_TEXT);
    assertThat(single.get(0).isUsable()).isFalse();
  }

  @Test
  void tellsHowAHostStandsInTheList() throws UnreadableAppFileException {
    Entitlements list =
        read(
            plist(
                "<array><string>applinks:*.example.com</string>"
                    + "<string>applinks:www.example.com</string>"
                    + "<string>webcredentials:example.com</string>"
                    + "<string>applinks:https://broken.example</string></array>"));
    assertThat(list.coverage("applinks", "www.example.com")).isEqualTo(Coverage.NAMED);
    assertThat(list.coverage("applinks", "a.b.example.com")).isEqualTo(Coverage.BY_WILDCARD);
    assertThat(list.coverage("applinks", "example.com")).isEqualTo(Coverage.ONLY_BELOW);
    assertThat(list.coverage("applinks", "badexample.com")).isEqualTo(Coverage.ABSENT);
    assertThat(list.coverage("applinks", "broken.example")).isEqualTo(Coverage.ABSENT);
    assertThat(list.coverage("webcredentials", "example.com")).isEqualTo(Coverage.NAMED);
    assertThat(list.coverage("webcredentials", "www.example.com")).isEqualTo(Coverage.ABSENT);
  }

  @Test
  void leavesOpenWhatAVariableMayName() throws UnreadableAppFileException {
    Entitlements list =
        read(
            plist(
                "<array><string>applinks:$(HOST)</string>"
                    + "<string>webcredentials:a.example</string></array>"));
    assertThat(list.domains().get(0).unresolved()).isEqualTo("$(HOST)");
    assertThat(list.coverage("applinks", "a.example")).isEqualTo(Coverage.UNRESOLVED);
    assertThat(list.coverage("webcredentials", "b.example")).isEqualTo(Coverage.ABSENT);
    Entitlements all = read(plist("<array><string>$(DOMAINS)</string></array>"));
    assertThat(all.coverage("webcredentials", "b.example")).isEqualTo(Coverage.UNRESOLVED);
  }

  @Test
  void tellsAnAbsentListFromAnEmptyOne() throws UnreadableAppFileException {
    assertThat(read("<plist><dict/></plist>").declared()).isFalse();
    assertThat(read(plist("<array/>")).declared()).isTrue();
  }

  @Test
  void placesTheListOfAKeyThatStandsTwice() throws UnreadableAppFileException {
    String file =
        "<plist><dict>\n<key>com.apple.developer.associated-domains</key>\n<array/>\n"
            + "<key>com.apple.developer.associated-domains</key>\n"
            + "<array>\n<string>applinks:a.example</string></array></dict></plist>";
    assertThat(read(file).domains())
        .extracting(AssociatedDomain::position)
        .containsExactly(new Position(6, 1));
  }

  private static List<AssociatedDomain> domains(String entry) throws UnreadableAppFileException {
    return read(plist("<array><string>" + entry + "</string></array>")).domains();
  }

  private static String plist(String domains) {
    return "<plist version='1.0'><dict><key>com.apple.developer.associated-domains</key>"
        + domains
        + "</dict></plist>";
  }

  private static Entitlements read(String text) throws UnreadableAppFileException {
    return Entitlements.read(text.getBytes(StandardCharsets.UTF_8), "App.entitlements");
  }
}
