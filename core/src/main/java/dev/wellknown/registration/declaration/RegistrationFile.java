package dev.wellknown.registration.declaration;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final Pattern APP = Pattern.compile("/apps/([0-9]{1,9})/(ios|android)(?=/|$)");

  public RegistrationFile {
    findings = findings.stream().map(Secrets::masked).toList();
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
    Document document =
        yaml ? Document.yaml(bytes, origin) : Document.confidentialJson(bytes, origin);
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
    findings.removeIf(finding -> secrets.covers(finding.location()));
    findings.addAll(secrets.findings());
    findings.replaceAll(
        finding -> finding.withApp(app(root, secrets, finding.location().pointer())));
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

  /** The same finding, with whatever looks like a secret left out of its words. */
  public static Finding masked(Finding finding) {
    return Secrets.masked(finding);
  }

  private static boolean isJson(byte[] bytes, String origin) {
    String name = origin.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return name.endsWith(".json");
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8);
    return head.replace("\uFEFF", "").strip().startsWith("{");
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
                "mend the text here or in the line above: keys of one level begin in one column,"
                    + " behind a colon stands a blank, and texts that begin with *, &, ! or @"
                    + " stand in quotes"));
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

  /** The id of the app below whose side a place lies, as far as it is written there. */
  private static @Nullable String app(JsonObject root, Secrets secrets, @Nullable String pointer) {
    Matcher place = APP.matcher(pointer == null ? "" : pointer);
    JsonArray apps = root.array("apps");
    if (!place.lookingAt() || apps == null) {
      return null;
    }
    JsonObject app = apps.elements().get(Integer.parseInt(place.group(1))).asObject();
    JsonObject side = app == null ? null : app.object(place.group(2));
    if (side == null) {
      return null;
    }
    if (place.group(2).equals("android")) {
      return text(side, "package", secrets);
    }
    String prefix = text(side, side.has("appIdPrefix") ? "appIdPrefix" : "teamId", secrets);
    String bundleId = text(side, "bundleId", secrets);
    return prefix == null || bundleId == null ? null : prefix + "." + bundleId;
  }

  private static @Nullable String text(JsonObject side, String key, Secrets secrets) {
    return secrets.covers(side.pointer().child(key).toString()) ? null : side.text(key);
  }

  private static Map<String, JsonValue> severities(JsonObject root) {
    JsonObject rules = root.object("rules");
    Map<String, JsonValue> severities = new LinkedHashMap<>();
    if (rules != null) {
      for (JsonObject.Member member : rules.members()) {
        if (!Binder.isOpen(member.name())) {
          severities.put(member.name(), member.value());
        }
      }
    }
    return severities;
  }
}
