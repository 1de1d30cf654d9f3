package dev.wellknown.rule.serving;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The rules of group {@code serving}, in the order in which a request meets them. */
public final class ServingRules {

  private static final List<StatusRule> OF_STATUSES =
      List.of(
          new Redirect(),
          new NotFound(),
          new Gone(),
          new AccessDenied(),
          new RateLimited(),
          new ServerError());

  private static final List<ServingRule> BEFORE_THE_ANSWER =
      List.of(
          new HostRefused(),
          new NameNotResolved(),
          new PrivateAddress(),
          new NoRoute(),
          new ConnectionRefused(),
          new ConnectionReset(),
          new TimedOut(),
          new ProxyTrouble(),
          new Interrupted(),
          new AddressWithoutAnswer(),
          new PlainHttpOnTlsPort(),
          new OtherProtocolOnTlsPort(),
          new TlsTooOld(),
          new TlsFailure(),
          new ClientCertificateDemanded(),
          new CertificateExpired(),
          new CertificateNotYetValid(),
          new CertificateWrongHost(),
          new CertificateUntrusted(),
          new CertificateChainIncomplete(),
          new CertificateWeak(),
          new CertificateUnfit(),
          new CertificateExpiresSoon(),
          new MalformedResponse(),
          new TooManyHeaders());

  private static final List<ServingRule> OF_FILES =
      List.of(
          new OtherStatus(OF_STATUSES),
          new RootOnlyFile(),
          new TruncatedBody(),
          new LengthMismatch(),
          new AmbiguousLength(),
          new ContentEncodingBroken(),
          new TooLarge(),
          new EmptyBody(),
          new HtmlInsteadOfFile(),
          new WrongContentType(),
          new MissingContentType(),
          new DuplicateContentType(),
          new WrongCharset(),
          new Slow(),
          new UnsteadyAnswer(),
          new DiffersByUserAgent(),
          new DiffersByTrailingDotHost(),
          new SetsCookies(),
          new NotCacheable(),
          new CachedTooLong());

  /** A line for each. */
  public static final List<Rule<Serving>> ALL = all();

  /** A service that was to be asked for its copy did not answer as it does. */
  public static final RuleInfo COPY_NOT_EXAMINED =
      new RuleInfo(
          "serving/copy-not-examined",
          Severity.WARNING,
          ServingRule.NONE,
          Evidence.OBSERVED,
          "The copy that a platform's service keeps could not be examined");

  /** Apple's CDN has not seen the file yet. */
  public static final RuleInfo APPLE_COPY_MISSING =
      new RuleInfo(
          "serving/apple-copy-missing",
          Severity.WARNING,
          ServingRule.NONE,
          Evidence.OBSERVED,
          "Apple's CDN has no copy of the file that the host serves");

  /** Apple's crawler met something that is not seen from here. */
  public static final RuleInfo APPLE_COPY_FAILED =
      new RuleInfo(
          "serving/apple-copy-failed",
          Severity.WARNING,
          EnumSet.of(Reader.APPLE_CDN),
          Evidence.OBSERVED,
          "Apple's CDN says that it could not get the file");

  /** Google's service met something that is not seen from here. */
  public static final RuleInfo GOOGLE_COPY_FAILED =
      new RuleInfo(
          "serving/google-copy-failed",
          Severity.WARNING,
          EnumSet.of(Reader.GOOGLE_API),
          Evidence.DOCUMENTED,
          "Google's service says that it could not read the file");

  /** The rules that only asking a platform's service can tell. */
  public static final List<RuleInfo> OF_COPIES =
      List.of(COPY_NOT_EXAMINED, APPLE_COPY_MISSING, APPLE_COPY_FAILED, GOOGLE_COPY_FAILED);

  private ServingRules() {}

  private static List<Rule<Serving>> all() {
    List<Rule<Serving>> all = new ArrayList<>(BEFORE_THE_ANSWER);
    all.addAll(OF_STATUSES);
    all.addAll(OF_FILES);
    return List.copyOf(all);
  }

  /** All that is to be said about how a file is served. */
  public static List<Finding> check(Serving serving) {
    List<Finding> findings = new ArrayList<>();
    ALL.forEach(rule -> findings.addAll(rule.check(serving)));
    return findings;
  }
}
