package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The relations that software in the wild asks for. Any other one of the right form is legal
 * (https://developers.google.com/digital-asset-links/v1/relation-strings), and asked for by nobody.
 */
public enum KnownRelation {
  /** App Links and Trusted Web Activities. */
  HANDLE_ALL_URLS(AssetLinks.HANDLE_ALL_URLS, Reader.of(Platform.ANDROID)),
  /** Passwords and passkeys: asked for through Google's service. */
  GET_LOGIN_CREDS(AssetLinks.GET_LOGIN_CREDS, EnumSet.of(Reader.GOOGLE_API)),
  /** Custom Tabs that speak for the site (ChromeOriginVerifier in Chromium). */
  USE_AS_ORIGIN("delegate_permission/common.use_as_origin", EnumSet.of(Reader.CHROME)),
  /** getInstalledRelatedApps across scopes (digital_asset_links_handler.cc in Chromium). */
  QUERY_WEBAPK("delegate_permission/common.query_webapk", EnumSet.of(Reader.CHROME));

  /** {@code kind/detail}, as Google's service and Android's agent demand it. */
  private static final Pattern FORM = Pattern.compile("[a-z0-9_.]+/[a-z0-9_.]+");

  private static final Map<String, KnownRelation> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(KnownRelation::text, known -> known));
  private static final String KIND = "delegate_permission/";
  private static final String COMMON = KIND + "common.";

  private final String text;
  private final Set<Reader> readers;

  KnownRelation(String text, Set<Reader> readers) {
    this.text = text;
    this.readers = readers;
  }

  /** As it is written in the file. */
  public String text() {
    return text;
  }

  /** Who asks for it. */
  Set<Reader> readers() {
    return EnumSet.copyOf(readers);
  }

  /** Whether a text has the form of a relation, known or not. */
  public static boolean isWellFormed(String relation) {
    return FORM.matcher(relation).matches();
  }

  /** The relation of this very text. */
  static Optional<KnownRelation> named(String relation) {
    return Optional.ofNullable(BY_TEXT.get(relation));
  }

  /**
   * The one that was meant: one slip of the finger away in {@code kind/detail} or in the detail, in
   * other letter case, with blanks in it, or without the kind or {@code common.}.
   */
  public static Optional<KnownRelation> meantBy(String relation) {
    if (relation.length() > 100) {
      return Optional.empty();
    }
    Optional<KnownRelation> exact = named(relation);
    if (exact.isPresent()) {
      return exact;
    }
    String plain = relation.strip().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(known -> known.isNear(plain)).findFirst();
  }

  private boolean isNear(String plain) {
    String detail = text.substring(COMMON.length());
    return isSlip(plain, text)
        || isSlip(plain, KIND + detail)
        || isSlip(plain, "common." + detail)
        || isSlip(plain, detail)
        || plain.replace('-', '_').equals(text)
        || plain.replace('\\', '/').equals(text)
        || plain.replace("//", "/").equals(text);
  }

  private static boolean isSlip(String one, String other) {
    return Math.abs(one.length() - other.length()) <= 1 && NearMiss.edits(one, other) <= 1;
  }
}
