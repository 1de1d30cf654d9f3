package dev.wellknown.cli;

import dev.wellknown.examine.Hosts;
import dev.wellknown.finding.Printable;
import dev.wellknown.serve.Hosting;
import dev.wellknown.serve.WebServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code hosting}: how a server serves the two files right. */
final class HostingCommand extends Command {

  HostingCommand() {
    super("hosting");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Prints the configuration with which a server serves the two files right.",
            "With the type that the readers ask for, to everybody, and without a redirect, whatever"
                + " else the server does. Known are: "
                + String.join(", ", WebServer.ids())
                + ".");
    spec.addPositional(operands("1", "SERVER", "The server."));
    hosts(spec);
    spec.addOption(
        option(
            "DIR", "The web root on the server. Default: " + Hosting.DEFAULT_ROOT + ".", "--root"));
    return common(spec);
  }

  @Override
  int run(Invocation invocation) throws IOException {
    List<String> servers = invocation.operands();
    if (servers.size() != 1) {
      throw new Usage("hosting takes one server: " + String.join(", ", WebServer.ids()));
    }
    WebServer server = server(servers.get(0));
    String root = invocation.value("--root").orElse(Hosting.DEFAULT_ROOT);
    if (!Hosting.isRoot(root)) {
      throw new Usage(
          "--root is " + Printable.quote(root) + "; a configuration takes no such signs in a path");
    }
    boolean json = invocation.isJson();
    Hosts hosts =
        invocation
            .associations()
            .hosts(invocation.values("--host"), invocation.registrationBesideHosts());
    if (!hosts.findings().isEmpty()) {
      return invocation.refused(hosts);
    }
    if (hosts.names().isEmpty()) {
      throw new Usage(
          "no host to configure: name one with --host HOST, or a registration with -r FILE");
    }
    Hosting hosting = Hosting.of(server, hosts.names(), root);
    invocation.print(json ? hosting.json() : hosting.text());
    return Exit.CLEAN;
  }

  private static WebServer server(String id) {
    return WebServer.find(id)
        .orElseThrow(
            () ->
                new Usage(
                    "there is no configuration for "
                        + Printable.quote(id)
                        + WebServer.nearest(id)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")
                        + "; known are: "
                        + String.join(", ", WebServer.ids())));
  }
}
