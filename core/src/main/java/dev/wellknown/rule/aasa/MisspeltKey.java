package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Devices compare names letter for letter and pass over what they do not know, so a slip of the pen
 * costs what it was to say. Unknown names that resemble nothing are left alone.
 */
final class MisspeltKey extends AasaRule {

  private static final Set<String> APP_IDS = Set.of("appID", "appIDs");
  private static final Set<String> RULES = Set.of("components", "paths");

  MisspeltKey() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.OBSERVED,
        "A name is misspelt, so devices pass over what stands under it");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (KeyedObject here : KeyedObject.in(file)) {
      for (JsonObject.Member member : here.object().members()) {
        here.level()
            .meant(member.name())
            .filter(meant -> !KnownKeys.isEmpty(member.value()))
            .map(meant -> tell(file, here, member, fitting(meant, member.value())))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Finding tell(
      AppSiteAssociation file, KeyedObject here, JsonObject.Member member, String meant) {
    Loss loss = loss(here, member, meant);
    boolean missing = here.lacksApps() && (APP_IDS.contains(meant) || meant.equals("apps"));
    Finding finding =
        finding(
                here.place(file, member, missing),
                "devices pass over "
                    + quote(member.name())
                    + ", which was probably meant as "
                    + quote(meant)
                    + (loss == Loss.CONSTRAINT ? ": more links match" : ""),
                fix(here, member, meant))
            .withSeen(member.name())
            .withExpected(meant)
            .withApp(here.app());
    return switch (loss) {
      case EFFECT -> finding;
      case CONSTRAINT -> finding.withSeverity(Severity.WARNING).withBreaks(NONE);
      case NOTHING -> finding.withSeverity(Severity.NOTE).withBreaks(NONE);
    };
  }

  /** Of the two names for app ids, the one that the value fits. */
  private static String fitting(String meant, JsonValue value) {
    if (!APP_IDS.contains(meant)) {
      return meant;
    }
    return value instanceof JsonArray ? "appIDs" : "appID";
  }

  /** What is lost with the member. */
  private enum Loss {
    /** An app, a link or an exclusion. */
    EFFECT,
    /** A restriction, so that more opens than was written. */
    CONSTRAINT,
    /** Nothing: the right name stands there too, or the value is the default. */
    NOTHING
  }

  private static Loss loss(KeyedObject here, JsonObject.Member member, String meant) {
    if (isThere(here, meant)
        || (meant.equals("apps") && here.object().has("details"))
        || isDefault(member, meant)) {
      return Loss.NOTHING;
    }
    if (RULES.contains(meant)) {
      return Loss.CONSTRAINT;
    }
    if (KnownKeys.CONSTRAINTS.contains(meant)) {
      return here.rule() != null && here.rule().excludes() ? Loss.EFFECT : Loss.CONSTRAINT;
    }
    return Loss.EFFECT;
  }

  /** Whether the right name stands there as well. */
  private static boolean isThere(KeyedObject here, String meant) {
    return here.object().has(meant) || (APP_IDS.contains(meant) && !here.lacksApps());
  }

  /** Whether a switch is in the position that it has anyway. */
  private static boolean isDefault(JsonObject.Member member, String meant) {
    return member.value() instanceof JsonBoolean flag
        && switch (meant) {
          case LinkRule.EXCLUDE -> !flag.value();
          case LinkRule.CASE_SENSITIVE -> flag.value() != isOpposite(member.name());
          case LinkRule.PERCENT_ENCODED -> flag.value();
          default -> false;
        };
  }

  /** Whether a name says the contrary of {@code caseSensitive}. */
  private static boolean isOpposite(String name) {
    return name.matches("(?i).*(insensitive|ignore).*");
  }

  private static String fix(KeyedObject here, JsonObject.Member member, String meant) {
    if (isThere(here, meant)) {
      return "remove it, or put what it says under the right name";
    }
    if (meant.equals(LinkRule.CASE_SENSITIVE)
        && isOpposite(member.name())
        && member.value() instanceof JsonBoolean flag) {
      return "write \"caseSensitive\": " + !flag.value();
    }
    return "write " + quote(meant);
  }
}
