package dev.wellknown.rule.serving;

import dev.wellknown.finding.Finding;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
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
