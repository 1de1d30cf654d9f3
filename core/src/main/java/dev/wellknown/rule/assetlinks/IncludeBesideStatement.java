package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import java.util.EnumSet;
import java.util.List;

/**
 * comptest2004 of Google's protocol tests: an include has no other known member. Android's agents
 * follow the include and ignore the rest; Chromium reads the rest and no includes at all.
 */
final class IncludeBesideStatement extends StatementRule {

  IncludeBesideStatement() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "An element is an include and a statement at once");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonObject object = statement.object();
    if (!statement.isInclude() || !(object.has("relation") || object.has("target"))) {
      return;
    }
    // To the agent of Android 12 and later an empty text is no include.
    boolean empty = "".equals(object.text("include"));
    Finding finding =
        finding(
                document.at(object),
                "the element has \"include\" beside "
                    + (object.has("target") ? "\"target\"" : "\"relation\"")
                    + ": Google's service refuses it, Android's own agent does not read the"
                    + " statement",
                "write the include as an element of its own: {\"include\": …}")
            .withApp(statement.packageName());
    findings.add(
        empty ? finding.withBreaks(EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_LEGACY)) : finding);
  }
}
