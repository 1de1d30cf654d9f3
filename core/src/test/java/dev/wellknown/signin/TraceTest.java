package dev.wellknown.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.finding.Location;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {

  private static Trace read(String text) throws UnreadableTraceException {
    return Trace.read(text.getBytes(StandardCharsets.UTF_8), "t.txt");
  }

  @Test
  void readsLinesOfUrlStatusAndLocation() throws UnreadableTraceException {
    Trace trace =
        read(
            "\uFEFF# tap\r\n\r\nhttps://A.example:443/x 302 app:/b?code=1\r\n app:/b?code=1 - -\n");
    assertThat(trace.hops()).hasSize(2);
    Hop first = trace.hops().get(0);
    assertThat(first.status()).isEqualTo(302);
    assertThat(first.location()).isEqualTo("app:/b?code=1");
    assertThat(first.host()).isEqualTo("a.example");
    assertThat(first.place()).isEqualTo(new Location("t.txt", null, 3, 1));
    assertThat(trace.hops().get(1).status()).isNull();
  }

  @Test
  void readsWhatBrowsersExport() throws UnreadableTraceException {
    Trace trace =
        read(
            """
            {"log": {"entries": [
              {"request": {"url": "https://a.example/token", "method": "POST",
                  "headersSize": -1, "headers": [{"name": "Cookie", "value": "abc"}],
                  "postData": {"params": [{"name": "grant_type", "value": "a%2Fb"},
                                          {"name": "redirect_uri", "value": "https://x/y"}]}},
               "response": {"status": 302, "redirectURL": "",
                  "headers": [{"name": "LOCATION", "value": "/next"}]}},
              {"request": {"url": "https://a.example/next"}, "response": {"status": 0}}
            ]}}
            """);
    Hop first = trace.hops().get(0);
    assertThat(first.location()).isEqualTo("/next");
    assertThat(first.headerBytes()).isEqualTo(13);
    assertThat(first.parameter("grant_type")).contains("a/b");
    assertThat(first.parameter("redirect_uri")).contains("https://x/y");
    assertThat(first.place().pointer()).isEqualTo("/log/entries/0");
    assertThat(trace.hops().get(1).status()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example/ 200~shop.example/login?code=HIDE 200 | t.txt:2 is not URL STATUS
          https://a.example/?code=HIDE okay                       | t.txt:1 has no status of three
          https://a.example/?code=HIDE 302 app:/b HIDE            | t.txt:1 is not URL STATUS
          {"log": {"entries": [{"request": "HIDE"}]}}             | t.txt:1:22 /log/entries/0 has no
          {"log": {"code": HIDE}}                                 | t.txt:1:18 breaks the JSON
          {"entries": []}                                         | no HAR
          {"log": {"entries": []}}                                | no exchange in it
          # nothing                                               | no exchange in it
          """)
  void saysWhereATraceBreaksAndQuotesNoValue(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .isInstanceOf(UnreadableTraceException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("HIDE");
  }

  @Test
  void refusesMoreThanTwentyMegabytes() {
    assertThatThrownBy(() -> Trace.read(new byte[Trace.MAX_BYTES + 1], "big.har"))
        .isInstanceOf(UnreadableTraceException.class)
        .hasMessageContaining("big.har has more than 20 MB");
  }

  @Test
  void refusesMoreExchangesThanASignInHas() {
    assertThatThrownBy(() -> read("https://a.example/ 200\n".repeat(5_001)))
        .hasMessageContaining("more than 5000 exchanges");
  }

  @Test
  void findsTheErrorOnAPageOfTheTrace() throws UnreadableTraceException {
    Trace trace =
        read(
            """
            {"log": {"entries": [{"request": {"url": "https://a.example/authorize"},
              "response": {"status": 400, "content": {"text":
                "<style>p{}</style><p>Invalid redirect app:/b?code=HIDE did not match one of the registered values</p>"}}}]}}
            """);
    OAuthError error = Journey.of(trace, Optional.empty()).errors().get(0);
    assertThat(error.kind()).isEqualTo(OAuthError.Kind.REDIRECT_NOT_REGISTERED);
    assertThat(error.redirectUri()).isEqualTo("app:/b?code=…");
    assertThat(error.words()).doesNotContain("HIDE", "p{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Invalid redirect https://a/ did not match one of the registered values | REDIRECT_NOT_REGISTERED
          {"error":"invalid_grant","error_description":"Redirect URI mismatch."} | REDIRECT_DIFFERS
          {"error":"invalid_grant","error_description":"PKCE error: Code verifier must be provided"} | VERIFIER
          {"error":"invalid_grant","error_description":"Authorization code expired"} | CODE_EXPIRED
          {"error":"invalid_grant","error_description":"Invalid authorization code: x"} | CODE_USED
          {"error":"invalid_token","error_description":"Invalid refresh token expired at now"} | REFRESH_EXPIRED
          {"error":"invalid_client","error_description":"No client with requested id: x"} | CLIENT_UNKNOWN
          {"error":"invalid_client","error_description":"Bad client credentials"} | CLIENT_SECRET
          {"error":"unauthorized","error_description":"Bad credentials"} | CLIENT_SECRET
          <h1>400 Bad Request</h1><p>Request Header Or Cookie Too Large | HEADERS_TOO_LARGE
          https://a.example/login?error=login_required&state=s | REFUSED
          {"error":"invalid_grant"} | GRANT
          """)
  void recognisesWhatServersSay(String text, OAuthError.Kind kind) {
    assertThat(OAuthError.in(text, Location.of("x")).orElseThrow().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"access_token":"x"}
          {"error":
          Welcome back, here is your machine
          https://a.example/login?code=x
          """)
  void findsNoErrorWhereThereIsNone(String text) {
    assertThat(OAuthError.in(text, Location.of("x"))).isEmpty();
  }
}
