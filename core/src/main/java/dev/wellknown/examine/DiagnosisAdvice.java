package dev.wellknown.examine;

import dev.wellknown.finding.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What no file tells: the lines that ask a device or a Mac, for a POSIX shell, and what depends on
 * where somebody taps.
 */
final class DiagnosisAdvice {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.:/@%+-]+");

  /** What a shell would touch neither on this side of adb nor, without quotes, on the other. */
  private static final Pattern PLAIN_URL = Pattern.compile("[A-Za-z0-9_.:/@%+=,~?-]+");

  private final DiagnosisChain chain;
  private final List<DiagnosedApp> apps;

  DiagnosisAdvice(DiagnosisChain chain, List<DiagnosedApp> apps) {
    this.chain = chain;
    this.apps = apps;
  }

  private boolean concerns(Platform platform) {
    return apps.stream().anyMatch(each -> each.platform() == platform);
  }

  /**
   * The lines to run.
   *
   * @param host whose files decide
   */
  List<String> commands(String host) {
    String url = DiagnosisChain.masked(chain.steps().get(0).url());
    List<String> lines = new ArrayList<>();
    if (concerns(Platform.ANDROID)) {
      for (String name : packages()) {
        lines.add("adb shell pm get-app-links " + quoted(name));
        lines.add("adb shell pm verify-app-links --re-verify " + quoted(name));
      }
      lines.add(
          "adb shell am start -a android.intent.action.VIEW"
              + " -c android.intent.category.BROWSABLE -d "
              + twiceQuoted(url));
    }
    if (concerns(Platform.APPLE)) {
      if (!host.isEmpty()) {
        String file = "apple-app-site-association";
        lines.add(
            "curl -sS "
                + quoted("https://app-site-association.cdn-apple.com/a/v1/" + host)
                + " -o "
                + file);
        lines.add("sudo swcutil dl -d " + quoted(host));
        lines.add("sudo swcutil verify -d " + quoted(host) + " -j " + file + " -u " + single(url));
      }
      lines.add("xcrun simctl openurl booted " + single(url));
    }
    return lines;
  }

  private Set<String> packages() {
    Set<String> names = new LinkedHashSet<>();
    apps.stream()
        .filter(each -> each.platform() == Platform.ANDROID && !each.id().equals(AppMatch.ANY))
        .forEach(each -> names.add(each.id()));
    return names;
  }

  private static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : single(word);
  }

  private static String single(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** What goes through adb is read by the device's shell once more. */
  static String twiceQuoted(String url) {
    if (PLAIN_URL.matcher(url).matches()) {
      return single(url);
    }
    return single(single(url.replace("'", "%27")));
  }

  /** What depends on where somebody taps; never a verdict. */
  List<String> advice() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "An address that is typed or pasted into a browser's address bar stays in the browser."
            + " Tap the link in a message or a note.");
    if (concerns(Platform.APPLE)) {
      lines.add(
          "In Safari, a link to the host of the page that it is on stays in Safari. iOS also keeps"
              + " a user's choice: hold the link, and choose to open it in the app.");
      lines.add(
          "iOS asks for the file when the app is installed or updated, and then about once a week,"
              + " through Apple's CDN: reinstall the app after the file was mended.");
    }
    if (concerns(Platform.ANDROID)) {
      lines.add(
          "On Android, \"Open supported links\" may be off in the app's settings. From Android 12"
              + " on a link that is not verified goes to the browser, up to Android 11 to a"
              + " chooser.");
    }
    lines.add(
        "Browsers inside other apps (mail, chat, social networks) decide themselves whether they"
            + " hand a link on.");
    if (chain.steps().size() > 1) {
      lines.add(
          "Tapped in an app, both systems look at the first address alone. In a browser, an HTTP"
              + " redirect of a tapped link may still open the app at a later address (vendors"
              + " disagree for Safari), one by a page's script or meta refresh does not.");
    }
    return lines;
  }
}
