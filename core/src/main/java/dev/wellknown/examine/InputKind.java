package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a local file can be. */
public enum InputKind {
  /** Android's association file. */
  ASSETLINKS,
  /** Apple's association file. */
  AASA,
  /** What a team declares. */
  REGISTRATION;

  private static final int LOOKED_AT = 65_536;
  private static final Pattern REGISTRATION_TEXT =
      Pattern.compile("(?m)(^|[{,])[ \\t]*[\"']?format[\"']?\\s*:\\s*[\"']?wellknown/");
  private static final Pattern AASA_TEXT =
      Pattern.compile("\"(applinks|webcredentials|appclips|activitycontinuation|authsrv)\"");
  private static final Pattern ASSETLINKS_TEXT =
      Pattern.compile(
          "\"(sha256_cert_fingerprints|android_app|relation|include)\"|delegate_permission/");

  /** The name used in options and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The association file that this is; empty for a registration. */
  public Optional<Kind> association() {
    return switch (this) {
      case ASSETLINKS -> Optional.of(Kind.ASSETLINKS);
      case AASA -> Optional.of(Kind.AASA);
      case REGISTRATION -> Optional.empty();
    };
  }

  /** Tells the kind from a file's name, else from its content; empty where neither does. */
  static Optional<InputKind> of(String path, byte[] bytes) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.equals("assetlinks.json")) {
      return Optional.of(ASSETLINKS);
    }
    if (name.equals("apple-app-site-association")
        || name.equals("apple-app-site-association.json")) {
      return Optional.of(AASA);
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml") || name.equals("wellknown.json")) {
      return Optional.of(REGISTRATION);
    }
    String text =
        new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    if (REGISTRATION_TEXT.matcher(text).find()) {
      return Optional.of(REGISTRATION);
    }
    if (AASA_TEXT.matcher(text).find()) {
      return Optional.of(AASA);
    }
    return ASSETLINKS_TEXT.matcher(text).find() || text.strip().startsWith("[")
        ? Optional.of(ASSETLINKS)
        : Optional.empty();
  }
}
