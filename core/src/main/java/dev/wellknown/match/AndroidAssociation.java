package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Location;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of one host say about one app. Of several statements that associate it, Android
 * takes the rules of the first (DomainVerifier#verifyHost), while fingerprints add up.
 *
 * <p>Looked at are the statements that name the app, be it in other letter case.
 *
 * @param linking the statements that associate the app, with the files they stand in
 * @param rules those of the first one, for each way of reading them
 * @param miss why there is no such statement; empty where there is one
 * @param nearest the statement that came nearest; null where nothing did
 */
record AndroidAssociation(
    List<Placed> linking,
    Map<RuleReading, AndroidRules> rules,
    String miss,
    @Nullable Placed nearest) {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

  /** A statement of a file. */
  record Placed(AssetLinks file, Statement statement) {

    Location location() {
      return location(statement.object());
    }

    Location location(JsonValue value) {
      return file.document().at(value);
    }
  }

  boolean isLinked() {
    return !linking.isEmpty();
  }

  static AndroidAssociation of(List<Placed> all, String app) {
    List<Placed> linking = new ArrayList<>();
    Placed nearest = null;
    String miss = "no statement names the app " + quote(app);
    int best = 0;
    for (Placed placed : all) {
      Statement statement = placed.statement();
      String flaw = flaw(statement, app);
      if (flaw == null) {
        linking.add(placed);
      } else if (rank(statement, app) > best) {
        best = rank(statement, app);
        nearest = placed;
        miss = flaw;
      }
    }
    Map<RuleReading, AndroidRules> rules = new EnumMap<>(RuleReading.class);
    for (RuleReading reading : RuleReading.values()) {
      JsonValue value = linking.isEmpty() ? null : linking.get(0).statement().dynamicRulesValue();
      rules.put(reading, AndroidRules.of(value, reading));
    }
    return new AndroidAssociation(
        List.copyOf(linking), rules, linking.isEmpty() ? miss : "", nearest);
  }

  /** Why a statement does not associate the app; null where it does. */
  private static @Nullable String flaw(Statement statement, String app) {
    String name = String.valueOf(statement.packageName());
    if (!name.equals(app)) {
      return "a statement names "
          + quote(name)
          + ", which differs from "
          + quote(app)
          + " by letter case";
    }
    if (!statement.isAndroidApp()) {
      return "the statement's namespace is not \"android_app\"";
    }
    if (!statement.hasRelation(AssetLinks.HANDLE_ALL_URLS)) {
      return "no statement about the app has the relation " + quote(AssetLinks.HANDLE_ALL_URLS);
    }
    return statement.fingerprintTexts().stream()
            .map(JsonString::value)
            .anyMatch(value -> FINGERPRINT.matcher(value).matches())
        ? null
        : "the statement has no fingerprint as devices compare it (SHA-256, capitals, colons)";
  }

  private static int rank(Statement statement, String app) {
    if (!app.equals(statement.packageName())) {
      return 1;
    }
    if (!statement.isAndroidApp()) {
      return 2;
    }
    return statement.hasRelation(AssetLinks.HANDLE_ALL_URLS) ? 4 : 3;
  }
}
