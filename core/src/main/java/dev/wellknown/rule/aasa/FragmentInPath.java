package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.cut;
import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import org.jspecify.annotations.Nullable;

/** The path of a link ends in front of the {@code #}, so no path has one. */
final class FragmentInPath extends PatternRule {

  FragmentInPath() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "A path pattern has a # in it, which no path has");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    String text = pattern.text();
    int hash = text.indexOf('#');
    if (!pattern.isPath() || hash < 0 || FullUrlInPath.isFullUrl(text)) {
      return null;
    }
    String component =
        pattern.asComponent(
            "\"/\": "
                + quote(hash == 0 ? "/" : text.substring(0, hash))
                + ", \"#\": "
                + quote(text.substring(hash + 1)));
    return finding(
            file.document().at(pattern.value()),
            "path "
                + quote(pattern.written())
                + " has a # in it; the path of a link ends in front of it",
            pattern.isLegacy()
                ? "\"paths\" cannot tell fragments; write a component: " + cut(component)
                : "give the fragment its own member: " + cut(component))
        .withExpected(component);
  }
}
