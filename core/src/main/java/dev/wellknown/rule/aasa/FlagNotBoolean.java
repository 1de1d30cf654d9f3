package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Apple documents {@code true} and {@code false}. Numbers and texts are reported to be read as one
 * of them, and everything else as {@code false}, which widens where the default is {@code true}.
 */
final class FlagNotBoolean extends AasaRule {

  private static final List<String> FLAGS =
      List.of(LinkRule.EXCLUDE, LinkRule.CASE_SENSITIVE, LinkRule.PERCENT_ENCODED);

  private static final Set<String> PLAIN_WORDS = Set.of("true", "yes", "1", "false", "no", "0");

  FlagNotBoolean() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "A switch is neither true nor false, and is read as one of them");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (Scope scope : Scope.in(file)) {
      for (String name : FLAGS) {
        JsonValue value = scope.members().get(name);
        if (value != null && !(value instanceof JsonBoolean)) {
          findings.add(tell(file, scope, name, value));
        }
      }
    }
    return findings;
  }

  private Finding tell(AppSiteAssociation file, Scope scope, String name, JsonValue value) {
    boolean known =
        !(value instanceof JsonString text)
            || PLAIN_WORDS.contains(text.value().toLowerCase(Locale.ROOT));
    boolean read = LinkRule.isTrue(value);
    boolean plain = known && (value instanceof JsonString || value instanceof JsonNumber);
    return finding(
            file.document().at(value),
            quote(name)
                + " is "
                + (value instanceof JsonString
                    ? "the text " + quote(String.valueOf(value.asText()))
                    : value instanceof JsonNumber ? value.toJson() : value.inWords())
                + (known ? "; devices read it as " + read : "; how devices read it is not known"),
            plain ? "write " + quote(name) + ": " + read : "write true or false, without quotes")
        .withSeen(value.toJson())
        .withExpected("true or false")
        .withApp(scope.app());
  }
}
