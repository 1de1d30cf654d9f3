package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.registration.Registration;
import dev.wellknown.rule.signin.JourneyRules;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import java.util.List;
import java.util.Optional;

/**
 * What came back from a sign-in, judged.
 *
 * @param callback what came; shown masked
 * @param compared whether there was a state to compare its own with
 * @param findings what is wrong with it
 */
public record SignInAnswer(Callback callback, boolean compared, List<Reported> findings) {

  public SignInAnswer {
    findings = List.copyOf(findings);
  }

  /**
   * Judges it.
   *
   * @param url what came back, as it came
   * @param state the state that was sent; empty where nobody kept it
   * @param registration path of the registration whose redirect URIs it is compared with
   * @param tenant the tenant of Insights Hub that was signed in to; empty for any
   * @throws UnusableInputException where the text is no answer of a sign-in, or the registration is
   *     none or does not know the tenant
   */
  public static SignInAnswer of(
      Inputs inputs,
      String url,
      Optional<String> state,
      Optional<String> registration,
      Optional<String> tenant)
      throws UnusableInputException {
    Callback callback = new Callback(url, Location.of("the callback"));
    if (!callback.hasCode() && callback.error().isEmpty()) {
      throw new UnusableInputException(
          "the callback has neither code nor error, so it is no answer of a sign-in; give the whole"
              + " URL, in quotes, or on standard input with --callback -");
    }
    if (callback.isInFragment() && callback.error().isEmpty()) {
      throw new UnusableInputException(
          "the callback has its code behind #, and response_type=code is answered in the query (RFC"
              + " 6749 section 4.1.2); ask with response_type=code and no other response_mode than"
              + " query");
    }
    Optional<Registration> declared = Optional.empty();
    Severities severities = Severities.UNCHANGED;
    if (registration.isPresent()) {
      RegistrationExamination examination =
          RegistrationExamination.of(inputs.read(registration.get()), registration.get(), false);
      declared = examination.registration();
      severities = examination.severities();
    }
    if (tenant.isPresent()) {
      SignInStart.requireTenant(
          declared.orElseThrow(
              () ->
                  new UnusableInputException(
                      "the tenant is looked up in a registration without errors, and there is"
                          + " none")),
          registration.orElse(""),
          tenant.get());
    }
    List<Finding> findings = JourneyRules.check(Journey.of(callback, state, declared, tenant));
    return new SignInAnswer(
        callback, state.isPresent(), Reported.all(severities.apply(findings), name -> name));
  }

  /**
   * Whether its code may be used: the state is the one that was sent, and nothing is wrong. An
   * error beside the code refuses it (RFC 6749 §4.1.2.1).
   */
  public boolean isGood() {
    return compared
        && callback.hasCode()
        && callback.error().isEmpty()
        && outcome() == Report.Outcome.CLEAN;
  }

  /** How it ended; a state that was not compared is not known to be the right one. */
  public Report.Outcome outcome() {
    if (findings.stream().anyMatch(each -> Findings.isError(each.finding()))) {
      return Report.Outcome.FINDINGS;
    }
    return compared ? Report.Outcome.CLEAN : Report.Outcome.UNDETERMINED;
  }
}
