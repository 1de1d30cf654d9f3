package dev.wellknown.cli;

import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.SignInAnswer;
import dev.wellknown.examine.SignInStart;
import dev.wellknown.report.SignInFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code signin}: the address with which sign-in begins, and a judgement of what came back. */
final class SigninCommand extends Command {

  SigninCommand() {
    super("signin");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Prints the address with which sign-in begins, or judges what came back from it.",
            "Makes a fresh state, and a proof key (PKCE) unless the registration says none. Asks"
                + " nobody. With --callback: exit code 0 where the state is the one that was sent,"
                + " 1 where it is not, 3 where there is none to compare with.");
    spec.addOption(
        option("FILE", "The registration. Default: ./wellknown.yaml.", "-r", "--registration"));
    spec.addOption(
        option(
            "TENANT",
            "On Insights Hub, this tenant alone. Default: all. An answer on another tenant's host is"
                + " dropped.",
            "--tenant"));
    spec.addOption(
        option(
            "URI",
            "The redirect URI of the registration that is used. Default: the first.",
            "--redirect"));
    spec.addOption(
        option(
            "URL",
            "What came back; - reads it from standard input, where no shell history keeps it, and"
                + " the state from a second line.",
            "--callback"));
    spec.addOption(option("STATE", "The state that was sent.", "--state"));
    return common(spec);
  }

  @Override
  int run(Invocation invocation) throws IOException {
    boolean json = invocation.isJson();
    SignInFormat text = new SignInFormat(invocation.text());
    Optional<String> callback = invocation.value("--callback");
    Optional<String> state = invocation.value("--state");
    if (callback.isEmpty() && state.isPresent()) {
      throw new Usage("--state is compared with what came back: add --callback URL");
    }
    if (callback.isPresent()) {
      SignInAnswer answer = answer(invocation, callback.get(), state);
      invocation.print(json ? SignInFormat.json(answer) : text.text(answer));
      return Exit.of(answer.outcome());
    }
    SignInStart start =
        invocation
            .associations()
            .signIn(
                invocation.registration(),
                invocation.value("--tenant"),
                invocation.value("--redirect"));
    invocation.print(json ? SignInFormat.json(start) : text.text(start));
    return start.requests().isEmpty() ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static SignInAnswer answer(Invocation invocation, String callback, Optional<String> state)
      throws IOException {
    Optional<String> registration = invocation.value("--registration");
    Optional<String> tenant = invocation.value("--tenant");
    if (registration.isEmpty()
        && Files.exists(invocation.inputs().resolve(Invocation.REGISTRATION))) {
      registration = Optional.of(Invocation.REGISTRATION);
    }
    if (!callback.equals(Inputs.STANDARD_INPUT)) {
      return invocation.associations().signInAnswer(callback, state, registration, tenant);
    }
    List<String> lines =
        new String(invocation.inputs().read(callback), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) {
      throw new Usage("standard input is empty; enter the URL that came back");
    }
    if (state.isEmpty() && lines.size() > 1) {
      state = Optional.of(lines.get(1));
    }
    return invocation.associations().signInAnswer(lines.get(0), state, registration, tenant);
  }
}
