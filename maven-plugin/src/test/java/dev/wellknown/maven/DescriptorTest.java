package dev.wellknown.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What Maven, and whoever reads our pages, is told about the goals. */
class DescriptorTest {

  private static final XPath XPATH = XPathFactory.newInstance().newXPath();
  private static Document descriptor;

  @BeforeAll
  static void read() throws Exception {
    descriptor =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("target/classes/META-INF/maven/plugin.xml").toFile());
  }

  private static List<String> texts(String path) throws Exception {
    NodeList nodes = (NodeList) XPATH.evaluate(path, descriptor, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** From the names of a goal's parameters to the expressions that set them. */
  private static Map<String, String> parameters(String goal) throws Exception {
    String mojo = "//mojo[goal='" + goal + "']";
    Map<String, String> expressions = new TreeMap<>();
    for (String name : texts(mojo + "/parameters/parameter[editable='true']/name")) {
      expressions.put(name, XPATH.evaluate(mojo + "/configuration/" + name, descriptor));
    }
    return expressions;
  }

  @Test
  void everyGoalMayRunInParallelAndWithoutProject() throws Exception {
    assertThat(texts("//mojo/goal"))
        .containsExactlyInAnyOrder("generate", "validate", "check", "diagnose", "rules", "help");
    assertThat(texts("//mojo/threadSafe")).hasSize(6).containsOnly("true");
    assertThat(texts("//mojo/requiresProject")).hasSize(6).containsOnly("false");
  }

  @Test
  void everyParameterHasAPropertyOfItsName() throws Exception {
    for (String goal : List.of("generate", "validate", "check", "diagnose", "rules")) {
      Map<String, String> parameters = parameters(goal);
      assertThat(parameters).containsKey("skip");
      parameters.forEach(
          (name, expression) -> assertThat(expression).isEqualTo("${wellknown." + name + "}"));
    }
  }

  @Test
  void checkLooksBeforeADeployAndTakesNothingUnexaminedForAPass() throws Exception {
    assertThat(parameters("check"))
        .containsKeys("hosts", "only", "cacert", "allowPrivate", "failOn", "ignore");
    assertThat(texts("//mojo[goal='check']/phase")).containsExactly("verify");
    assertThat(texts("//mojo[goal='check']/configuration/when/@default-value"))
        .containsExactly("before-deploy");
    assertThat(texts("//mojo[goal='check']/configuration/onUnknown/@default-value"))
        .containsExactly("fail");
  }

  @Test
  void onlyGoalsThatJudgeWriteReportsAndTakeABaseline() throws Exception {
    List<String> names = List.of("reports", "baseline", "writeBaseline");
    for (String goal : List.of("validate", "check")) {
      assertThat(parameters(goal)).containsKeys(names.toArray(String[]::new));
    }
    for (String goal : List.of("generate", "rules")) {
      assertThat(parameters(goal)).doesNotContainKeys(names.toArray(String[]::new));
    }
  }

  @Test
  void pagesNameParametersThatThereAre() throws Exception {
    String text =
        Files.readString(Path.of("../docs/maven.md")) + Files.readString(Path.of("../README.md"));
    List<String> named =
        Pattern.compile("-Dwellknown\\.(\\w+)")
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(named).contains("when", "connectTo", "hosts", "skip");
    assertThat(texts("//mojo/parameters/parameter/name")).containsAll(named);
  }
}
