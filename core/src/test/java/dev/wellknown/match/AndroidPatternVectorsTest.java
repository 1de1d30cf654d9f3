package dev.wellknown.match;

import static dev.wellknown.match.AndroidVectors.object;
import static dev.wellknown.match.AndroidVectors.objects;
import static dev.wellknown.match.AndroidVectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.FilterHost;
import dev.wellknown.app.IntentFilter;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.app.PatternKind;
import dev.wellknown.app.Setting;
import dev.wellknown.app.UriGroup;
import dev.wellknown.app.UriPart;
import dev.wellknown.app.UriPattern;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.Position;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Patterns and filters as Android's PatternMatcher and IntentFilter treat them. */
class AndroidPatternVectorsTest {

  @TestFactory
  Stream<DynamicTest> matchesAsAndroidDoes() throws IOException {
    List<JsonObject> vectors = AndroidVectors.of("android-patterns");
    assertThat(vectors).hasSizeGreaterThan(75);
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text("id") + " " + vector.text("about"),
                    () -> check(object(vector, "input"), object(vector, "expect"))));
  }

  private static void check(JsonObject input, JsonObject expect) {
    switch (text(input, "mode")) {
      case "matcher" ->
          assertThat(
                  AndroidPattern.of(kind(input), text(input, "pattern"))
                      .matches(input.text("text")))
              .isEqualTo(is(expect, "match"));
      case "compile" -> {
        assertThat(is(expect, "valid")).isFalse();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> AndroidPattern.of(kind(input), text(input, "pattern")));
      }
      default -> {
        FilterOutcome outcome =
            IntentFilterMatcher.of(filter(object(input, "filter")), AndroidRelease.NEWEST)
                .decide(AndroidUrl.of(text(input, "url")));
        assertThat(outcome.kind() == FilterOutcome.Kind.MATCH)
            .as(outcome.toString())
            .isEqualTo(is(expect, "match"));
      }
    }
  }

  private static boolean is(JsonObject in, String name) {
    return ((JsonBoolean) Objects.requireNonNull(in.get(name))).value();
  }

  private static PatternKind kind(JsonObject pattern) {
    String name = text(pattern, "type").replace("Glob", "_glob");
    return PatternKind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static IntentFilter filter(JsonObject filter) {
    return new IntentFilter(
        Position.START,
        Setting.ON,
        Set.of(),
        Set.of(),
        Objects.requireNonNull(filter.array("schemes")).elements().stream()
            .map(each -> value(Objects.requireNonNull(each.asText())))
            .toList(),
        objects(filter, "hosts").stream()
            .map(
                each ->
                    new FilterHost(
                        value(text(each, "host")),
                        each.has("port") ? value(text(each, "port")) : null,
                        Position.START))
            .toList(),
        objects(filter, "paths").stream().map(each -> pattern(UriPart.PATH, each)).toList(),
        objects(filter, "groups").stream().map(AndroidPatternVectorsTest::group).toList(),
        false,
        false);
  }

  private static UriGroup group(JsonObject group) {
    return new UriGroup(
        is(group, "allow"),
        objects(group, "filters").stream()
            .map(
                each -> pattern(UriPart.valueOf(text(each, "part").toUpperCase(Locale.ROOT)), each))
            .toList(),
        Position.START);
  }

  private static UriPattern pattern(UriPart part, JsonObject pattern) {
    return new UriPattern(part, kind(pattern), value(text(pattern, "pattern")), Position.START);
  }

  private static ManifestValue value(String text) {
    return new ManifestValue(text.replace("\\", "\\\\"));
  }
}
