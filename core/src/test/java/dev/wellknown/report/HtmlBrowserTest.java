package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wellknown.examine.Report;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page in a real browser. Skipped where no Chromium is installed. */
class HtmlBrowserTest {

  /** So long may a person wait for a filter, by which it still feels immediate. */
  private static final int IMMEDIATE_MILLIS = 100;

  /** WCAG 2.1, 1.4.3. */
  private static final double ENOUGH_CONTRAST = 4.5;

  @TempDir(cleanup = CleanupMode.NEVER)
  static Path profile;

  @TempDir Path directory;

  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Browser.installed();
    assumeTrue(
        program.isPresent(), "no Chromium on the PATH: the HTML report is not tried in a browser");
    browser = new Browser(program.get(), profile);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asAtFirst() throws Exception {
    browser.call("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    size(1280);
  }

  private static void size(int width) throws Exception {
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  private URI open(String page) throws Exception {
    URI address = Files.writeString(directory.resolve("report.html"), page).toUri();
    browser.open(address);
    return address;
  }

  private URI open(Report report) throws Exception {
    return open(HtmlSamples.page(report));
  }

  private static Report report() {
    return HtmlSamples.check(
        HtmlSamples.broken("shop.example.com"),
        HtmlSamples.good("www.example.com"),
        HtmlSamples.silent("gone.example.com"),
        HtmlSamples.good("a.example.com"),
        HtmlSamples.good("b.example.com"),
        HtmlSamples.good("c.example.com"));
  }

  private static void isQuiet(URI address) {
    assertThat(browser.events("Log.entryAdded")).isEmpty();
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(browser.events("Network.requestWillBeSent"))
        .extracting(each -> each.get("params").get("request").get("url").asString())
        .containsOnly(address.toString());
  }

  @Test
  void asksNobodyAndComplainsOfNothing() throws Exception {
    URI address = open(report());
    isQuiet(address);
    assertThat(browser.evaluate("document.getElementById('filter').hidden").asBoolean()).isFalse();
    assertThat(browser.evaluate("document.getElementById('shown').textContent").asString())
        .isEqualTo("6 of 6 shown");
  }

  @Test
  void letsNothingIntoItselfAndNothingOut() throws Exception {
    open(report());
    assertThat(
            browser
                .evaluate(
                    """
                    new Promise(resolve => {
                      const seen = [];
                      addEventListener('securitypolicyviolation', event => {
                        seen.push(event.effectiveDirective);
                        if (seen.length === 6) resolve(seen.sort().join(' '));
                      });
                      document.body.insertAdjacentHTML('beforeend',
                        '<img src="https://example.invalid/x" onerror="window.pwned = 1">'
                        + '<p style="color: red"></p>'
                        + '<form action="https://example.invalid/"><button id="send"></button></form>');
                      const script = document.createElement('script');
                      script.textContent = 'window.pwned = 2';
                      document.body.append(script);
                      fetch('https://example.invalid/').catch(() => {});
                      document.getElementById('send').click();
                    })
                    """)
                .asString())
        .isEqualTo(
            "connect-src form-action img-src script-src-attr script-src-elem style-src-attr");
    assertThat(browser.evaluate("typeof window.pwned").asString()).isEqualTo("undefined");
  }

  @Test
  void keepsInjectedMarkupText() throws Exception {
    List<String> values =
        List.of(
            "</script><script>window.pwned = 1</script>",
            "<img src=x onerror=window.pwned=2>",
            "\" autofocus onfocus=\"window.pwned=3",
            "' onmouseover='window.pwned=4",
            "javascript:window.pwned=5",
            "--></style></title></textarea></svg><svg onload=window.pwned=6>",
            "@if(true)${x}$unsafe{x}!{y}",
            "&lt;b&gt;&#60;script&#62;");
    for (String value : values) {
      URI address = open(HtmlSamples.hostileReport(value));
      isQuiet(address);
      assertThat(browser.evaluate("typeof window.pwned").asString()).isEqualTo("undefined");
      assertThat(
              browser
                  .evaluate(
                      "document.querySelectorAll('img, iframe, object, embed, base, link, textarea,"
                          + " svg svg, script, style').length")
                  .asInt())
          .isEqualTo(2);
      assertThat(
              browser
                  .evaluate(
                      """
                      Array.from(document.querySelectorAll('*')).flatMap(each => Array.from(each.attributes))
                        .filter(each => each.name.startsWith('on') || each.name === 'autofocus'
                          || (each.name === 'href' && !/^(#|https:)/.test(each.value)))
                        .map(each => each.name + '=' + each.value).join(' ')
                      """)
                  .asString())
          .isEmpty();
      assertThat(browser.evaluate("document.querySelector('article h3').textContent").asString())
          .endsWith(value);
      assertThat(browser.evaluate("document.querySelector('.source').textContent").asString())
          .contains(value);
    }
  }

  @Test
  void searchesAndFiltersFiveThousandHostsAtOnce() throws Exception {
    String page = HtmlSamples.page(HtmlSamples.many(5_000));
    URI address = open(page);
    isQuiet(address);
    assertThat(shown()).isEqualTo("100 of 5,000 that match of 5,000 shown");
    Map<String, String> inputs = new HashMap<>();
    inputs.put("q.value = 'host-04993'", "1 of 5,000 shown");
    inputs.put("q.value = 'LOWER-CASE LETTERS'", "100 of 500 that match of 5,000 shown");
    inputs.put("verdict.value = 'unknown'", "100 of 5,000 shown");
    inputs.put(
        "verdict.value = 'fail'; reader.value = '2'", "100 of 500 that match of 5,000 shown");
    inputs.put("q.value = 'serving/timed-out host-00'", "20 of 5,000 shown");
    inputs.put("q.value = 'nobody'", "0 of 5,000 shown");
    inputs.put("rule.value = 'serving/timed-out'", "100 of 5,000 shown");
    List<Double> took = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      double slowest = 0;
      for (Map.Entry<String, String> input : inputs.entrySet()) {
        slowest = Math.max(slowest, filter(input.getKey()));
        assertThat(shown()).as(input.getKey()).isEqualTo(input.getValue());
        slowest = Math.max(slowest, filter(""));
      }
      took.add(slowest);
    }
    System.out.printf(
        "5,000 hosts: page %,d characters, slowest filter %s ms%n", page.length(), took);
    // The machine may be busy with something else for once; a slow filter is slow every time.
    assertThat(took).anyMatch(millis -> millis < IMMEDIATE_MILLIS);
    browser.evaluate("document.getElementById('more').click()");
    assertThat(shown()).isEqualTo("200 of 5,000 that match of 5,000 shown");
    assertThat(
            browser
                .evaluate("document.querySelectorAll('tr:not([hidden]) > th > a').length")
                .asInt())
        .isEqualTo(200);
    browser.evaluate("location.hash = '#t4004'");
    assertThat(browser.evaluate("document.getElementById('t4004').hidden").asBoolean()).isFalse();
  }

  private static String shown() throws Exception {
    return browser.evaluate("document.getElementById('shown').textContent").asString();
  }

  /** Sets the filter, and waits until the page is laid out again; returns milliseconds. */
  private static double filter(String inputs) throws Exception {
    return browser
        .evaluate(
            "(() => { const [form, q, verdict, reader, rule] = ['filter', 'q', 'verdict', 'reader',"
                + " 'rule'].map(id => document.getElementById(id));"
                + " q.value = verdict.value = reader.value = rule.value = '';"
                + inputs
                + "; const start = performance.now();"
                + " form.dispatchEvent(new Event('input'));"
                + " document.body.getBoundingClientRect();"
                + " return performance.now() - start; })()")
        .asDouble();
  }

  @Test
  void canBeUsedByKeyboardAlone() throws Exception {
    open(report());
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      browser.press("Tab", 9);
      JsonNode at =
          browser.evaluate(
              """
              (() => { const e = document.activeElement; const style = getComputedStyle(e);
                return [e.id || e.className || e.textContent.slice(0, 30), style.outlineStyle, parseFloat(style.outlineWidth),
                  e === document.body]; })()
              """);
      if (at.get(3).asBoolean()) {
        break;
      }
      assertThat(at.get(1).asString()).as(at.toString()).isEqualTo("solid");
      assertThat(at.get(2).asDouble()).as(at.toString()).isGreaterThanOrEqualTo(2);
      reached.add(at.get(0).asString());
      if (i == 0) {
        // "Skip to the results" does.
        assertThat(reached).containsExactly("skip");
      }
    }
    assertThat(reached).contains("q", "verdict", "reader", "rule", "shop.example.com", "scroll");
    browser.evaluate("document.querySelector('details.file > summary').focus()");
    browser.press("Enter", 13);
    assertThat(browser.evaluate("document.querySelector('details.file').open").asBoolean())
        .isTrue();
    browser.evaluate("document.querySelector('.finding .head a').focus()");
    browser.press("Enter", 13);
    assertThat(
            browser
                .evaluate("document.querySelector(location.hash).parentElement.open")
                .asBoolean())
        .isEqualTo(true);
  }

  @Test
  void tellsAScreenReaderWhatEverythingIs() throws Exception {
    open(report());
    browser.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    Map<String, List<String>> names = new HashMap<>();
    for (JsonNode node : browser.call("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
      if (!node.path("ignored").asBoolean()) {
        names
            .computeIfAbsent(node.path("role").path("value").asString(), key -> new ArrayList<>())
            .add(node.path("name").path("value").asString());
      }
    }
    for (String role :
        Set.of("searchbox", "combobox", "button", "link", "heading", "article", "region")) {
      assertThat(names.get(role)).as(role).isNotEmpty().doesNotContain("");
    }
    assertThat(names.get("main")).hasSize(1);
    assertThat(names.get("banner")).hasSize(1);
    assertThat(names.get("contentinfo")).hasSize(1);
    assertThat(names.get("search")).containsExactly("Filter");
    assertThat(names.get("columnheader"))
        .contains("host", "verdict", "google-api", "chrome", "name", "step", "line")
        .doesNotContain("apple-cdn");
    assertThat(names.get("rowheader")).contains("shop.example.com", "TLS", "Content-Type", "7");
    assertThat(names.get("list"))
        .anyMatch(name -> name.startsWith("The way of a link for google-api"));
    assertThat(names.get("heading"))
        .startsWith("1 of 6 hosts fails")
        .contains("What a pass does not prove");
    assertThat(browser.evaluate("document.documentElement.lang").asString()).isEqualTo("en");
  }

  @Test
  void hasEnoughContrastInLightAndDark() throws Exception {
    for (String scheme : List.of("light", "dark")) {
      browser.call(
          "Emulation.setEmulatedMedia",
          Map.of(
              "media",
              "",
              "features",
              List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      open(report());
      browser.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      JsonNode found =
          browser.evaluate(
              """
              (() => {
                const numbers = color => color.match(/[0-9.]+/g).map(Number);
                const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
                  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
                const ground = element => {
                  for (let e = element; e !== null; e = e.parentElement) {
                    const color = numbers(getComputedStyle(e).backgroundColor);
                    if (color.length === 3 || color[3] === 1) return color;
                  }
                  return [255, 255, 255];
                };
                const found = [];
                for (const e of document.querySelectorAll('body *')) {
                  const own = Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim() !== '');
                  if (own && e.checkVisibility() && e.tagName !== 'SCRIPT' && e.tagName !== 'OPTION') {
                    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(ground(e))];
                    found.push({ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
                      what: e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40)});
                  }
                }
                return {count: found.length, ground: light(ground(document.body)),
                  low: found.filter(each => each.ratio < %s).map(each => each.ratio.toFixed(2) + ' ' + each.what)};
              })()
              """
                  .formatted(ENOUGH_CONTRAST));
      assertThat(found.get("count").asInt()).isGreaterThan(100);
      assertThat(found.get("low").toString()).as(scheme).isEqualTo("[]");
      if (scheme.equals("dark")) {
        assertThat(found.get("ground").asDouble()).isLessThan(0.05);
      } else {
        assertThat(found.get("ground").asDouble()).isGreaterThan(0.9);
      }
    }
  }

  @Test
  void fitsAPhone() throws Exception {
    size(360);
    for (Report each : List.of(report(), HtmlSamples.hostileReport("y".repeat(60_000)))) {
      open(each);
      browser.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(360);
    }
  }

  @Test
  void printsEverythingButItsControls() throws Exception {
    open(HtmlSamples.many(300));
    assertThat(shown()).startsWith("100 of 300");
    JsonNode pdf = browser.call("Page.printToPDF", Map.of("printBackground", true));
    assertThat(new String(Base64.getDecoder().decode(pdf.get("data").asString()), 0, 5))
        .isEqualTo("%PDF-");
    browser.evaluate("dispatchEvent(new Event('beforeprint'))");
    browser.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(
            browser
                .evaluate("document.querySelectorAll('#matrix tbody tr[hidden]').length")
                .asInt())
        .isEqualTo(0);
    assertThat(
            browser
                .evaluate("getComputedStyle(document.getElementById('filter')).display")
                .asString())
        .isEqualTo("none");
    assertThat(browser.evaluate("getComputedStyle(document.body).color").asString())
        .isEqualTo("rgb(0, 0, 0)");
    browser.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(shown()).startsWith("100 of 300");
  }

  @Test
  void isWholeWithoutItsScript() throws Exception {
    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    open(HtmlSamples.many(300));
    assertThat(
            browser
                .evaluate("document.querySelectorAll('#matrix tbody tr[hidden]').length")
                .asInt())
        .isEqualTo(0);
    assertThat(browser.evaluate("document.querySelectorAll('article').length").asInt())
        .isEqualTo(300);
    assertThat(browser.evaluate("document.getElementById('filter').hidden").asBoolean()).isTrue();
  }

  /** {@code -Dpictures=FOLDER} leaves pictures of the page for people to look at. */
  @Test
  void looksAsItShould() throws Exception {
    String folder = System.getProperty("pictures");
    assumeTrue(folder != null, "no -Dpictures=FOLDER");
    for (String medium : List.of("screen", "print")) {
      for (int width : List.of(1280, 360)) {
        for (String scheme : List.of("light", "dark")) {
          size(width);
          browser.call(
              "Emulation.setEmulatedMedia",
              Map.of(
                  "media",
                  medium,
                  "features",
                  List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
          open(report());
          browser.evaluate("document.querySelector('details.file').open = true");
          int height = browser.evaluate("document.documentElement.scrollHeight").asInt();
          for (int y = 0; y < height; y += 1_400) {
            String name = "%s-%s-%d-%d.png".formatted(medium, scheme, width, y / 1_400);
            Files.write(
                Path.of(folder, name), browser.picture(0, y, width, Math.min(1_400, height - y)));
          }
        }
      }
    }
  }
}
