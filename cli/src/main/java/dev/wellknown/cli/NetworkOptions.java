package dev.wellknown.cli;

import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.HostPattern;
import dev.wellknown.fetch.ProxyServer;
import dev.wellknown.finding.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of every command that asks hosts; named as in curl where curl has them. */
final class NetworkOptions {

  private static final Pattern DURATION =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)(ms|s|m)?");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kKmM]?)");
  private static final int DEFAULT_CONCURRENCY = 64;

  private final Invocation invocation;
  private final List<String> conditions = new ArrayList<>();

  NetworkOptions(Invocation invocation) {
    this.invocation = invocation;
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Command.repeatable(
            "HOST:PORT:ADDR:PORT",
            "Connect to another address than the host's own, as though it were public. Empty HOST"
                + " or PORT matches any. May be repeated.",
            "--connect-to"));
    spec.addOption(
        Command.option(
            "FILE", "Certificates (PEM) that are trusted beside the JVM's.", "--cacert"));
    spec.addOption(
        Command.option(
            "SECONDS",
            "Longest time to connect. Default: 10. Also WELLKNOWN_CONNECT_TIMEOUT.",
            "--connect-timeout"));
    spec.addOption(
        Command.option(
            "SECONDS",
            "Longest time for one file, name and retries included. Default: 10. Also"
                + " WELLKNOWN_MAX_TIME.",
            "--max-time"));
    spec.addOption(
        Command.option(
            "N",
            "How many hosts are asked at once. Default: 64. Also WELLKNOWN_CONCURRENCY.",
            "--concurrency"));
    spec.addOption(Command.option("N", "Retries, only of what may pass. Default: 1.", "--retry"));
    spec.addOption(
        Command.option(
            "NAME", "The user agent that is sent. Also WELLKNOWN_USER_AGENT.", "--user-agent"));
    spec.addOption(
        Command.option(
            "URL",
            "An HTTP proxy to connect through. Default: HTTPS_PROXY, but for hosts in NO_PROXY.",
            "--proxy"));
    spec.addOption(
        Command.option("BYTES", "The largest file that is read. Default: 1M.", "--max-filesize"));
    spec.addOption(
        Command.repeatable(
            "PATTERN",
            "Hosts (a name, or *.suffix) that includes may lead to although their addresses are"
                + " not public. May be repeated.",
            "--allow-private"));
  }

  /**
   * For a run that asks no host, where these options would do nothing.
   *
   * @param why said after the option's name
   */
  static void refuse(Invocation invocation, String why) {
    CommandSpec spec = CommandSpec.create();
    addTo(spec);
    spec.options().stream()
        .map(OptionSpec::longestName)
        .filter(invocation::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw new Usage(name + " is for a run that " + why);
            });
  }

  int concurrency() {
    return number("--concurrency", "WELLKNOWN_CONCURRENCY", 1, 10_000).orElse(DEFAULT_CONCURRENCY);
  }

  /** Every relaxation that was used, in words. */
  List<String> conditions() {
    return conditions;
  }

  /** A fetcher with all these options. */
  Fetcher fetcher() throws UnusableInputException {
    Fetcher.Builder builder = Fetcher.builder();
    for (String mapping : invocation.values("--connect-to")) {
      builder.connectTo(parse("--connect-to", mapping, ConnectTo::parse));
      conditions.add("connect-to " + mapping);
    }
    for (String pattern : invocation.values("--allow-private")) {
      builder.allowPrivate(parse("--allow-private", pattern, HostPattern::new));
      conditions.add("allow-private " + pattern);
    }
    Optional<String> authority = invocation.value("--cacert");
    if (authority.isPresent()) {
      byte[] pem = invocation.inputs().read(authority.get());
      builder.trust(parse("--cacert", authority.get(), name -> pem));
      conditions.add("cacert " + authority.get());
    }
    duration("--connect-timeout", "WELLKNOWN_CONNECT_TIMEOUT").ifPresent(builder::connectTimeout);
    duration("--max-time", "WELLKNOWN_MAX_TIME").ifPresent(builder::maxTime);
    number("--retry", null, 0, 10).ifPresent(builder::retries);
    invocation
        .value("--user-agent")
        .or(() -> variable("WELLKNOWN_USER_AGENT"))
        .ifPresent(name -> builder.userAgent(name));
    invocation.value("--max-filesize").map(NetworkOptions::size).ifPresent(builder::maxBytes);
    proxy().ifPresent(builder::proxy);
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new Usage("an option cannot be used: " + e.getMessage());
    }
  }

  private Optional<ProxyServer> proxy() {
    Optional<String> given = invocation.value("--proxy");
    Optional<String> address =
        given.or(() -> variable("HTTPS_PROXY")).or(() -> variable("https_proxy"));
    if (address.isEmpty() || address.get().isEmpty()) {
      return Optional.empty();
    }
    String except = variable("NO_PROXY").or(() -> variable("no_proxy")).orElse("");
    try {
      ProxyServer proxy =
          ProxyServer.parse(
              address.get(), given.isPresent() ? host -> false : ProxyServer.noProxy(except));
      conditions.add("proxy " + proxy.address());
      return Optional.of(proxy);
    } catch (IllegalArgumentException e) {
      throw new Usage(e.getMessage());
    }
  }

  private Optional<String> variable(@Nullable String name) {
    return Optional.ofNullable(name == null ? null : invocation.env().get(name))
        .filter(value -> !value.isEmpty());
  }

  private Optional<Duration> duration(String option, String variable) {
    return invocation
        .value(option)
        .or(() -> variable(variable))
        .map(
            text -> {
              Matcher matcher = DURATION.matcher(text);
              if (!matcher.matches()) {
                throw new Usage(
                    option + " is " + Printable.quote(text) + "; write seconds, such as 5 or 0.5");
              }
              double factor =
                  "ms".equals(matcher.group(2)) ? 1 : "m".equals(matcher.group(2)) ? 60_000 : 1000;
              long millis = Math.round(Double.parseDouble(matcher.group(1)) * factor);
              if (millis < 1) {
                throw new Usage(option + " has to be more than zero");
              }
              return Duration.ofMillis(millis);
            });
  }

  private Optional<Integer> number(String option, @Nullable String variable, int least, int most) {
    return invocation
        .value(option)
        .or(() -> variable(variable))
        .map(
            text -> {
              if (text.matches("[0-9]{1,6}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                  return number;
                }
              }
              throw new Usage(
                  option + " is " + Printable.quote(text) + "; write " + least + " to " + most);
            });
  }

  private static int size(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (matcher.matches()) {
      long factor =
          switch (matcher.group(2)) {
            case "k", "K" -> 1024;
            case "m", "M" -> 1024 * 1024;
            default -> 1;
          };
      long bytes = Long.parseLong(matcher.group(1)) * factor;
      if (bytes > 0 && bytes <= 64L * 1024 * 1024) {
        return (int) bytes;
      }
    }
    throw new Usage("--max-filesize is " + Printable.quote(text) + "; write bytes up to 64M");
  }

  /** A value made from an option's text; what the value refuses is told with the option. */
  private static <T> T parse(
      String option, String text, java.util.function.Function<String, T> maker) {
    try {
      return maker.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Usage(
          option + " is " + Printable.quote(text) + ", which cannot be used: " + e.getMessage());
    }
  }
}
