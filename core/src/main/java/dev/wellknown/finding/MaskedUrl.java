package dev.wellknown.finding;

import java.util.regex.Pattern;

/** Makes addresses fit to show: what may be a secret in them is blotted out. */
public final class MaskedUrl {

  private static final Pattern SECRET =
      Pattern.compile(
          "([?&#;](?:code|state|nonce|[a-z_]*token|session(?:_?id)?|sid|ticket|client_secret|"
              + "password|assertion|code_challenge|samlrequest|samlresponse|relaystate)=)[^&#;]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("//[^/@?#]*@");

  private MaskedUrl() {}

  /**
   * The address without the values of sign-in and session parameters, and without user info. Not
   * yet safe to print: see {@link Printable}.
   */
  public static String of(String url) {
    return USER.matcher(SECRET.matcher(url).replaceAll("$1…")).replaceFirst("//…@");
  }
}
