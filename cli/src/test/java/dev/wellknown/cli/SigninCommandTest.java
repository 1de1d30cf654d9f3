package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigninCommandTest {

  private static final String BACK = "https://demo-mmna-demo.eu1.mindsphere.io/login";

  @TempDir Path directory;

  /** What a run left behind. */
  private record Result(int code, String out, String err) {}

  @BeforeEach
  void copyTheExample() throws IOException {
    Files.copy(
        Path.of("../examples/insights-hub/wellknown.yaml"), directory.resolve("wellknown.yaml"));
  }

  private Result run(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            Map.of(),
            directory,
            args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void goesFromTheRegistrationAloneToASignInAndBack() {
    Result begun = run("", "signin");
    assertThat(begun.code()).isZero();
    assertThat(begun.err()).isEmpty();
    assertThat(begun.out())
        .contains(
            "open      https://demo.piam.eu1.mindsphere.io/oauth/authorize?response_type=code"
                + "&client_id=mobile-client-demo-mmna"
                + "&redirect_uri=https%3A%2F%2Fdemo-mmna-demo.eu1.mindsphere.io%2Flogin",
            "verifier  ", "assumed: the address of sign-in is inferred");
    Matcher state = Pattern.compile("state {5}(\\S{43})\n").matcher(begun.out());
    assertThat(state.find()).isTrue();
    Result answer =
        run(
            BACK + "?code=HIDE&state=" + state.group(1) + "\n" + state.group(1) + "\n",
            "signin",
            "--callback",
            "-");
    assertThat(answer.out())
        .isEqualTo("good: the state is the one that was sent  " + BACK + "?code=…&state=…\n");
    assertThat(answer.code()).isZero();
    assertThat(run("", "signin").out()).doesNotContain(state.group(1));
  }

  @Test
  void tellsAnAnswerThatHasToBeDropped() {
    Result changed = run("", "signin", "--callback", BACK + "?code=HIDE&state=b", "--state", "a");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).startsWith("drop it").contains("[signin/state-changed]");
    Result missing = run("", "signin", "--callback", BACK + "?code=HIDE", "--state", "a");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.out()).contains("[signin/state-missing]");
    assertThat(changed.out() + missing.out()).doesNotContain("HIDE");
  }

  @Test
  void tellsARefusalFromABrokenLink() {
    Result refused =
        run(
            "",
            "signin",
            "--callback",
            BACK + "?error=access_denied%1B[31m&error_description=code%3DHIDE&state=a",
            "--state=a");
    assertThat(refused.code()).isZero();
    assertThat(refused.out())
        .startsWith("refused by the server")
        .contains("so the link works")
        .doesNotContain("HIDE", "\u001b");
  }

  @Test
  void takesNoCodeBesideAnErrorOrInTheFragment() {
    String both = BACK + "?code=HIDE&error=access_denied&state=a";
    Result json = run("", "signin", "--callback", both, "--state=a", "--format=json");
    assertThat(json.out()).contains("\"good\": false", "the code beside it is not to be used");
    assertThat(run("", "signin", "--callback", both, "--state=a").out())
        .startsWith("refused by the server");
    Result fragment = run("", "signin", "--callback", BACK + "#code=HIDE&state=a", "--state=a");
    assertThat(fragment.code()).isEqualTo(2);
    assertThat(fragment.err()).contains("has its code behind #").doesNotContain("HIDE");
    assertThat(fragment.out()).isEmpty();
  }

  @Test
  void dropsAnAnswerOfAnotherTenant() throws IOException {
    Path registration = directory.resolve("wellknown.yaml");
    Files.writeString(
        registration,
        Files.readString(registration)
            .replaceFirst("(?m)^( +)providerTenant: demo", "$0\n$1operatorTenants: [oper]"));
    String operators = BACK.replace("demo-mmna-demo", "oper-mmna-oper") + "?code=HIDE&state=a";
    Result dropped = run("", "signin", "--tenant", "demo", "--callback", operators, "--state", "a");
    assertThat(dropped.code()).isEqualTo(1);
    assertThat(dropped.out())
        .startsWith("drop it")
        .contains("on the host of another tenant than \"demo\"")
        .doesNotContain("HIDE");
    assertThat(run("", "signin", "--tenant=oper", "--callback", operators, "--state=a").out())
        .startsWith("good");
    assertThat(run("", "signin", "--callback", operators, "--state=a").out()).startsWith("good");
    assertThat(run("", "signin", "--tenant=opr", "--callback", operators, "--state=a").err())
        .contains("did you mean oper?");
  }

  @Test
  void knowsNothingOfAnAnswerWithoutAState() {
    Result unknown = run(BACK + "?code=HIDE&state=b\n", "signin", "--callback", "-");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.out()).startsWith("not known: no state was given").doesNotContain("HIDE");
    Result json = run(BACK + "?code=HIDE\n", "signin", "--callback=-", "--format=json");
    assertThat(json.out())
        .contains(
            "\"format\": \"wellknown-signin/1\"", "\"good\": false", "\"stateCompared\": false")
        .doesNotContain("HIDE");
  }

  @Test
  void refusesWhatCannotBeUsed() {
    assertThat(run("", "signin", "--callback", "-").code()).isEqualTo(2);
    assertThat(run("", "signin", "--callback", "hello", "--state", "a").err())
        .contains("has neither code nor error");
    assertThat(run("", "signin", "--state", "a").err()).contains("add --callback URL");
    assertThat(run("", "signin", "--tenant", "nobody").err()).contains("it has demo");
    assertThat(run("", "signin", "--tenant", "nobody").code()).isEqualTo(2);
  }

  @Test
  void givesProgramsWhatItMade() {
    Result json = run("", "signin", "--format", "json");
    assertThat(json.code()).isZero();
    assertThat(json.out())
        .contains(
            "\"tenant\": \"demo\"", "\"codeVerifier\": \"", "\"codeChallengeMethod\": \"S256\"");
  }
}
