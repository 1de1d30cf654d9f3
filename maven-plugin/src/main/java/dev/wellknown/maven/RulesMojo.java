package dev.wellknown.maven;

import dev.wellknown.Associations;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import dev.wellknown.rule.RuleCatalog;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the rules, or explains one: what is checked, why links break, and how to mend it. */
@Mojo(name = "rules", requiresProject = false, aggregator = true, threadSafe = true)
public final class RulesMojo extends WellknownMojo {

  /** The id of the rule to explain, such as <code>json/not-json</code>. */
  @Parameter(property = "wellknown.rule")
  private @Nullable String rule;

  @Override
  void run() throws MojoExecutionException {
    getLog()
        .info(
            rule == null
                ? new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR)
                        .text(Associations.rules())
                    + "\""
                    + command("rules -Dwellknown.rule=ID")
                    + "\" explains one"
                : RuleCatalog.page(rule(rule.strip()).id()).strip());
  }
}
