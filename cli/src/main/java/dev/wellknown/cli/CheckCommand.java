package dev.wellknown.cli;

import dev.wellknown.examine.Check;
import dev.wellknown.examine.CheckRun;
import dev.wellknown.examine.EarlierRun;
import dev.wellknown.examine.HostList;
import dev.wellknown.examine.Moment;
import dev.wellknown.examine.RegisteredLinks;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Service;
import dev.wellknown.examine.Severities;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.Validation;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.agreement.Registered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check}: what each reader would conclude about live hosts. */
final class CheckCommand extends Command {

  private static final List<String> PLATFORMS = List.of("android", "apple");
  private static final List<String> MOMENTS =
      List.of(Moment.BEFORE_DEPLOY.id(), Moment.AFTER_DEPLOY.id());
  private static final Pattern SHARD = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  CheckCommand() {
    super("check");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Asks hosts for their files as the platforms do, and says what each would conclude.",
            "Without HOST the hosts of the registration are checked: ./wellknown.yaml, or that of"
                + " -r.");
    spec.addPositional(operands("0..*", "HOST", "Host names, such as shop.example.com."));
    spec.addOption(
        option(
            "FILE",
            "A registration: what the hosts should say, and which hosts.",
            "-r",
            "--registration"));
    spec.addOption(
        option(
            "FILE",
            "Hosts, one a line, any number; - for standard input. Their addresses have to be"
                + " public.",
            "--hosts-from"));
    spec.addOption(
        option("K/N", "Only part K of N of the hosts, the same on every machine.", "--shard"));
    spec.addOption(
        option(
            "FILE",
            "What an earlier run printed with --format ndjson: hosts that were decided then are"
                + " not asked again.",
            "--resume"));
    spec.addOption(choice(PLATFORMS, "Ask for one platform's file only.", "--only"));
    spec.addOption(
        choice(
            MOMENTS,
            "Whether the files are about to be replaced. Default: after-deploy.",
            "--when"));
    spec.addOption(
        flag(
            "Also ask as the platforms' crawlers, at Apple's old location, and with a final dot.",
            "--thorough"));
    spec.addOption(
        repeatable(
            "SERVICE",
            "Also ask a service for its copy of the file: "
                + String.join(", ", Service.ids())
                + ", or both with a comma between. May be repeated.",
            "--ask"));
    spec.addOption(
        choice(
            Invocation.THRESHOLDS,
            "The severity from which findings make the exit code 1. Default: error.",
            "--fail-on"));
    spec.addOption(repeatable("RULE", "A rule that is off. May be repeated.", "--ignore"));
    Reporting.addTo(spec);
    NetworkOptions.addTo(spec);
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    Optional<Severity> failOn = invocation.failOn();
    Set<String> ignored = invocation.ignored();
    List<String> named = invocation.operands();
    Optional<String> list = invocation.value("--hosts-from");
    Optional<String> path = invocation.value("--registration");
    if (named.isEmpty() && list.isEmpty()) {
      path = Optional.of(invocation.registration());
    }
    Severities severities = Severities.UNCHANGED.ignoring(ignored);
    Optional<Registration> registration = Optional.empty();
    if (path.isPresent()) {
      RegistrationExamination examination =
          RegistrationExamination.of(
              invocation.inputs().read(path.get()), path.get(), false, ignored);
      severities = examination.severities();
      registration = examination.registration();
      if (registration.isEmpty()) {
        return faulty(invocation, path.get());
      }
    }
    Check check =
        new Check(
            only(invocation),
            moment(invocation),
            invocation.has("--thorough"),
            registration.map(Registered::of),
            severities,
            asked(invocation),
            registration.map(each -> RegisteredLinks.of(each, invocation.inputs())));
    NetworkOptions network = new NetworkOptions(invocation);
    Optional<Registration> expected = registration;
    try (Reporting reporting = new Reporting(invocation, "check", check::holds)) {
      Printer printer = new Printer(invocation, reporting, network);
      return invocation.untilInterrupted(
          printer::interrupt,
          () -> {
            ask(invocation, check, network, expected, printer);
            return printer.finish(failOn);
          });
    }
  }

  /** Tells what is wrong with a registration; hosts cannot be compared with it. */
  private static int faulty(Invocation invocation, String path) throws IOException {
    Validation alone =
        new Validation(List.of(), Optional.empty(), Optional.of(path), invocation.ignored());
    Report report = alone.run(invocation.inputs());
    int code;
    try (Reporting reporting = new Reporting(invocation, "check", alone::holds)) {
      for (TargetReport target : report.targets()) {
        reporting.take(target);
      }
      reporting.end(report);
      code = Exit.of(reporting.tally().outcome(invocation.failOn()));
    }
    invocation.say("wellknown: no host was asked, for the registration has errors");
    // Whatever findings count for, nothing that was asked for has been examined.
    return code == Exit.CLEAN ? Exit.UNDETERMINED : code;
  }

  private static void ask(
      Invocation invocation,
      Check check,
      NetworkOptions network,
      Optional<Registration> registration,
      Printer printer)
      throws IOException, InterruptedException {
    List<String> named = invocation.operands();
    Optional<String> list = invocation.value("--hosts-from");
    Optional<HostList.Shard> shard = shard(invocation);
    try (Fetcher fetcher = network.fetcher()) {
      CheckRun run = new CheckRun(check, fetcher, network.concurrency());
      HostList hosts = new HostList(shard, decided(invocation));
      printer.reads(hosts);
      if (!named.isEmpty()) {
        run.run(each(operands(named), hosts), true, printer::take);
      } else if (list.isEmpty()) {
        run.run(each(registration.orElseThrow().hosts(), hosts), false, printer::take);
      }
      if (list.isPresent()) {
        printer.expects(lines(invocation, list.get()));
        try (InputStream in = open(invocation, list.get())) {
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
          run.run(each(lines.lines().iterator(), hosts, printer), false, printer::take);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Set<String> decided(Invocation invocation) throws IOException {
    Optional<String> earlier = invocation.value("--resume");
    if (earlier.isEmpty()) {
      return Set.of();
    }
    try (InputStream in = invocation.inputs().open(earlier.get())) {
      return EarlierRun.decided(in);
    }
  }

  private static Set<Platform> only(Invocation invocation) {
    Optional<String> id =
        invocation.value("--only").map(word -> Invocation.choice("--only", word, PLATFORMS));
    return id.map(word -> Set.of(word.equals("apple") ? Platform.APPLE : Platform.ANDROID))
        .orElse(Set.of());
  }

  /** The services that are asked; none that has no say in the only file that is. */
  private static Set<Service> asked(Invocation invocation) {
    Set<Platform> only = only(invocation);
    Set<Service> asked = EnumSet.noneOf(Service.class);
    for (String list : invocation.values("--ask")) {
      for (String word : list.split(",", -1)) {
        String id = Invocation.choice("--ask", word.strip(), Service.ids());
        Service service = Service.of(id).orElseThrow();
        if (!only.isEmpty() && !only.contains(service.kind().platform())) {
          throw new Usage(
              "--ask "
                  + id
                  + " is about "
                  + service.kind().fileName()
                  + ", which --only leaves out");
        }
        asked.add(service);
      }
    }
    return asked;
  }

  private static Moment moment(Invocation invocation) {
    Optional<String> id =
        invocation.value("--when").map(word -> Invocation.choice("--when", word, MOMENTS));
    return id.equals(Optional.of(Moment.BEFORE_DEPLOY.id()))
        ? Moment.BEFORE_DEPLOY
        : Moment.AFTER_DEPLOY;
  }

  private static InputStream open(Invocation invocation, String list) throws IOException {
    return list.equals("-") ? invocation.in() : invocation.inputs().open(list);
  }

  /** How many lines a list has; empty where reading it would use it up. */
  private static OptionalLong lines(Invocation invocation, String list) throws IOException {
    if (list.equals("-") || !Files.isRegularFile(invocation.inputs().resolve(list))) {
      return OptionalLong.empty();
    }
    try (InputStream in = open(invocation, list)) {
      return OptionalLong.of(HostList.lines(in));
    }
  }

  private static List<HostName> operands(List<String> named) {
    List<HostName> hosts = new ArrayList<>();
    for (String host : named) {
      if (!HostName.isOne(host)) {
        throw new Usage(
            Printable.quote(host)
                + " is no host name; write the host alone, such as shop.example.com");
      }
      hosts.add(HostName.of(host));
    }
    return hosts;
  }

  private static Optional<HostList.Shard> shard(Invocation invocation) {
    return invocation
        .value("--shard")
        .map(
            text -> {
              Matcher matcher = SHARD.matcher(text);
              try {
                if (matcher.matches()) {
                  return new HostList.Shard(
                      Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                }
              } catch (IllegalArgumentException e) {
                // Told below.
              }
              throw new Usage(
                  "--shard is " + Printable.quote(text) + "; write K/N with K from 1 to N");
            });
  }

  /** Those that are to be asked. */
  private static Iterator<String> each(List<HostName> names, HostList hosts) {
    return names.stream().map(hosts::host).flatMap(Optional::stream).toList().iterator();
  }

  /** The hosts of a list, one by one; lines that name none are told and make the exit code 2. */
  private static Iterator<String> each(Iterator<String> lines, HostList hosts, Printer printer) {
    return new Iterator<>() {
      private Optional<String> next = Optional.empty();

      @Override
      public boolean hasNext() {
        while (next.isEmpty() && lines.hasNext()) {
          next = hosts.host(lines.next(), printer::refuse);
        }
        return next.isPresent();
      }

      @Override
      public String next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        String host = next.orElseThrow();
        next = Optional.empty();
        return host;
      }
    };
  }
}
