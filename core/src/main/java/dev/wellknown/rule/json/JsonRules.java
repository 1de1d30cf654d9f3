package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.rule.Rule;
import java.util.EnumSet;
import java.util.List;

/** The rules of group {@code json}, in the order in which a reader would stumble. */
public final class JsonRules {

  /** A line for each. */
  public static final List<Rule<Document>> ALL =
      List.of(
          new EmptyFile(),
          new ByteOrderMark(),
          new NotUtf8(),
          new HtmlInsteadOfJson(),
          new NotJson(),
          new TrailingText(),
          new TooDeep(),
          new DuplicateMember(),
          new LoneSurrogate());

  /** What the JSON Schema finds and no rule speaks about. */
  public static final RuleInfo UNEXPECTED_SHAPE =
      new RuleInfo(
          "json/unexpected-shape",
          Severity.WARNING,
          EnumSet.noneOf(Reader.class),
          Evidence.DERIVED,
          "A value has another shape than the platform describes");

  private JsonRules() {}
}
