package dev.wellknown.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The formats of what {@code validate} and {@code check} find. */
public enum Format {
  /** For people; written target by target. */
  TEXT(setting -> new TextRendering(setting.text())),
  /** For programs. */
  JSON(setting -> (Rendering.Whole) JsonFormat::json),
  /** For programs, a line for each target as soon as it is known. */
  NDJSON(setting -> new NdjsonRendering()),
  /** SARIF 2.1.0, as code scanning takes it. */
  SARIF(setting -> new SarifFormat(setting.name())),
  /** JUnit XML, as readers of Surefire's reports take it. */
  JUNIT(setting -> new JunitFormat(setting.failOn())),
  /** For summaries of CI jobs and comments on pull requests. */
  MARKDOWN(setting -> new MarkdownFormat()),
  /** Annotations of GitHub Actions; written target by target. */
  GITHUB(setting -> new GithubFormat(setting.name())),
  /** A page with everything in it, for people. */
  HTML(setting -> new HtmlRendering(Instant.now()));

  private final Function<Setting, Rendering> rendering;

  Format(Function<Setting, Rendering> rendering) {
    this.rendering = rendering;
  }

  /** The name used in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Format::id).toList();
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException where it is none of {@link #ids()}
   */
  public static Format of(String id) {
    return Arrays.stream(values())
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no format: " + id));
  }

  Rendering rendering(Setting setting) {
    return rendering.apply(setting);
  }
}
