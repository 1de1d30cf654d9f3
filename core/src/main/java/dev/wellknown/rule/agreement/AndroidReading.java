package dev.wellknown.rule.agreement;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.assetlinks.DynamicRule;
import dev.wellknown.rule.assetlinks.FingerprintText;
import dev.wellknown.rule.assetlinks.KnownRelation;
import dev.wellknown.rule.assetlinks.PackageName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Android's file app by app: statements add up, and how they are cut means nothing ({@code
 * well-known/details.md} in https://github.com/google/digitalassetlinks).
 */
final class AndroidReading {

  private final NamedApps.Draft draft = new NamedApps.Draft();

  /** Whose first statement about links was seen: Android's agent looks at that one's rules only. */
  private final Set<String> haveLinks = new HashSet<>();

  private final Map<String, Optional<String>> fingerprints = new HashMap<>();

  AndroidReading(AssetLinks file) {
    for (Statement statement : file.statements()) {
      if (statement.isInclude()) {
        draft.includes.add(statement.object());
      } else if (statement.isApp()) {
        read(statement);
      } else if (statement.isWeb()) {
        draft.besides.add(statement.object());
      }
    }
  }

  NamedApps apps() {
    return draft.done();
  }

  private void read(Statement statement) {
    String name = statement.packageName();
    if (name == null || !PackageName.isWellFormed(name)) {
      draft.unread.add(name == null ? "" : name);
      return;
    }
    NamedApp.Draft app = draft.app(name, statement.object());
    Map<String, JsonString> certificates = new LinkedHashMap<>();
    for (JsonValue value : statement.fingerprints()) {
      if (value instanceof JsonString text && canonical(text.value()).isPresent()) {
        certificates.putIfAbsent(canonical(text.value()).get(), text);
      } else {
        app.addUnreadCertificate();
      }
    }
    certificates.forEach(app.certificates::putIfAbsent);
    for (JsonValue value : statement.relations()) {
      String text = value.asText();
      Optional<String> relation = text == null ? Optional.empty() : relation(text);
      if (relation.isEmpty()) {
        app.unreadPurposes.add(text == null ? "" : text);
        continue;
      }
      app.purposes.putIfAbsent(relation.get(), value);
      app.granted
          .computeIfAbsent(relation.get(), each -> new HashSet<>())
          .addAll(certificates.keySet());
      if (relation.get().equals(AssetLinks.HANDLE_ALL_URLS) && haveLinks.add(name)) {
        readLinks(statement, app);
      }
    }
  }

  private static void readLinks(Statement statement, NamedApp.Draft app) {
    JsonValue value = statement.dynamicRulesValue();
    if (value instanceof JsonArray list) {
      if (!list.elements().isEmpty()) {
        boolean counts = DynamicRule.areWellFormed(list);
        List<ComparedRule> rules =
            counts ? DynamicRule.in(list).stream().map(ComparedRule::of).toList() : List.of();
        app.links = new LinkList(list, rules, counts);
      }
    } else if (value != null) {
      app.links = new LinkList(value, List.of(), false);
    }
  }

  private Optional<String> canonical(String text) {
    return fingerprints.computeIfAbsent(
        text, each -> Optional.ofNullable(FingerprintText.of(each).corrected()));
  }

  private static Optional<String> relation(String text) {
    return KnownRelation.meantBy(text)
        .map(KnownRelation::text)
        .or(() -> Optional.of(text).filter(KnownRelation::isWellFormed));
  }
}
