package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Apple and Google ask for the file without redirects
 * (https://developer.apple.com/documentation/xcode/supporting-associated-domains,
 * https://developer.android.com/training/app-links/configure-assetlinks); Android's own agent turns
 * them off. Chromium sets no such limit, so what it gets depends on the other end.
 */
final class Redirect extends StatusRule {

  private static final int MULTIPLE_CHOICES = 300;

  /** Concluded from what the gateway's documents say of registered apps. */
  private static final String GATE =
      "; the gateway asks for sign-in: the app's fields are empty, it is not registered, or the path"
          + " is not exempt";

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  Redirect() {
    super(
        Severity.ERROR,
        EnumSet.complementOf(EnumSet.of(Reader.CHROME)),
        Evidence.DOCUMENTED,
        "The file's address leads to another one");
  }

  static boolean isRedirect(Answered answer) {
    return STATUSES.contains(answer.status())
        || (answer.status() == MULTIPLE_CHOICES && RedirectTarget.of(answer).isPresent());
  }

  @Override
  boolean takes(Answered answer) {
    return isRedirect(answer);
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    RedirectTarget target = RedirectTarget.of(answer).orElse(null);
    Finding finding =
        answered(serving, answer, meaning(serving, answer, target), fix(serving, answer, target));
    if (target != null) {
      finding =
          finding.withSeen("status " + answer.status() + " to " + Printable.cut(target.text()));
    }
    return isFollowed(answer, target)
        ? finding.withUndecided(readers(serving, EnumSet.of(Reader.CHROME)))
        : finding.withBreaks(serving.kind().readers());
  }

  /** By a reader that follows redirects at all. */
  private static boolean isFollowed(Answered answer, @Nullable RedirectTarget target) {
    return STATUSES.contains(answer.status())
        && target != null
        && target.isWeb()
        && !target.isLoop(answer.uri());
  }

  private static String meaning(Serving serving, Answered answer, @Nullable RedirectTarget target) {
    if (target == null) {
      return "a redirect that does not say where to";
    }
    String to = "it leads to " + Printable.quote(target.text()) + ", ";
    Optional<String> sign = SignInGate.sign(answer, target);
    if (sign.isPresent()) {
      return to + sign.get() + (isGated(serving, target) ? GATE : "");
    }
    if (target.uri() == null) {
      return to + "which is no address";
    }
    return to + difference(answer.uri(), target);
  }

  private static String difference(URI asked, RedirectTarget target) {
    if (!target.isWeb()) {
      return "which is no web address";
    }
    if (target.isLoop(asked)) {
      return "which is where it was asked: a loop";
    }
    if (target.isPlainHttp()) {
      return "which is plain HTTP";
    }
    String from = String.valueOf(asked.getHost()).toLowerCase(Locale.ROOT);
    if (target.host().equals("www." + from)) {
      return "the same name with www";
    }
    if (from.equals("www." + target.host())) {
      return "the same name without www";
    }
    return target.host().equals(from) ? "another path of the same host" : "another host";
  }

  private static String fix(Serving serving, Answered answer, @Nullable RedirectTarget target) {
    String path = serving.path();
    if (SignInGate.sign(answer, target).isPresent()) {
      return "let "
          + path
          + " be read without signing in: "
          + (isGated(serving, target)
              ? SignInGate.REGISTER
              : "exempt the path from authentication");
    }
    if (target != null && target.isLoop(answer.uri())) {
      return "exempt " + path + " from the redirect, and serve the file there";
    }
    return "serve the file at "
        + Printable.quote(answer.uri().toString())
        + " itself: exempt "
        + path
        + " from the redirect"
        + (target != null && target.isWeb() && !target.host().equals(answer.uri().getHost())
            ? ", on every host that apps name"
            : "");
  }

  private static boolean isGated(Serving serving, @Nullable RedirectTarget target) {
    return serving.atGateway() || (target != null && target.host().contains(".piam."));
  }
}
