// src/main/java/…/WellKnownFiles.java: serves the two association files with Spring Boot (3 or newer,
// Servlet stack) as
//   @HOSTS@
// Add the package of your application, so that it is found.
//
// The files are expected in the jar below META-INF/resources/.well-known/, where the goal "generate" of
// the Maven plugin puts them. Spring would serve them from there by itself, but Apple's without a
// type, for its name has no extension, and both behind whatever Spring Security demands.
// https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.static-content
//
// The application must stand at the root of the host: no server.servlet.context-path.

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
public class WellKnownFiles {

  @Bean
  FilterRegistrationBean<Filter> wellKnownFilesFilter() {
    FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(WellKnownFiles::answer);
    filter.addUrlPatterns(
        "/.well-known/assetlinks.json", "/.well-known/apple-app-site-association");
    // Before Spring Security and every filter or controller that redirects.
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  private static void answer(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    ClassPathResource file = new ClassPathResource("META-INF/resources" + asked.getRequestURI());
    boolean read = asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD");
    if (!read || !file.exists()) {
      chain.doFilter(request, response);
      return;
    }
    byte[] bytes = file.getContentAsByteArray();
    answer.setContentType("application/json");
    answer.setHeader("Cache-Control", "@CACHE_CONTROL@");
    answer.setContentLength(bytes.length);
    answer.getOutputStream().write(bytes);
  }
}
