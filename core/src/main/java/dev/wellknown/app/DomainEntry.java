package dev.wellknown.app;

import dev.wellknown.app.AssociatedDomain.Mistake;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes an entry of the list of associated domains apart, with every mistake in it. */
final class DomainEntry {

  /** The services that Apple's documents name. */
  private static final Set<String> SERVICES =
      Set.of("applinks", "webcredentials", "activitycontinuation", "appclips");

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\([^)]*\\)|\\$\\{[^}]*}");
  private static final Pattern HOST =
      Pattern.compile("[^\\s./:?#@*]{1,63}(\\.[^\\s./:?#@*]{1,63})+");
  private static final Pattern PORT = Pattern.compile("(.*):([0-9]+)");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  private final Set<Mistake> mistakes = EnumSet.noneOf(Mistake.class);
  private final List<String> modes = new ArrayList<>();
  private final String written;

  private DomainEntry(String written) {
    this.written = written;
  }

  static AssociatedDomain read(String written, Pointer pointer, Position position) {
    return new DomainEntry(written).read(pointer, position);
  }

  static AssociatedDomain notText(String shown, Pointer pointer, Position position) {
    return new AssociatedDomain(
        shown, "", "", false, List.of(), EnumSet.of(Mistake.NOT_TEXT), pointer, position);
  }

  static @Nullable String variable(String written) {
    Matcher variable = VARIABLE.matcher(written);
    return variable.find() ? variable.group() : null;
  }

  private AssociatedDomain read(Pointer pointer, Position position) {
    String text = written;
    if (text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      mistakes.add(Mistake.BLANK);
      text = text.replaceAll("[\\s\\p{Z}]+", "");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean variable = variable(written) != null;
    if (!variable && !lower.equals(text)) {
      mistakes.add(Mistake.UPPER_CASE);
    }
    int colon = lower.indexOf(':');
    String service = colon < 0 ? "" : lower.substring(0, colon);
    String rest = lower.substring(colon + 1);
    if (colon < 0 || SCHEMES.contains(service)) {
      mistakes.add(Mistake.NO_SERVICE);
      rest = colon < 0 ? lower : service + ":" + rest;
      service = "";
    } else if (variable(service) == null && !SERVICES.contains(service)) {
      mistakes.add(Mistake.UNKNOWN_SERVICE);
    }
    if (variable) {
      // What a variable stands for may bring its own colons and slashes.
      mistakes.retainAll(EnumSet.of(Mistake.BLANK));
      service = variable(service) == null ? service : "";
      return made(service, rest, false, pointer, position);
    }
    String host = host(rest);
    boolean wildcard = host.startsWith("*.");
    if (wildcard) {
      host = host.substring(2);
    }
    if (wildcard && service.equals("appclips")) {
      mistakes.add(Mistake.WILDCARD_APP_CLIP);
    }
    if (host.indexOf('*') >= 0) {
      mistakes.add(Mistake.MISPLACED_STAR);
    } else if (!isHost(host)) {
      mistakes.add(Mistake.MALFORMED_HOST);
    }
    return made(service, host, wildcard, pointer, position);
  }

  private AssociatedDomain made(
      String service, String host, boolean wildcard, Pointer pointer, Position position) {
    return new AssociatedDomain(
        written, service, host, wildcard, modes, mistakes, pointer, position);
  }

  /** The host, after everything around it has been named and taken off. */
  private String host(String rest) {
    String host = rest;
    for (String scheme : List.of("https:", "http:")) {
      if (host.startsWith(scheme)) {
        mistakes.add(Mistake.SCHEME);
        host = host.substring(scheme.length());
      }
    }
    while (host.startsWith("/")) {
      host = host.substring(1);
      if (!mistakes.contains(Mistake.SCHEME)) {
        mistakes.add(Mistake.PATH);
      }
    }
    int hash = host.indexOf('#');
    int question = host.indexOf('?');
    int end = hash < 0 ? host.length() : hash;
    if (question >= 0 && question < end) {
      modes(host.substring(question + 1, end));
      end = question;
    }
    if (hash >= 0) {
      mistakes.add(Mistake.UNKNOWN_MODE);
    }
    host = host.substring(0, end);
    int slash = host.indexOf('/');
    if (slash >= 0) {
      mistakes.add(Mistake.PATH);
      host = host.substring(0, slash);
    }
    Matcher port = PORT.matcher(host);
    if (port.matches()) {
      mistakes.add(Mistake.PORT);
      host = port.group(1);
    }
    return host;
  }

  /** {@code mode=developer}, {@code mode=managed}, or both with a plus. */
  private void modes(String query) {
    if (!query.startsWith("mode=")) {
      mistakes.add(Mistake.UNKNOWN_MODE);
      return;
    }
    for (String mode : query.substring("mode=".length()).split("\\+", -1)) {
      if (mode.equals("developer") || mode.equals("managed")) {
        modes.add(mode);
      } else {
        mistakes.add(Mistake.UNKNOWN_MODE);
      }
    }
    if (modes.contains("developer")) {
      mistakes.add(Mistake.DEVELOPER_MODE);
    }
  }

  /** In developer mode, {@code localhost} is taken, too. */
  private boolean isHost(String host) {
    return host.length() <= 253
        && ((HOST.matcher(host).matches() && !ADDRESS.matcher(host).matches())
            || (host.equals("localhost") && modes.equals(List.of("developer"))));
  }
}
