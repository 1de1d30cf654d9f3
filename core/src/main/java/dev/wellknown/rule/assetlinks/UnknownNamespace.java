package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * comptest2014 of Google's protocol tests; AssetFactory in Android's agent, where the exception
 * costs the statement up to Android 11 and the whole file from Android 12 on. Chromium does not
 * look at the namespace of an app (digital_asset_links_handler.cc).
 */
final class UnknownNamespace extends StatementRule {

  private static final String LOSS =
      ": Google's service skips the statement, Android 12 and later lose the whole file";
  private static final String APPLE =
      "remove the statement: iOS apps are named in apple-app-site-association only";

  UnknownNamespace() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "A target is in a namespace that nobody knows");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject target = statement.target();
    if (target == null || statement.isAndroidApp() || statement.isWeb()) {
      return;
    }
    JsonValue namespace = target.get("namespace");
    String text = namespace == null ? null : namespace.asText();
    String meant = meant(target, text);
    Finding finding;
    if (namespace == null) {
      finding =
          finding(
              document.at(target),
              "the target has no \"namespace\"" + LOSS,
              MisspeltMember.fix(target, "namespace")
                  .orElse("add \"namespace\": " + quote(meant == null ? "android_app" : meant)));
    } else if (text == null) {
      finding =
          finding(
                  document.at(namespace),
                  "\"namespace\" is " + Shown.inWords(namespace) + ", not a text" + LOSS,
                  "write \"android_app\" or \"web\"")
              .withSeen(namespace.toJson());
    } else {
      boolean apple = isApple(text);
      finding =
          finding(
                  document.at(namespace),
                  apple
                      ? "namespace "
                          + quote(text)
                          + " stands for iOS apps, which no reader of this"
                          + " file knows"
                          + LOSS
                      : "nobody knows the namespace " + quote(text) + LOSS,
                  apple ? APPLE : fix(meant))
              .withSeen(text);
    }
    EnumSet<Reader> breaks = EnumSet.copyOf(info().breaks());
    if (statement.hasRelation(KnownRelation.QUERY_WEBAPK.text())) {
      breaks.add(Reader.CHROME);
    }
    findings.add(finding.withExpected(meant).withBreaks(breaks).withApp(statement.packageName()));
  }

  private static String fix(@Nullable String meant) {
    return meant == null ? "write \"android_app\" or \"web\"" : "write " + quote(meant);
  }

  private static boolean isApple(String namespace) {
    String plain = namespace.toLowerCase(Locale.ROOT);
    return plain.startsWith("ios") || plain.startsWith("apple") || plain.startsWith("iphone");
  }

  /** What the target's other members, or else the text, point to. */
  private static @Nullable String meant(JsonObject target, @Nullable String text) {
    if (target.has("package_name") || target.has("sha256_cert_fingerprints")) {
      return Statement.ANDROID_APP;
    }
    if (target.has("site")) {
      return Statement.WEB;
    }
    return text == null
        ? null
        : NearMiss.of(text, List.of(Statement.ANDROID_APP, Statement.WEB)).orElse(null);
  }
}
