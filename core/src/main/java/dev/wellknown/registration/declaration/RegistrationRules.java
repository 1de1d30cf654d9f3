package dev.wellknown.registration.declaration;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of group {@code registration}: those of reading, the constraints, those of writing. */
public final class RegistrationRules {

  private static final List<RuleInfo> LINES = new ArrayList<>();

  // What reading meets.
  static final RuleInfo NOT_YAML =
      error("not-yaml", "The text breaks the YAML grammar, or is more than plain data");
  static final RuleInfo TOO_MANY_ALIASES =
      error("too-many-aliases", "YAML aliases unfold to more than is read");
  static final RuleInfo SECRET_IN_REGISTRATION =
      error("secret-in-registration", "A secret stands in the registration");
  static final RuleInfo UNKNOWN_KEY =
      error("unknown-key", "A key that the registration does not know");
  static final RuleInfo WRONG_TYPE =
      error("wrong-type", "A value of another type than its key takes");

  /** A severity for a rule that does not exist; whoever knows all rules tells it. */
  public static final RuleInfo UNKNOWN_RULE =
      error("unknown-rule", "A severity is given for a rule that does not exist");

  static {
    // The constraints, one class each.
    error("missing-value", "Something that is needed is missing");
    error("unknown-value", "A word that its key does not know");
    error("unfit-length", "A text is blank or too long");
    error("unfit-number", "A number is not greater than zero");
    error("missing-hosts", "No host is declared");
    error("hosts-beside-insights-hub", "Hosts are declared although they follow from Insights Hub");
    error("malformed-host", "A host is not a plain host name");
    warning("duplicate-host", "A host stands twice");
    error("app-without-platform", "An app has neither an iOS nor an Android side");
    line("duplicate-app", Severity.ERROR, Evidence.DERIVED, "An app id stands in two apps");
    error("malformed-team-id", "A team id or app id prefix is not ten capitals and digits");
    error("malformed-bundle-id", "A bundle id is none, or repeats the team id");
    error("malformed-package", "An Android application id is none");
    error("malformed-fingerprint", "A text is not the SHA-256 fingerprint of a certificate");
    warning("duplicate-certificate", "A certificate stands twice");
    warning("no-release-certificate", "Only upload or debug certificates are listed");
    error("malformed-relation", "A relation is not of the form kind/detail");
    error("no-links", "An app is to open links, and nothing says which");
    error(
        "malformed-link",
        "A link's pattern cannot match, or means something else than it seems to");
    error("malformed-redirect", "A redirect URI cannot be one");
    warning("scheme-without-dot", "A private scheme may be claimed by other apps");
    error("malformed-address", "An address is not an absolute https address");
    error("unknown-app", "An expectation names an app that is not declared");
    error("malformed-tenant", "A tenant has a name that Insights Hub does not give");
    error("malformed-internal-name", "An internal name is none that Insights Hub takes");
    line(
        "legacy-internal-name",
        Severity.WARNING,
        Evidence.DERIVED,
        "An old internal name does not fit into a host name");
    error("malformed-display-name", "A display name is none that Insights Hub takes");
    error("malformed-version", "A version is none that Insights Hub takes");
    error("malformed-label", "A region or environment is no part of a host name");
    error("label-too-long", "The derived host is longer than DNS takes");
    error("malformed-scheme", "A custom scheme is none that an app can own");
    line(
        "source-behind-gateway",
        Severity.ERROR,
        Evidence.DERIVED,
        "A source cannot be read by the gateway");
    error("missing-components", "An app with infrastructure names no component");
    error("malformed-component", "A component is none that Insights Hub takes");
    error("malformed-scope", "A scope does not begin with the internal name");
    error("anonymous-role", "The anonymous role is registered");
  }

  // What writing the two files meets.
  /** A link that a form of a file cannot say; the file opens less than was declared. */
  public static final RuleInfo LINK_LEFT_OUT =
      warning("link-left-out", "A link cannot be expressed in a file and is left out of it");

  /** An exclusion that a form of a file cannot say; without it the file would open too much. */
  public static final RuleInfo EXCLUDE_NOT_EXPRESSIBLE =
      error("exclude-not-expressible", "An exclusion cannot be expressed in a file");

  /** A link that means less on Android than on Apple's systems. */
  public static final RuleInfo NARROWER_ON_ANDROID =
      warning("narrower-on-android", "A link matches less on Android than on Apple's systems");

  /** An app for which a file has nothing to say. */
  public static final RuleInfo NOTHING_TO_PUBLISH =
      note("nothing-to-publish", "An app's purposes lead to nothing on one of its platforms");

  /** A file that nobody would read to its end. */
  public static final RuleInfo FILE_TOO_LARGE =
      error("file-too-large", "A file would be larger than its limit");

  /** A file that may be read to its end, or not. */
  public static final RuleInfo FILE_NEAR_LIMIT =
      line(
          "file-near-limit",
          Severity.WARNING,
          Evidence.DERIVED,
          "A file comes near the limit of its host");

  /** A line for each. */
  public static final List<RuleInfo> ALL = List.copyOf(LINES);

  private static final Map<String, RuleInfo> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(RuleInfo::id, Function.identity()));

  private RegistrationRules() {}

  private static RuleInfo error(String name, String summary) {
    return line(name, Severity.ERROR, Evidence.DOCUMENTED, summary);
  }

  private static RuleInfo warning(String name, String summary) {
    return line(name, Severity.WARNING, Evidence.DOCUMENTED, summary);
  }

  private static RuleInfo note(String name, String summary) {
    return line(name, Severity.NOTE, Evidence.DOCUMENTED, summary);
  }

  private static RuleInfo line(String name, Severity severity, Evidence evidence, String summary) {
    RuleInfo info = new RuleInfo("registration/" + name, severity, Set.of(), evidence, summary);
    LINES.add(info);
    return info;
  }

  /** The rule that a constraint's class is. */
  static RuleInfo of(Class<?> constraint) {
    RuleInfo info = BY_ID.get(RuleInfo.id("registration", constraint));
    if (info == null) {
      throw new IllegalStateException("no catalogue line for " + constraint.getSimpleName());
    }
    return info;
  }

  static Finding finding(RuleInfo rule, Location location, Offence offence) {
    return Finding.of(rule, location, offence.message(), offence.fix())
        .withSeen(offence.seen())
        .withExpected(offence.expected());
  }
}
