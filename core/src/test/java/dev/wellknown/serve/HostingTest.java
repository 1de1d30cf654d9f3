package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.association.Kind;
import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import dev.wellknown.registration.HostName;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class HostingTest {

  private static final List<HostName> HOSTS =
      List.of(HostName.of("shop.example.com"), HostName.of("www.shop.example.com"));

  @ParameterizedTest
  @EnumSource(WebServer.class)
  void namesTheHostsAndLeavesNothingToFillIn(WebServer server) {
    String text = Hosting.of(server, HOSTS, "/srv/my site").text();
    assertThat(text)
        .contains("shop.example.com", "www.shop.example.com", "application/json")
        .doesNotContainPattern("@[A-Z_]+@")
        .doesNotContain("\t\n", " \n", "\r");
    for (Kind kind : Kind.values()) {
      assertThat(text).containsPattern(kind.fileName().replace(".", "\\\\?."));
    }
    assertThat(WebServer.find(server.id())).contains(server);
  }

  @ParameterizedTest
  @EnumSource(WebServer.class)
  void readsTheSameForPrograms(WebServer server) {
    Hosting hosting = Hosting.of(server, HOSTS, Hosting.DEFAULT_ROOT);
    assertThat(hosting.json())
        .startsWith("{\n  \"format\": \"wellknown-hosting/1\",\n  \"server\": \"" + server.id());
    assertThat(hosting.files()).hasSameSizeAs(server.paths());
    assertFitsTheSchema(hosting.json());
  }

  static void assertFitsTheSchema(String json) {
    Document document = Document.json(json.getBytes(StandardCharsets.UTF_8), "-");
    assertThat(Schema.named("report").violations(document.value().orElseThrow())).isEmpty();
  }

  @Test
  void refusesRootsThatWouldBeMoreThanAPath() {
    for (String root : List.of("", "/a\"b", "/a;\nreturn 200", "/$uri", "/a'b", "C:\\www", "{x}")) {
      assertThatThrownBy(() -> Hosting.of(WebServer.NGINX, HOSTS, root))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void writesTheFilterOfSpringBootInJava() throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String text = Hosting.of(WebServer.SPRING_BOOT, HOSTS, "/").files().get(0).text();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///WellKnownFiles.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var problems = new javax.tools.DiagnosticCollector<JavaFileObject>();
    var task =
        (com.sun.source.util.JavacTask)
            compiler.getTask(null, null, problems, List.of(), null, List.of(source));
    assertThat(task.parse()).hasSize(1);
    assertThat(problems.getDiagnostics()).isEmpty();
  }

  @Test
  void writesTheFilesOfTomcatInXml() throws Exception {
    for (var file : Hosting.of(WebServer.TOMCAT, HOSTS, "/").files()) {
      if (file.path().endsWith(".xml")) {
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(file.text())));
      }
    }
  }

  @Test
  void writesTheDistributionOfCloudFrontInJson() {
    String text = Hosting.of(WebServer.S3_CLOUDFRONT, HOSTS, "/").files().get(1).text();
    Document document = Document.json(text.getBytes(StandardCharsets.UTF_8), "-");
    assertThat(document.defects()).isEmpty();
    assertThat(text).contains("\"Quantity\": 2,\n    \"Items\": [\"shop.example.com\", \"www.shop");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesTheUploadForAnyShell() throws Exception {
    String text = Hosting.of(WebServer.S3_CLOUDFRONT, HOSTS, "/srv/it").files().get(0).text();
    Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
    try (var in = shell.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).isZero();
  }
}
