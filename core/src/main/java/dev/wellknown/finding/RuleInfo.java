package dev.wellknown.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule before it is run.
 *
 * @param id {@code group/name-of-the-offence}
 * @param severity unless a registration or an option says otherwise
 * @param breaks the readers for which the offence breaks something; a finding may name fewer
 * @param evidence how the platforms' behaviour is known
 * @param summary the offence in one line
 */
public record RuleInfo(
    String id, Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {

  private static final Pattern ID = Pattern.compile("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");

  public RuleInfo {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
    EnumSet<Reader> copy = EnumSet.noneOf(Reader.class);
    copy.addAll(breaks);
    breaks = Collections.unmodifiableSet(copy);
  }

  /** The id of the rule that a class is: its group, and the class name in kebab case. */
  public static String id(String group, Class<?> rule) {
    return group
        + "/"
        + rule.getSimpleName()
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=Before)(?=[0-9])", "-")
            .toLowerCase(Locale.ROOT);
  }

  /** The part before the slash. */
  public String group() {
    return id.substring(0, id.indexOf('/'));
  }

  /** The stage this rule speaks about; null for questions of sign-in, which stand outside it. */
  public @Nullable Stage stage() {
    return switch (group()) {
      case "registration" -> Stage.REGISTRATION;
      case "serving" -> Stage.SERVING;
      case "json", "assetlinks", "aasa" -> Stage.FILE;
      case "agreement" -> Stage.AGREEMENT;
      case "link" -> Stage.LINK;
      default -> null;
    };
  }
}
