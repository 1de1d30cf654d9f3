package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.CertificateProblem;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Malformed;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

  private static final String SITE = "https://site.example";
  private static final String LIST = SITE + "/.well-known/assetlinks.json";
  private static final String LOGIN = "delegate_permission/common.get_login_creds";
  private static final String LINKS = "delegate_permission/common.handle_all_urls";
  private static final String PRINT =
      "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";
  private static final String OTHER = PRINT.replace("14:6D", "24:6D");

  private final Map<String, Function<URI, Observation>> web = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void listsAStatementForEveryRelationAndCertificate() {
    serve(
        LIST,
        "[{'relation':['"
            + LINKS
            + "','"
            + LOGIN
            + "'],'target':"
            + app("'" + PRINT + "','" + OTHER + "'")
            + "},"
            + web(LOGIN, "HTTPS://T.example.:443")
            + "]");
    Statements all = list();
    assertThat(all.statements())
        .extracting(each -> each.relation() + " " + each.target())
        .containsExactly(
            LINKS + " org.example.app@" + PRINT,
            LINKS + " org.example.app@" + OTHER,
            LOGIN + " org.example.app@" + PRINT,
            LOGIN + " org.example.app@" + OTHER,
            LOGIN + " https://t.example");
    assertThat(all.linked()).isEmpty();
    assertThat(all.errorCodes()).isEmpty();
    assertThat(list(LOGIN).statements()).hasSize(3);
    assertThat(list("a/b").statements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://t.example, http://t.example, true",
    "http://t.example, http://t.example:80, true",
    "http://t.example, https://t.example, false",
    "http://t.example, http://t.example:8080, false",
    "https://t.example:443, https://t.example, true",
    "https://t.example, https://T.EXAMPLE., true",
    "https://t.example:443, http://t.example:443, false",
    "https://t.example:444, https://t.example:444, true",
    "https://t.example:444, https://t.example, false",
    "https://t.example, https://www.t.example, false",
  })
  void comparesSites(String stated, String target, boolean linked) {
    serve(LIST, "[" + web(LINKS, stated) + "]");
    assertThat(linked(target).linked()).contains(linked);
  }

  @Test
  void comparesAppsByPackageAndOneCertificate() {
    serve(LIST, "[" + statement(LINKS, app("'" + OTHER + "','" + PRINT + "'")) + "]");
    assertThat(linked("org.example.app@" + PRINT).linked()).contains(true);
    assertThat(linked("org.example.App@" + PRINT).linked()).contains(false);
    assertThat(linked("org.example.app@" + PRINT.replace("14:6D", "34:6D")).linked())
        .contains(false);
  }

  @Test
  void takesWordsThatNobodyUsesAsTheyAre() {
    String zeros = "00" + ":00".repeat(31);
    serve(
        LIST,
        "["
            + web("delegate_permission/get_login_creds", "https://t.example")
            + ","
            + statement(LINKS, app("'" + zeros + "'").replace("org.example.app", "app"))
            + "]");
    assertThat(list().errorCodes()).isEmpty();
    assertThat(list().statements()).hasSize(2);
    assertThat(linked("app@" + zeros).linked()).contains(true);
  }

  @Test
  void countsAStatementWhoseRulesForLinksAreBad() {
    serve(
        LIST,
        "[{'relation':['"
            + LINKS
            + "'],'target':"
            + app("'" + PRINT + "'")
            + ",'relation_extensions':{'"
            + LINKS
            + "':{'dynamic_app_link_components':[{'/':5}]}}}]");
    assertThat(linked("org.example.app@" + PRINT).linked()).contains(true);
    assertThat(list().errorCodes()).isEmpty();
  }

  @Test
  void passesOverASiteWithAPathThoughChromiumWantsIt() {
    serve(
        LIST,
        "["
            + web("delegate_permission/common.query_webapk", "https://t.example/m.json")
            + ","
            + web(LOGIN, "https://t.example")
            + "]");
    assertThat(list().errorCodes()).containsExactly(ErrorCode.MALFORMED_CONTENT);
    assertThat(list().statements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "5",
        "null",
        "[]",
        "{'include':''}",
        "{'include':5}",
        "{'include':'inc.json'}",
        "{'include':'https://u@other.example/x'}",
        "{'include':'ftp://other.example/x'}",
        "{'include':'https://other.example/x','target':{}}",
        "{'relation':['a/b'],'target':{'namespace':'ios_app','appid':'x'}}",
        "{'relation':['a/b',5],'target':{'namespace':'web','site':'https://x.example'}}",
        "{'relation':'a/b','target':{'namespace':'web','site':'https://x.example'}}",
        "{'relation':['a/b'],'target':{'namespace':'web','site':'https://x.example/'}}"
      })
  void passesOverABadElementAndSaysSo(String element) {
    serve(LIST, "[" + element + "," + web(LINKS, "https://t.example") + "]");
    Statements answer = linked("https://t.example");
    assertThat(answer.linked()).contains(true);
    assertThat(answer.errorCodes()).containsExactly(ErrorCode.MALFORMED_CONTENT);
    assertThat(asked).containsExactly(LIST);
    assertThat(list().statements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{",
        "42",
        "'foo'",
        "{}",
        "{'relation':5}",
        "{'target':{}}",
        "",
        "[] trailing",
        "\uFEFF[]",
        "<html>"
      })
  void losesAListThatIsNone(String text) {
    serve(LIST, text);
    assertThat(list().errorCodes()).containsExactly(ErrorCode.MALFORMED_CONTENT);
    assertThat(list().statements()).isEmpty();
    assertThat(list().undetermined()).isFalse();
  }

  @Test
  void listsNoMoreThanAnybodyCanRead() {
    StringBuilder relations = new StringBuilder();
    StringBuilder fingerprints = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      String separator = i == 0 ? "" : ",";
      relations.append(separator).append("'a/").append(i).append("'");
      String octets = String.format("%02X:%02X", i >> 8, i & 0xFF);
      fingerprints.append(separator).append("'" + octets + PRINT.substring(5) + "'");
    }
    String last = String.format("%02X:%02X", 4_999 >> 8, 4_999 & 0xFF) + PRINT.substring(5);
    serve(LIST, "[{'relation':[" + relations + "],'target':" + app(fingerprints.toString()) + "}]");
    assertThat(list().statements()).hasSize(Statements.MOST);
    assertThat(list().errorCodes()).containsExactly(ErrorCode.TOO_LARGE);
    assertThat(list("a/4999").statements()).hasSize(5_000);
    assertThat(list("a/4999").errorCodes()).isEmpty();
    assertThat(ask(Optional.of("a/4999"), Optional.of("org.example.app@" + last)).linked())
        .contains(true);
  }

  @Test
  @Timeout(10)
  void readsAListOfPlaceholdersInTime() {
    String zeros = "'00" + ":00".repeat(31) + "'";
    String many = String.join(",", Collections.nCopies(9_000, zeros));
    serve(LIST, "[" + statement(LINKS, app(many)) + "]");
    assertThat(list().statements()).hasSize(1);
    assertThat(list().errorCodes()).isEmpty();
  }

  @Test
  void findsNothingWrongWithAListThatStatesNothing() {
    serve(LIST, "[]");
    assertThat(list().errorCodes()).isEmpty();
    assertThat(linked("https://t.example").linked()).contains(false);
  }

  @Test
  void endsIncludesThatGoInACircle() {
    serve(LIST, "[{'include':'https://site.example/a.json'}]");
    serve(
        SITE + "/a.json",
        "[{'include':'https://site.example/b.json'}," + web(LINKS, "https://t.example") + "]");
    serve(SITE + "/b.json", "[{'include':'https://site.example/a.json'}]");
    Statements answer = linked("https://t.example");
    assertThat(answer.linked()).contains(true);
    assertThat(answer.errorCodes()).containsExactly(ErrorCode.FETCH_BUDGET_EXHAUSTED);
    assertThat(asked).hasSize(3);
  }

  @Test
  void readsAListOnceThatTwoOthersInclude() {
    serve(
        LIST,
        "[{'include':'https://site.example/a.json'},{'include':'https://site.example/b.json'}]");
    serve(SITE + "/a.json", "[{'include':'https://site.example/c.json'}]");
    serve(SITE + "/b.json", "[{'include':'https://site.example/c.json'}]");
    serve(SITE + "/c.json", "[" + web(LINKS, "https://t.example") + "]");
    assertThat(list().errorCodes()).isEmpty();
    assertThat(list().statements()).hasSize(1);
    assertThat(asked).hasSize(8);
  }

  @Test
  void endsWhereTheBudgetEnds() {
    StringBuilder list = new StringBuilder("[");
    for (int i = 1; i <= 12; i++) {
      list.append("{'include':'https://other.example/").append(i).append("'},");
      serve("https://other.example/" + i, "[" + web(LINKS, "https://t" + i + ".example") + "]");
    }
    serve(LIST, list + web(LINKS, "https://t.example") + "]");
    Statements answer = list();
    assertThat(answer.errorCodes()).containsExactly(ErrorCode.FETCH_BUDGET_EXHAUSTED);
    assertThat(answer.statements()).hasSize(11);
    assertThat(asked).hasSize(1 + IncludeBudget.LISTS);
  }

  @Test
  void asksNoIncludeOverHttp() {
    serve(LIST, "[{'include':'HTTP://other.example/i.json'},{'include':'https://site.example/i'}]");
    serve(SITE + "/i", "[" + web(LINKS, "https://t.example") + "]");
    Statements answer = linked("https://t.example");
    assertThat(answer.linked()).contains(true);
    assertThat(answer.errorCodes()).containsExactly(ErrorCode.SECURE_ASSET_INCLUDES_INSECURE);
    assertThat(asked).noneMatch(uri -> uri.startsWith("http:"));
  }

  @Test
  void doesNotDecideByAnIncludeOnAnotherPort() {
    serve(LIST, "[{'include':'https://other.example:8443/i'}]");
    Statements answer = linked("https://t.example");
    assertThat(answer.linked()).contains(false);
    assertThat(answer.undetermined()).isTrue();
    assertThat(answer.errorCodes()).containsExactly(ErrorCode.FETCH_ERROR);
    assertThat(asked).containsExactly(LIST);
  }

  @ParameterizedTest
  @CsvSource({
    "301, REDIRECT, false",
    "302, REDIRECT, false",
    "303, REDIRECT, false",
    "307, REDIRECT, false",
    "308, REDIRECT, false",
    "204, FETCH_ERROR, false",
    "304, FETCH_ERROR, false",
    "401, FETCH_ERROR, false",
    "403, FETCH_ERROR, false",
    "404, FETCH_ERROR, false",
    "410, FETCH_ERROR, false",
    "429, FETCH_ERROR, true",
    "500, FETCH_ERROR, true",
    "503, FETCH_ERROR, true",
  })
  void takesNoStatusBut200(int status, ErrorCode code, boolean undetermined) {
    answer(
        uri -> Answered.of(uri, status, json(), body("[" + web(LINKS, "https://t.example") + "]")));
    Statements answer = linked("https://t.example");
    assertThat(answer.linked()).contains(false);
    assertThat(answer.errorCodes()).containsExactly(code);
    assertThat(answer.undetermined()).isEqualTo(undetermined);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON;charset=\"x\"",
        " application/json "
      })
  void takesTheTypeOfJson(String type) {
    answer(uri -> Answered.of(uri, 200, Headers.of("Content-Type", type), body("[]")));
    assertThat(list().errorCodes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "text/html", "application/octet-stream", "text/json"})
  void takesNoOtherType(String type) {
    Headers headers = type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type);
    answer(
        uri -> Answered.of(uri, 200, headers, body("[" + web(LINKS, "https://t.example") + "]")));
    assertThat(list().errorCodes()).containsExactly(ErrorCode.WRONG_CONTENT_TYPE);
    assertThat(list().statements()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Incomplete.class)
  void takesNoBodyThatIsNotWhole(Incomplete incomplete) {
    byte[] bytes = ("[" + web(LINKS, "https://t.example") + "]").replace('\'', '"').getBytes();
    answer(uri -> Answered.of(uri, 200, json(), new Body(bytes, bytes.length, incomplete)));
    Statements answer = linked("https://t.example");
    assertThat(answer.linked()).contains(false);
    assertThat(answer.errorCodes())
        .containsExactly(
            switch (incomplete) {
              case TOO_LARGE -> ErrorCode.TOO_LARGE;
              case FRAMING_BROKEN, ENCODING_BROKEN, ENCODING_UNKNOWN ->
                  ErrorCode.MALFORMED_HTTP_RESPONSE;
              default -> ErrorCode.FETCH_ERROR;
            });
  }

  @Test
  void saysWhyNothingCouldBeHad() {
    answer(
        uri ->
            Unreachable.of(
                uri,
                Failure.of(List.of(new CertificateProblem(CertificateProblem.Kind.EXPIRED, 0)))));
    assertThat(list().errorCodes()).containsExactly(ErrorCode.FAILED_SSL_VALIDATION);
    assertThat(list().undetermined()).isFalse();
    answer(uri -> Unreachable.of(uri, Failure.of(Malformed.STATUS_LINE)));
    assertThat(list().errorCodes()).containsExactly(ErrorCode.MALFORMED_HTTP_RESPONSE);
    answer(uri -> Unreachable.of(uri, Failure.of(Reason.TIMED_OUT, Phase.CONNECT)));
    assertThat(list().errorCodes()).containsExactly(ErrorCode.FETCH_ERROR);
    assertThat(list().undetermined()).isTrue();
    answer(uri -> Unreachable.of(uri, Failure.of(Reason.ADDRESS_REFUSED, Phase.NAME)));
    assertThat(list().undetermined()).isFalse();
  }

  @Test
  void isSureWhereTheTargetWasFoundBesideTroubleThatMayPass() {
    serve(LIST, "[{'include':'https://other.example/i'}," + web(LINKS, "https://t.example") + "]");
    web.put(
        "https://other.example/i",
        uri -> Unreachable.of(uri, Failure.of(Reason.RESET, Phase.ANSWER)));
    assertThat(linked("https://t.example").undetermined()).isFalse();
    assertThat(linked("https://t.example").errorCodes()).containsExactly(ErrorCode.FETCH_ERROR);
    assertThat(linked("https://u.example").undetermined()).isTrue();
    assertThat(list().undetermined()).isTrue();
  }

  private static Headers json() {
    return Headers.of("Content-Type", "application/json");
  }

  private static Body body(String text) {
    return Body.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private void serve(String uri, String text) {
    web.put(uri, where -> Answered.of(where, 200, json(), body(text)));
  }

  private void answer(Function<URI, Observation> answer) {
    web.put(LIST, answer);
  }

  private static String statement(String relation, String target) {
    return "{'relation':['" + relation + "'],'target':" + target + "}";
  }

  private static String web(String relation, String site) {
    return statement(relation, "{'namespace':'web','site':'" + site + "'}");
  }

  private static String app(String fingerprints) {
    return "{'namespace':'android_app','package_name':'org.example.app','sha256_cert_fingerprints':["
        + fingerprints
        + "]}";
  }

  private Statements list(String... relation) {
    return ask(Optional.of(String.join("", relation)), Optional.empty());
  }

  private Statements linked(String target) {
    return ask(Optional.of(LINKS), Optional.of(target));
  }

  private Statements ask(Optional<String> relation, Optional<String> target) {
    return Statements.ask(
        StatementQuery.of(SITE, relation, target),
        uri -> {
          asked.add(uri.toString());
          return web.getOrDefault(
                  uri.toString(), there -> Answered.of(there, 404, Headers.NONE, Body.EMPTY))
              .apply(uri);
        });
  }
}
