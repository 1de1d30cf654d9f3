package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Printable;
import dev.wellknown.json.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A link whose patterns can never match, or would mean something else than they seem to. */
final class MalformedLink extends ConstraintRule<LinkPatterns, DeclaredLink> {

  private static final Pointer PATH = Pointer.ROOT.child("path");
  private static final Pointer QUERY = Pointer.ROOT.child("query");
  private static final Pointer FRAGMENT = Pointer.ROOT.child("fragment");
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
  private static final Pattern MARKED_QUERY = Pattern.compile("\\?[^?*&=]+=.*");
  private static final Pattern ITEM = Pattern.compile("[^?#]*[?][^?#=/]*=.*");

  private static void judgePath(String path, List<Offence> offences) {
    if (ADDRESS.matcher(path).matches()) {
      offences.add(path(path, "is a whole address", "write its path alone"));
    } else if (path.contains("#")) {
      offences.add(
          path(
              path,
              "has a fragment, which the path never sees",
              "write the part behind # under \"fragment\""));
    } else if (ITEM.matcher(path).matches()) {
      offences.add(
          path(
              path,
              "has a query, which the path never sees: ? stands for one character",
              "write the part behind ? under \"query\""));
    } else if (path.startsWith("NOT ")) {
      offences.add(
          path(
              path,
              "begins with NOT, which excludes in Apple's old form only",
              "write {path: " + quote(path.substring(4)) + ", exclude: true}"));
    } else if (!path.startsWith("/") && !path.startsWith("*")) {
      String meant = "/" + path.strip().replace(" ", "%20");
      offences.add(
          path(
              path,
              "does not begin with a slash",
              "write " + quote(meant) + ", or \"*\" for every path"));
    }
  }

  private static Offence path(String path, String mistake, String fix) {
    return new Offence("path " + quote(path) + " " + mistake, path, fix).at(PATH);
  }

  /** A query without an item is no condition. */
  private static boolean hasQuery(DeclaredLink link) {
    DeclaredLink.DeclaredQuery query = link.query();
    return query != null && (query.items() == null || !query.items().isEmpty());
  }

  private static Map<Pointer, String> patterns(DeclaredLink link) {
    Map<Pointer, String> patterns = new LinkedHashMap<>();
    if (link.path() != null) {
      patterns.put(PATH, link.path());
    }
    if (link.query() != null && link.query().text() != null) {
      patterns.put(QUERY, link.query().text());
    }
    if (link.query() != null && link.query().items() != null) {
      link.query()
          .items()
          .forEach(
              (name, pattern) -> {
                if (pattern != null) {
                  patterns.put(QUERY.child(name), pattern);
                }
              });
    }
    if (link.fragment() != null) {
      patterns.put(FRAGMENT, link.fragment());
    }
    return patterns;
  }

  private static void judgePattern(
      Pointer at, String pattern, boolean encoded, List<Offence> offences) {
    String mistake = null;
    String fix = "";
    if (at.equals(QUERY) && MARKED_QUERY.matcher(pattern).matches()) {
      mistake = "begins with ?, which stands for one character here";
      fix = "write " + quote(pattern.substring(1));
    } else if (at.equals(FRAGMENT) && pattern.startsWith("#")) {
      mistake = "begins with #, which no fragment has in it";
      fix = "write " + quote(pattern.substring(1));
    } else if (pattern.indexOf('\\') >= 0) {
      mistake = "has a backslash, which Apple's systems read as something else";
      fix = "remove the backslash; patterns know no escapes";
    } else if (pattern
        .chars()
        .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      mistake = "has a blank or control character, which no address has";
      fix = "remove it; a blank is written as %20";
    }
    if (mistake == null && encoded && pattern.chars().anyMatch(c -> c >= 0x80)) {
      mistake = "has letters outside ASCII, which addresses carry percent-encoded";
      fix = "write " + quote(percentEncoded(pattern)) + ", or add percentEncoded: false";
    }
    if (mistake != null) {
      offences.add(new Offence("pattern " + quote(pattern) + " " + mistake, pattern, fix).at(at));
    }
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : Printable.cut(text).getBytes(StandardCharsets.UTF_8)) {
      if (unit >= 0) {
        encoded.append((char) unit);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      }
    }
    return encoded.toString();
  }

  @Override
  List<Offence> judge(DeclaredLink value) {
    List<Offence> offences = new ArrayList<>();
    if (value.path() == null && !hasQuery(value) && value.fragment() == null) {
      boolean exclude = Boolean.TRUE.equals(value.exclude());
      offences.add(
          new Offence(
                  "the link has no path, query or fragment, so it would "
                      + (exclude ? "exclude" : "open")
                      + " everything",
                  null,
                  "add a path; for everything write \"*\"")
              .at(PATH)
              .unlessToldOf("path", "query", "fragment"));
    }
    Map<Pointer, String> patterns = patterns(value);
    if (value.path() != null) {
      judgePath(value.path(), offences);
      if (!offences.isEmpty()) {
        patterns.remove(PATH);
      }
    }
    boolean encoded = !Boolean.FALSE.equals(value.percentEncoded());
    patterns.forEach((at, pattern) -> judgePattern(at, pattern, encoded, offences));
    return offences;
  }
}
