package dev.wellknown.cli;

import dev.wellknown.Associations;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.report.JsonFormat;
import dev.wellknown.report.PageFormat;
import dev.wellknown.rule.RuleCatalog;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rules}: what is checked, and what it means. */
final class RulesCommand extends Command {

  RulesCommand() {
    super("rules");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Lists the rules, or explains one.",
            "A rule's page says what is checked, why links break, and shows it mended. Offline.");
    spec.addPositional(
        operands(
            "0..1",
            "RULE",
            "The id of a rule, such as json/not-json, or the name of a group, such as json, to list it."));
    return common(spec);
  }

  @Override
  int run(Invocation invocation) throws IOException {
    List<String> ids = invocation.operands();
    if (ids.size() > 1) {
      throw new Usage("rules explains one rule at a time");
    }
    String group = ids.isEmpty() ? "" : ids.get(0).replaceFirst("/?$", "/");
    List<RuleInfo> listed =
        Associations.rules().stream().filter(rule -> rule.id().startsWith(group)).toList();
    if (!listed.isEmpty()) {
      invocation.print(
          invocation.isJson() ? JsonFormat.json(listed) : invocation.text().text(listed));
      return Exit.CLEAN;
    }
    RuleInfo rule = Invocation.rule(ids.get(0));
    if (invocation.isJson()) {
      invocation.print(JsonFormat.json(List.of(rule)));
    } else {
      String page = RuleCatalog.page(rule.id());
      invocation.print(
          invocation.terminal().out()
              ? new PageFormat(invocation.style(), invocation.terminal().columns()).text(page)
              : page);
    }
    return Exit.CLEAN;
  }
}
