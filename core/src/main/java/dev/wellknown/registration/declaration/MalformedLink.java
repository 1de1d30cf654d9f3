package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A link whose patterns can never match, or would mean something else than they seem to. */
final class MalformedLink extends ConstraintRule<LinkPatterns, DeclaredLink> {

  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
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
    } else if (!path.startsWith("/") && !path.equals("*")) {
      offences.add(
          path(
              path,
              "does not begin with a slash",
              "write " + quote("/" + path.strip()) + ", or \"*\" for every path"));
    }
  }

  private static Offence path(String path, String mistake, String fix) {
    return new Offence("path " + quote(path) + " " + mistake, path, fix).at("path");
  }

  private static Map<Pointer, String> patterns(DeclaredLink link) {
    Map<Pointer, String> patterns = new LinkedHashMap<>();
    if (link.path() != null) {
      patterns.put(Pointer.ROOT.child("path"), link.path());
    }
    if (link.query() != null && link.query().text() != null) {
      patterns.put(Pointer.ROOT.child("query"), link.query().text());
    }
    if (link.query() != null && link.query().items() != null) {
      link.query()
          .items()
          .forEach(
              (name, pattern) -> {
                if (pattern != null) {
                  patterns.put(Pointer.ROOT.child("query").child(name), pattern);
                }
              });
    }
    if (link.fragment() != null) {
      patterns.put(Pointer.ROOT.child("fragment"), link.fragment());
    }
    return patterns;
  }

  private static void judgePattern(Pointer at, String pattern, List<Offence> offences) {
    String mistake = null;
    String fix = "";
    if (pattern.indexOf('\\') >= 0) {
      mistake = "has a backslash, which Apple's systems read as something else";
      fix = "remove the backslash; patterns know no escapes";
    } else if (pattern
        .chars()
        .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      mistake = "has a blank or control character, which no address has";
      fix = "write blanks as %20";
    }
    if (mistake != null) {
      offences.add(new Offence("pattern " + quote(pattern) + " " + mistake, pattern, fix).at(at));
    }
  }

  @Override
  List<Offence> judge(DeclaredLink value) {
    List<Offence> offences = new ArrayList<>();
    if (value.path() == null && value.query() == null && value.fragment() == null) {
      offences.add(
          new Offence(
                  "the link has no path, query or fragment, so it would open everything",
                  null,
                  "add a path; for everything write \"*\"")
              .at("path"));
    }
    if (value.path() != null) {
      judgePath(value.path(), offences);
    }
    patterns(value).forEach((at, pattern) -> judgePattern(at, pattern, offences));
    return offences;
  }
}
