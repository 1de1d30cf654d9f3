package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Header;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Request;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.match.Url;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows a link from redirect to redirect, as a browser would: one request an address, no cookies,
 * nothing kept of what came. Addresses behind the first have to be public.
 */
final class DiagnosisWalk {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** More of a page than stands in front of what sends a browser on. */
  private static final int LOOKED_AT = 64 * 1024;

  private static final Pattern META =
      Pattern.compile(
          "(?is)<meta\\b[^>]{0,300}http-equiv\\s*=\\s*[\"']?refresh[^>]{0,300}?url\\s*=\\s*[\"']?"
              + "([^\"'>\\s]{1,2000})");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?is)\\blocation(?:\\.href)?\\s*=\\s*[\"']([^\"']{1,2000})[\"']"
              + "|\\blocation\\.(?:replace|assign)\\(\\s*[\"']([^\"']{1,2000})[\"']");
  private static final Pattern CODE = Pattern.compile("(?i)[?&#]code=[^&#]");
  private static final Pattern STATE = Pattern.compile("(?i)[?&#]state=[^&#]");

  private final Fetcher fetcher;
  private final boolean mayBePrivate;
  private final List<DiagnosisChain.Step> steps = new ArrayList<>();

  /**
   * @param mayBePrivate whether the first host may have an address that is not public: where a
   *     person named it
   */
  DiagnosisWalk(Fetcher fetcher, boolean mayBePrivate) {
    this.fetcher = fetcher;
    this.mayBePrivate = mayBePrivate;
  }

  /** Follows a link to its end, or to where it is no longer followed. */
  DiagnosisChain walk(String url) {
    String first = new LinkUrl(url).host();
    Set<String> seen = new HashSet<>();
    String next = url;
    while (next != null) {
      LinkUrl link = new LinkUrl(next);
      Optional<String> hindrance =
          !seen.add(link.folded().split("#", 2)[0])
              ? Optional.of("a loop: this address was asked before")
              : steps.size() >= DiagnosisChain.MOST
                  ? Optional.of(
                      "not asked: it is behind " + DiagnosisChain.MOST + " addresses already")
                  : hindrance(next);
      Optional<Request> request =
          hindrance.isPresent() ? Optional.empty() : request(next, link.host().equals(first));
      if (request.isEmpty()) {
        add(next, null, null, hindrance.orElse("not asked: it is no address that can be"));
        break;
      }
      next = ask(next, request.get());
    }
    return new DiagnosisChain(steps);
  }

  /** Why an address is not asked; empty where it is. */
  private Optional<String> hindrance(String url) {
    String scheme = Url.parse(url).scheme();
    if ("http".equalsIgnoreCase(scheme) && !steps.isEmpty()) {
      return Optional.of("not asked: plain HTTP, which only the link itself may be");
    }
    if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
      return Optional.of("no web address: an app takes it that has the scheme, or nothing does");
    }
    if (CODE.matcher(url).find() && STATE.matcher(url).find()) {
      return Optional.of("not asked: it carries a code, which would be used up");
    }
    return Optional.empty();
  }

  private Optional<Request> request(String url, boolean isFirstHost) {
    Url parts = Url.parse(url);
    boolean plain = "http".equalsIgnoreCase(parts.scheme());
    try {
      String port = parts.port();
      String path = encoded(parts.path().isEmpty() ? "/" : parts.path());
      String query = parts.query() == null ? "" : "?" + encoded(parts.query());
      Request request =
          new Request(
              new LinkUrl(url).host(),
              port == null || port.isEmpty() ? (plain ? 80 : 443) : Integer.parseInt(port),
              List.of(path + query),
              mayBePrivate && isFirstHost,
              null);
      return Optional.of(plain ? request.inPlainHttp() : request);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Asks, and says where it leads to; null where nowhere. */
  private @Nullable String ask(String url, Request request) {
    Observation seen = fetcher.fetch(request).get(0);
    if (!(seen instanceof Answered answer)) {
      add(url, null, null, "no answer: " + why(((Unreachable) seen).failure()));
      return null;
    }
    Optional<String> written =
        answer.headers().all().stream()
            .filter(each -> each.name().equalsIgnoreCase("Location"))
            .map(Header::text)
            .findFirst();
    if (!REDIRECTS.contains(answer.status()) || written.isEmpty()) {
      add(url, answer.status(), null, goesOn(answer));
      return null;
    }
    String target = resolved(url, written.get());
    add(
        url,
        answer.status(),
        target == null ? written.get() : target,
        target == null ? "its Location is no address" : "");
    return target;
  }

  private void add(String url, @Nullable Integer status, @Nullable String location, String remark) {
    steps.add(new DiagnosisChain.Step(url, status, location, remark));
  }

  private static String why(Failure failure) {
    return failure.reason() == Reason.ADDRESS_REFUSED
        ? "its address is not public, and it was not asked; --allow-private HOST allows that"
        : failure.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What a page does by itself is named, not done: no platform takes it for a tap. */
  private static String goesOn(Answered answer) {
    Optional<String> refresh = answer.headers().first("Refresh");
    if (refresh.isPresent()) {
      return "it goes on by a header Refresh, which opens no app: " + named(refresh.get());
    }
    byte[] bytes = answer.body().bytes();
    String page = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
    Matcher meta = META.matcher(page);
    if (meta.find()) {
      return "the page goes on by itself (meta refresh), which opens no app: "
          + named(meta.group(1));
    }
    Matcher script = SCRIPT.matcher(page);
    if (script.find()) {
      String target = script.group(1) == null ? script.group(2) : script.group(1);
      return "the page has a script that may go on, which opens no app without a tap: "
          + named(target);
    }
    return "";
  }

  private static String named(String text) {
    return quote(DiagnosisChain.masked(text));
  }

  /**
   * Where a Location leads (RFC 9110 §10.2.2): relative to the address, and with its fragment where
   * it has none itself. Null where it leads nowhere.
   */
  static @Nullable String resolved(String url, String location) {
    try {
      String target = encoded(location.strip());
      Url base = Url.parse(url);
      String whole =
          Url.parse(target).scheme() == null
              ? new URI(encoded(url.split("#", 2)[0])).resolve(new URI(target)).toString()
              : target;
      Url parts = Url.parse(whole);
      boolean web =
          "https".equalsIgnoreCase(parts.scheme()) || "http".equalsIgnoreCase(parts.scheme());
      if (web && (parts.host() == null || parts.host().isEmpty())) {
        return null;
      }
      return parts.fragment() == null && base.fragment() != null && web
          ? whole + "#" + base.fragment()
          : whole;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** As browsers encode what may not stand in an address. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      int unit = each & 0xff;
      if (unit > ' ' && unit < 0x7f && "\"<>\\^`{|}".indexOf(unit) < 0) {
        encoded.append((char) unit);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", unit));
      }
    }
    return encoded.toString();
  }
}
