package dev.wellknown.cli;

import dev.wellknown.Associations;
import dev.wellknown.examine.Hosts;
import dev.wellknown.finding.Printable;
import dev.wellknown.serve.Answer;
import dev.wellknown.serve.Instructions;
import dev.wellknown.serve.LocalHost;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** {@code serve}: a correct host on this machine. */
final class ServeCommand extends Command {

  ServeCommand() {
    super("serve");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Serves a directory as a correct host would, over HTTPS on this machine alone.",
            "A certificate for the hosts comes from a CA that is made for this run and thrown away"
                + " with it. Prints the options that lead a client here. Ends with Ctrl-C.");
    spec.addPositional(operands("1", "DIR", "The web root; its .well-known holds the two files."));
    hosts(spec);
    spec.addOption(
        option("N", "The port on 127.0.0.1. Default: 0, any that is free; it is told.", "--port"));
    return common(spec);
  }

  @Override
  int run(Invocation invocation) throws IOException {
    List<String> roots = invocation.operands();
    if (roots.size() != 1) {
      throw new Usage("serve takes one directory");
    }
    int port = invocation.value("--port").map(ServeCommand::port).orElse(LocalHost.ANY_PORT);
    boolean json = invocation.isJson();
    Associations associations = invocation.associations();
    Hosts hosts =
        associations.hosts(invocation.values("--host"), invocation.registrationBesideHosts());
    if (!hosts.findings().isEmpty()) {
      return invocation.refused(hosts);
    }
    if (hosts.names().isEmpty()) {
      throw new Usage(
          "no host to serve as: name one with --host HOST, or a registration with -r FILE");
    }
    Consumer<Answer> log =
        invocation.has("--verbose") ? answer -> invocation.say(answer.line()) : answer -> {};
    try (LocalHost host = associations.serve(roots.get(0), hosts.names(), port, log)) {
      // Before anything is written, so that an interrupt at any time leaves nothing behind.
      Thread end = new Thread(host::close, "wellknown-serve-end");
      Runtime.getRuntime().addShutdownHook(end);
      host.start();
      Instructions instructions = new Instructions(roots.get(0), host);
      invocation.print(json ? instructions.json() : instructions.text());
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // A JVM that was interrupted from outside ends by itself; here a thread was, by a caller.
        Runtime.getRuntime().removeShutdownHook(end);
        Thread.currentThread().interrupt();
      }
    }
    return Exit.INTERRUPTED;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new Usage("--port is " + Printable.quote(text) + "; a port is a number from 0 to 65535");
  }
}
