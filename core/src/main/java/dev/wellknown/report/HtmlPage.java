package dev.wellknown.report;

import dev.wellknown.examine.Report;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The whole page.
 *
 * @param frame everything about the run but its targets
 * @param made when the page was made
 * @param rows the matrix
 * @param sections the targets below it, each rendered before
 * @param sectionsLeft how many targets are in the matrix alone
 * @param rules how many targets each rule speaks about
 * @param pages of these rules
 */
record HtmlPage(
    Report frame,
    Report.Tally tally,
    Instant made,
    List<HtmlRow> rows,
    List<Content> sections,
    int sectionsLeft,
    Map<String, Integer> rules,
    List<HtmlRulePage> pages) {

  private static final int MANY = 50;

  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");

  /** Nothing may be loaded, sent, or run, but these two. */
  private static final String POLICY =
      "default-src 'none'; style-src '"
          + hash(STYLE)
          + "'; script-src '"
          + hash(SCRIPT)
          + "'; base-uri 'none'; form-action 'none'";

  /** What stands behind no verdict, however green it is. */
  private static final List<String> BOUNDARY =
      List.of(
          "That a phone opens the app. That also hangs on the app that is installed: its manifest or"
              + " entitlements, the certificate it was signed with, and what its user chose.",
          "That the devices have what was seen here. Apple's CDN and Google's services keep copies for"
              + " hours to days, and phones ask again when the app is installed or updated.",
          "That the app does the right thing with a link once it is open.",
          "Whatever is marked as not examined, not asked, or unknown.");

  String style() {
    return STYLE;
  }

  String script() {
    return SCRIPT;
  }

  String policy() {
    return POLICY;
  }

  List<String> boundary() {
    List<String> boundary = new ArrayList<>(BOUNDARY);
    boundary.add(
        frame.command().equals("check")
            ? "That the host answers everyone alike. It was asked from one place, at one time;"
                + " another region, network or user agent may get another answer."
            : "That a host serves these files, and serves them right. No host was asked.");
    return boundary;
  }

  /** Those that apply to any target; the filter knows them by their ordinal. */
  List<Reader> readers() {
    return List.of(Reader.values()).stream()
        .filter(reader -> rows.stream().anyMatch(row -> row.verdicts().containsKey(reader)))
        .toList();
  }

  /** The class of a page on which the browser should draw only what is in sight. */
  String size() {
    return rows.size() > MANY ? "many" : "few";
  }

  /** The verdicts that are there, and how many targets have each. */
  List<Count> verdicts() {
    return List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS).stream()
        .map(verdict -> new Count(words(verdict), verdict.id(), tally.count(verdict)))
        .toList();
  }

  /** The severities that are there, and how many findings have each. */
  List<Count> severities() {
    Style drawn = new Style(false, true);
    return List.of(Severity.values()).stream()
        .map(
            each ->
                new Count(
                    drawn.severity(each) + (tally.count(each) == 1 ? "" : "s"),
                    each.id(),
                    tally.count(each)))
        .toList();
  }

  /** A number of things that are called by a word and a symbol. */
  record Count(String words, String id, int number) {

    /** Its class in the style sheet: what there is none of is no alarm. */
    String tone() {
      return number == 0 ? "zero" : id;
    }

    String grouped() {
      return String.format(Locale.ROOT, "%,d", number);
    }
  }

  /** The run in a sentence. */
  String headline() {
    int targets = tally.targets();
    int fail = tally.count(Verdict.FAIL);
    int unknown = tally.count(Verdict.UNKNOWN);
    if (targets == 0) {
      return "Nothing was examined";
    }
    if (targets == 1) {
      String words =
          fail > 0 ? "fails" : unknown > 0 ? "could not be examined as a whole" : "passes";
      return rows.get(0).name() + " " + words;
    }
    String all = HtmlText.count(targets, noun());
    if (fail > 0) {
      return String.format(Locale.ROOT, "%,d of %s %s", fail, all, fail == 1 ? "fails" : "fail");
    }
    return unknown > 0
        ? String.format(Locale.ROOT, "%,d of %s could not be examined as a whole", unknown, all)
        : "All " + all + " pass";
  }

  /** The class of the headline. */
  String headlineId() {
    return tally.count(Verdict.FAIL) > 0
        ? "fail"
        : tally.count(Verdict.UNKNOWN) > 0 || tally.targets() == 0 ? "unknown" : "pass";
  }

  /** What is examined in this run. */
  String noun() {
    return frame.command().equals("check") ? "host" : "target";
  }

  static String words(Verdict verdict) {
    return new Style(false, true).verdict(verdict);
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a Content Security Policy names what it allows. */
  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
