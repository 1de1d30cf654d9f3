package dev.wellknown.report;

import dev.wellknown.examine.AppMatch;
import dev.wellknown.examine.AppMatch.Because;
import dev.wellknown.examine.MatchVerdict;
import dev.wellknown.examine.MatchedUrl;
import dev.wellknown.examine.Matching;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What links do, for people and for programs. */
public final class MatchFormat {

  private MatchFormat() {}

  /** Text for people. Where the platforms disagree is said first. */
  public static String text(Matching matching, Style style, Detail detail) {
    StringBuilder out = new StringBuilder();
    if (detail != Detail.QUIET) {
      matching
          .conditions()
          .forEach(each -> out.append("under the condition: " + Printable.escape(each) + "\n"));
    }
    for (MatchedUrl url : matching.urls()) {
      url.disagreement()
          .ifPresent(words -> out.append("! disagreement  " + url.url() + " " + words + "\n"));
    }
    if (!out.isEmpty()) {
      out.append('\n');
    }
    for (MatchedUrl url : matching.urls()) {
      boolean loud = url.apps().stream().anyMatch(each -> isLoud(matching, each));
      if (detail != Detail.QUIET || loud) {
        out.append(style.strong(url.url())).append('\n');
        url.apps().stream()
            .filter(each -> detail != Detail.QUIET || isLoud(matching, each))
            .forEach(each -> app(out, matching, each, style, detail));
        out.append('\n');
      }
    }
    if (detail != Detail.QUIET) {
      end(out, matching);
    }
    return out.toString();
  }

  private static boolean isLoud(Matching matching, AppMatch match) {
    return matching.isUnexpected(match) || match.verdict() == MatchVerdict.UNKNOWN;
  }

  private static void app(
      StringBuilder out, Matching matching, AppMatch match, Style style, Detail detail) {
    String app = match.app().equals(AppMatch.ANY) ? "any app" : match.app();
    out.append("  ")
        .append(style.match(match.verdict(), matching.isUnexpected(match)))
        .append("  ")
        .append(match.platform().id())
        .append("  ")
        .append(app)
        .append('\n');
    Because because = match.because();
    if (because != null) {
      out.append("    at ").append(TextFormat.place(because.location()));
      // Of a statement, the whole would only hide the place.
      boolean rule = match.verdict() != MatchVerdict.ASSOCIATED;
      if (rule && !because.text().isEmpty() && because.location().pointer() != null) {
        out.append("  ").append(because.text());
      }
      out.append('\n');
    }
    line(out, match.reason());
    match.remarks().forEach(each -> line(out, each));
    if (because != null && detail == Detail.VERBOSE) {
      String pointer = because.location().pointer();
      if (pointer != null) {
        line(out, "pointer: " + Printable.escape(pointer));
      }
      line(out, "evidence: " + because.evidence().id());
    }
  }

  private static void line(StringBuilder out, String text) {
    out.append("    ").append(text).append('\n');
  }

  private static void end(StringBuilder out, Matching matching) {
    boolean associated =
        matching.urls().stream()
            .flatMap(each -> each.apps().stream())
            .anyMatch(each -> each.verdict() == MatchVerdict.ASSOCIATED);
    if (matching.undecided() > 0) {
      out.append(
          "note: whether Android opens the link is left to the app's manifest, so this neither meets"
              + " nor breaks --expect; name it with --app\n");
    } else if (associated) {
      out.append("next: --app AndroidManifest.xml tells whether the app takes the link\n");
    }
  }

  /** JSON, as {@code schemas/report.schema.json} describes it. */
  public static String json(Matching matching) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-match/1");
    root.put("results", matching.urls().stream().map(url -> result(matching, url)).toList());
    if (!matching.conditions().isEmpty()) {
      root.put("conditions", matching.conditions());
    }
    return JsonText.pretty(root);
  }

  private static Map<String, @Nullable Object> result(Matching matching, MatchedUrl url) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("url", url.url());
    result.put("disagreement", url.disagreement().orElse(null));
    result.put("apps", url.apps().stream().map(each -> app(matching, each)).toList());
    return result;
  }

  private static Map<String, @Nullable Object> app(Matching matching, AppMatch match) {
    Map<String, @Nullable Object> app = new LinkedHashMap<>();
    app.put("platform", match.platform().id());
    app.put("app", match.app());
    app.put("verdict", match.verdict().id());
    if (matching.expected().isPresent()) {
      app.put("expected", matching.expected().get().id());
      app.put("met", isMet(matching, match));
    }
    app.put("file", match.file());
    app.put("because", because(match.because()));
    app.put("reason", match.reason());
    app.put("remarks", List.copyOf(match.remarks()));
    return app;
  }

  /** Null where nothing is known that would meet or break it. */
  private static @Nullable Boolean isMet(Matching matching, AppMatch match) {
    return switch (match.verdict()) {
      case UNKNOWN, ASSOCIATED -> null;
      default -> !matching.isUnexpected(match);
    };
  }

  private static @Nullable Map<String, @Nullable Object> because(@Nullable Because because) {
    if (because == null) {
      return null;
    }
    Location location = because.location();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("uri", location.uri());
    object.put("pointer", location.pointer());
    object.put("line", location.line());
    object.put("column", location.column());
    object.put("text", because.text().isEmpty() ? null : because.text());
    object.put("evidence", because.evidence().id());
    return object;
  }
}
