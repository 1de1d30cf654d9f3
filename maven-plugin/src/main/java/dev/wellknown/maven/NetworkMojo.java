package dev.wellknown.maven;

import dev.wellknown.examine.Inputs;
import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.HostPattern;
import dev.wellknown.fetch.ProxyServer;
import dev.wellknown.finding.Printable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that asks hosts. */
abstract class NetworkMojo extends RegistrationMojo {

  /**
   * Connections to another address than the host's own, as though it were public, each as <code>
   * HOST:PORT:ADDR:PORT</code>: <code>shop.example.com:443:staging.internal:8443</code> asks the
   * staging machine as though it were production. Name and certificate stay those of the host. An
   * empty HOST or PORT matches any. On the command line with commas between them.
   */
  @Parameter(property = "wellknown.connectTo")
  private @Nullable List<@Nullable String> connectTo;

  /** A file of certificates (PEM) that are trusted beside the JVM's. */
  @Parameter(property = "wellknown.cacert")
  private @Nullable File cacert;

  /**
   * Hosts (a name, or <code>*.suffix</code>) that may have addresses that are not public although
   * they come from a registration or an include.
   */
  @Parameter(property = "wellknown.allowPrivate")
  private @Nullable List<@Nullable String> allowPrivate;

  /** The longest time to connect, in seconds; fractions are taken. */
  @Parameter(property = "wellknown.connectTimeout", defaultValue = "10")
  private double connectTimeout;

  /** The longest time for one file, name and retries included, in seconds; fractions are taken. */
  @Parameter(property = "wellknown.maxTime", defaultValue = "10")
  private double maxTime;

  /** How often is asked again, only where trouble may pass. */
  @Parameter(property = "wellknown.retry", defaultValue = "1")
  private int retry;

  /**
   * An HTTP proxy to connect through, as <code>http://HOST:PORT</code>; one that wants a password
   * belongs in Maven's settings. By default the active one of these for https, else that for http,
   * but for its <code>nonProxyHosts</code>.
   */
  @Parameter(property = "wellknown.proxy")
  private @Nullable String proxy;

  /** Passwords in the settings may be encrypted. */
  @Inject private SettingsDecrypter decrypter;

  /**
   * A fetcher with all these options.
   *
   * @param condition is told every relaxation, in words
   */
  final Fetcher fetcher(Consumer<String> condition) throws IOException, MojoExecutionException {
    Fetcher.Builder builder = Fetcher.builder();
    for (String mapping : all(connectTo)) {
      builder.connectTo(usable("connectTo", mapping, ConnectTo::parse));
      condition.accept("connectTo " + mapping);
    }
    for (String pattern : all(allowPrivate)) {
      builder.allowPrivate(usable("allowPrivate", pattern, HostPattern::new));
      condition.accept("allowPrivate " + pattern);
    }
    Optional<Path> authority = absolute(cacert);
    if (authority.isPresent()) {
      String shown = shown(authority.get());
      byte[] pem = new Inputs(start(), InputStream.nullInputStream()).read(shown);
      usable("cacert", shown, name -> builder.trust(pem));
      condition.accept("cacert " + shown);
    }
    usable("connectTimeout", connectTimeout, time -> builder.connectTimeout(seconds(time)));
    usable("maxTime", maxTime, time -> builder.maxTime(seconds(time)));
    usable("retry", retry, builder::retries);
    Optional<ProxyServer> server = proxy();
    if (server.isPresent()) {
      builder.proxy(server.get());
      condition.accept("proxy " + server.get().address());
    }
    return builder.build();
  }

  private Optional<ProxyServer> proxy() throws MojoExecutionException {
    try {
      return proxy == null
          ? proxyOfSettings().map(NetworkMojo::server)
          : Optional.of(ProxyServer.parse(proxy, host -> false));
    } catch (IllegalArgumentException e) {
      // Told without its text, which may hold a password.
      throw new MojoExecutionException("the proxy cannot be used; write it as http://HOST:PORT");
    }
  }

  /** As Maven itself chooses for an address with https. */
  private Optional<Proxy> proxyOfSettings() {
    return Stream.of("https", "http")
        .flatMap(
            protocol ->
                settings().getProxies().stream()
                    .filter(
                        each -> each.isActive() && protocol.equalsIgnoreCase(each.getProtocol())))
        .findFirst()
        .map(each -> decrypter.decrypt(new DefaultSettingsDecryptionRequest(each)).getProxy());
  }

  private static ProxyServer server(Proxy proxy) {
    String user = Optional.ofNullable(proxy.getUsername()).orElse("");
    return new ProxyServer(
        proxy.getHost(),
        proxy.getPort(),
        user.isEmpty() ? null : user + ":" + Optional.ofNullable(proxy.getPassword()).orElse(""),
        ProxyServer.nonProxyHosts(Optional.ofNullable(proxy.getNonProxyHosts()).orElse("")));
  }

  private static Duration seconds(double number) {
    return Duration.ofMillis(Math.round(number * 1000));
  }

  /** Maven gives null for an empty element. */
  static List<String> all(@Nullable List<@Nullable String> parameter) {
    return parameter == null
        ? List.of()
        : parameter.stream().filter(Objects::nonNull).map(String::strip).toList();
  }

  /** A value made from a parameter; what the value refuses is told with the parameter. */
  static <P, T> T usable(String name, P parameter, Function<P, T> maker)
      throws MojoExecutionException {
    try {
      return maker.apply(parameter);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          name
              + " is "
              + Printable.quote(String.valueOf(parameter))
              + ", which cannot be used: "
              + e.getMessage(),
          e);
    }
  }
}
