package dev.wellknown.registration.declaration;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.Registration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A registration's text, read and judged.
 *
 * @param document the text, its value and the places in it
 * @param registration what it means; empty where a finding is an error
 * @param findings everything that is wrong with it, at once
 * @param severities the severities that it gives to rules, as written: rule id to word
 */
public record RegistrationFile(
    Document document,
    Optional<Registration> registration,
    List<Finding> findings,
    Map<String, JsonValue> severities) {

  public RegistrationFile {
    findings = List.copyOf(findings);
    severities = Map.copyOf(severities);
  }

  /**
   * Reads a registration, in YAML or JSON. Never throws for what the bytes hold.
   *
   * @param origin the path as given; the ending {@code .json}, or a brace as the first character of
   *     a text without ending, makes it JSON
   */
  public static RegistrationFile read(byte[] bytes, String origin) {
    boolean yaml = !isJson(bytes, origin);
    Document document = yaml ? Document.yaml(bytes, origin) : Document.json(bytes, origin);
    List<Finding> findings = new ArrayList<>(breaks(document));
    JsonObject root = document.value().map(JsonValue::asObject).orElse(null);
    if (root == null) {
      return new RegistrationFile(document, Optional.empty(), findings, Map.of());
    }
    Secrets secrets = Secrets.in(document, root);
    Binder binder = new Binder(document, yaml, findings);
    Declaration declaration = binder.bind(root, Declaration.class);
    findings.addAll(Constraints.violations(declaration, document, binder.told()));
    // What would quote a secret, or judge its place, is left unsaid.
    findings.removeIf(finding -> secrets.covers(String.valueOf(finding.location().pointer())));
    findings.addAll(secrets.findings());
    boolean usable =
        document.defects().isEmpty()
            && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    return new RegistrationFile(
        document,
        usable
            ? Optional.of(new DeclarationResolver(declaration, document).resolve())
            : Optional.empty(),
        findings,
        severities(root));
  }

  private static boolean isJson(byte[] bytes, String origin) {
    String name = origin.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return name.endsWith(".json");
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8);
    return head.strip().startsWith("{");
  }

  /** What stopped the YAML reader; the breaks of any document are told by other rules. */
  private static List<Finding> breaks(Document document) {
    List<Finding> findings = new ArrayList<>();
    for (Defect defect : document.defects()) {
      if (defect.kind() == Defect.Kind.NOT_YAML) {
        findings.add(
            Finding.of(
                RegistrationRules.NOT_YAML,
                document.at(defect),
                "YAML breaks here: " + defect.detail(),
                "mend the text at this place: indent by blanks alike, put a blank behind each"
                    + " colon, quote texts that begin with *, &, ! or @"));
      } else if (defect.kind() == Defect.Kind.TOO_MANY_ALIASES) {
        findings.add(
            Finding.of(
                RegistrationRules.TOO_MANY_ALIASES,
                document.at(defect),
                "the text has " + defect.detail(),
                "write the values out"));
      }
    }
    return findings;
  }

  private static Map<String, JsonValue> severities(JsonObject root) {
    JsonObject rules = root.object("rules");
    Map<String, JsonValue> severities = new LinkedHashMap<>();
    if (rules != null) {
      rules.members().forEach(member -> severities.put(member.name(), member.value()));
    }
    return severities;
  }
}
