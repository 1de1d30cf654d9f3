package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.Kind;
import dev.wellknown.serve.Hosting.ConfigurationFile;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TomcatTest extends StartedServer {

  /** Kept, for loggers that nobody holds forget their level. */
  private final List<Logger> quiet = new ArrayList<>();

  private final Tomcat tomcat = new Tomcat();
  private Context application;

  @BeforeEach
  void prepare() throws IOException {
    for (ConfigurationFile file :
        Hosting.of(WebServer.TOMCAT, HOSTS, Hosting.DEFAULT_ROOT).files()) {
      write("www/" + file.path(), file.text());
    }
    tomcat.setBaseDir(directory.resolve("base").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    application = tomcat.addWebapp("", root.toString());
    // Without JSP, which it would tell.
    for (String name : List.of("org.apache", application.getLogName())) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.OFF);
      quiet.add(logger);
    }
    if (application.getJarScanner() instanceof StandardJarScanner scanner) {
      // The tests' own libraries are no part of the application.
      scanner.setScanClassPath(false);
    }
  }

  @AfterEach
  void end() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  @Test
  void servesBothFilesWithThePrintedApplication() throws Exception {
    tomcat.start();
    int port = tomcat.getConnector().getLocalPort();
    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(port, path(kind)));
    }
    assertThat(plainly(port, "/").text()).isEqualTo("<p>The application");
    Files.delete(root.resolve(Kind.AASA.path()));
  }

  @Test
  void passesTheCheckWithThePrintedApplication() throws Exception {
    char[] password = "throwaway".toCharArray();
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, Type.EC);
    certificate.setCertificateKeystore(identity().keyStore(password));
    certificate.setCertificateKeystorePassword(new String(password));
    host.addCertificate(certificate);
    Connector https = tomcat.getConnector();
    https.setSecure(true);
    https.setScheme("https");
    https.setProperty("SSLEnabled", "true");
    https.addSslHostConfig(host);
    tomcat.start();
    assertPassesTheCheck(https.getLocalPort());
  }

  @Test
  void servesBothFilesAmongRedirectsSignInAndFallbacks() throws Exception {
    SecurityCollection everything = new SecurityCollection("everything", "");
    everything.addPattern("/*");
    everything.addPattern("*.json");
    SecurityConstraint closed = new SecurityConstraint();
    closed.addCollection(everything);
    closed.setAuthConstraint(true);
    closed.addAuthRole("user");
    closed.setUserConstraint("CONFIDENTIAL");
    application.addConstraint(closed);
    application.addSecurityRole("user");
    Tomcat.addServlet(application, "page", new Page());
    application.addServletMapping("/.well-known/*", "page");
    application.addServletMapping("*.json", "page");
    tomcat.start();
    int port = tomcat.getConnector().getLocalPort();
    for (Kind kind : Kind.values()) {
      assertServed(kind, plainly(port, path(kind)));
    }
    assertThat(plainly(port, "/").status()).isIn(302, 403);
  }

  /** A single page application: the same for every path. */
  private static final class Page extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html");
      response.getOutputStream().print("<p>The application");
    }
  }
}
