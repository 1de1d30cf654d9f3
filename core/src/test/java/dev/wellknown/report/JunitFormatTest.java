package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.Report;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitFormatTest {

  /** Parses as strictly as XML 1.0 is. */
  static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  @Test
  void hasASuiteForEachTargetAndACaseForEachRule() throws Exception {
    Element root = parse(junit(Samples.report()));
    List<Element> suites = all(root, "testsuite");
    assertThat(suites)
        .extracting(each -> each.getAttribute("name"))
        .containsExactly(
            "shop.example.com", "./my site", "gone.example.com", "www.example.com", "inputs");
    assertThat(all(suites.get(3), "testcase"))
        .extracting(each -> each.getAttribute("name"))
        .containsExactly("aasa/too-large");
    for (Element suite : suites) {
      counts(suite);
    }
    counts(root);
  }

  private static void counts(Element suite) {
    assertThat(suite.getAttribute("tests")).isEqualTo(all(suite, "testcase").size() + "");
    assertThat(suite.getAttribute("failures")).isEqualTo(all(suite, "failure").size() + "");
    assertThat(suite.getAttribute("errors")).isEqualTo(all(suite, "error").size() + "");
    assertThat(suite.getAttribute("skipped")).isEqualTo(all(suite, "skipped").size() + "");
  }

  @Test
  void failsWhereTheRunFails() throws Exception {
    Element suite = parse(junit(Samples.of(Samples.file())));
    Element failure = all(suite, "failure").get(0);
    assertThat(failure.getAttribute("message")).contains("3c:91");
    assertThat(failure.getTextContent()).contains(":11:9: error", "fix: write it in capitals");
    Report report = Samples.of(Samples.file());
    assertThat(all(parse(new JunitFormat(Optional.empty()).text(report)), "failure")).isEmpty();
  }

  @Test
  void skipsWhatABaselineAcceptsAndWhatWasNotLookedAt() throws Exception {
    Element accepted = all(parse(junit(Samples.of(Samples.file()))), "skipped").get(0);
    assertThat(accepted.getAttribute("message")).startsWith("accepted by the baseline: ");
    Element blank = all(parse(junit(Samples.of(Samples.redirected()))), "skipped").get(0);
    assertThat(blank.getAttribute("message")).isEqualTo("not examined");
  }

  @Test
  void callsAnErrorWhatCouldNotBeExamined() throws Exception {
    Element root = parse(junit(Samples.of(Samples.silent())));
    assertThat(all(root, "failure")).isEmpty();
    assertThat(all(root, "error")).hasSize(1);
  }

  private static String junit(Report report) {
    return Samples.text(Format.JUNIT, report);
  }

  private static List<Element> all(Element above, String name) {
    NodeList found = above.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
