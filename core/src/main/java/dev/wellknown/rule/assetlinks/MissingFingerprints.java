package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;

/**
 * comptest2304, 2305, 2306 and 2309 of Google's protocol tests; AndroidAppAsset in Android's agent;
 * Chromium finds nothing to compare with.
 */
final class MissingFingerprints extends StatementRule {

  private static final String NAME = "sha256_cert_fingerprints";
  private static final String LOSS =
      ": no certificate is known, and Android 12 and later lose the whole file";
  private static final String WHERE =
      "the SHA-256 of the app signing key, as the Play Console shows it under App integrity";

  MissingFingerprints() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "An app has no list of certificate fingerprints");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null || !statement.isAndroidApp()) {
      return;
    }
    JsonValue list = target.get(NAME);
    if (list == null) {
      add(
          findings,
          statement,
          finding(
              document.at(target),
              "the target has no \"" + NAME + "\"" + LOSS,
              MisspeltMember.fix(target, NAME).orElse("add \"" + NAME + "\": [" + WHERE + "]")));
    } else if (!(list instanceof JsonArray array)) {
      add(
          findings,
          statement,
          finding(
                  document.at(list),
                  "\"" + NAME + "\" is " + Shown.inWords(list) + ", not a list" + LOSS,
                  list instanceof JsonString
                      ? "put brackets around it: [" + list.toJson() + "]"
                      : "write a list of texts: " + WHERE)
              .withSeen(list.toJson())
              .withExpected("a list"));
    } else if (array.elements().isEmpty()) {
      add(
          findings,
          statement,
          finding(
              document.at(list),
              "the list \"" + NAME + "\" is empty" + LOSS,
              "add " + WHERE + "; a list that a build fills may have found its variable empty"));
    } else {
      checkElements(document, statement, array, findings);
    }
  }

  private void checkElements(
      Document document, Statement statement, JsonArray list, List<Finding> findings) {
    EnumSet<Reader> breaks = EnumSet.of(Reader.GOOGLE_API);
    breaks.addAll(AgentJson.lostBy(list));
    if (statement.fingerprintTexts().isEmpty()) {
      breaks.addAll(Audience.of(statement));
    }
    String loss =
        AgentJson.firstUnknown(list) == null
            ? ": Google's service refuses the statement"
            : ": Google's service refuses the statement, Android 12 and later lose the whole file";
    for (JsonValue element : list.elements()) {
      if (element instanceof JsonString) {
        continue;
      }
      findings.add(
          finding(
                  document.at(element),
                  "a fingerprint is " + Shown.inWords(element) + ", not a text" + loss,
                  "write " + WHERE + ", as a text")
              .withSeen(element.toJson())
              .withExpected("a text")
              .withBreaks(breaks)
              .withApp(statement.packageName()));
    }
  }

  private static void add(List<Finding> findings, Statement statement, Finding finding) {
    findings.add(
        finding
            .withBreaks(Audience.of(statement, Reader.ANDROID_12))
            .withApp(statement.packageName()));
  }
}
