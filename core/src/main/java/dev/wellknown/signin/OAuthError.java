package dev.wellknown.signin;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Masked;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server said when it refused: as JSON (RFC 6749 §5.2), in the parameters of a redirect
 * (§4.1.2.1), on a page, or as somebody copied it from a screen.
 *
 * @param kind what it comes down to
 * @param code the error code, such as {@code invalid_grant}; null where only words were there
 * @param words the server's own words, with their secrets masked
 * @param redirectUri the redirect URI that the words name, masked; null where they name none
 * @param place where it was told
 */
public record OAuthError(
    Kind kind, @Nullable String code, String words, @Nullable String redirectUri, Location place) {

  /** What a refusal comes down to. The words are those of UAA, and of other known servers. */
  public enum Kind {
    /** The server does not know the redirect URI of the request. */
    REDIRECT_NOT_REGISTERED(
        "did not match one of the registered|redirect_uri_mismatch|AADSTS50011"
            + "|Invalid parameter: redirect_uri|redirect[_ ]ur[il][^.]{0,80}"
            + "(not (registered|allowed|valid|whitelisted|match)|mismatching|does not match)"),
    /** The redirect URI of the token request is not that of the authorization request. */
    REDIRECT_DIFFERS("Redirect URI mismatch"),
    /** The proof key does not fit. */
    VERIFIER("\\bPKCE\\b|code[_ ]verifier|code[_ ]challenge"),
    /** The code came too late. */
    CODE_EXPIRED("Authorization code expired|\\bcode (has |is )?expired"),
    /** The code was used before, or was never given out. */
    CODE_USED("Invalid authorization code|code[^.]{0,60}already (been )?(used|redeemed)"),
    /** The refresh token came too late. */
    REFRESH_EXPIRED("refresh token[^.]{0,40}(expired|not active)|Invalid refresh token"),
    /** No such client. */
    CLIENT_UNKNOWN("No client with requested id|unknown client|client not found|AADSTS700016"),
    /** The client's secret is not accepted. */
    CLIENT_SECRET("Bad client credentials|Invalid client secret|AADSTS7000215"),
    /** The request's header is too large. */
    HEADERS_TOO_LARGE(
        "Request Header Or Cookie Too Large|header fields too large|request header is too large"),
    /** A grant is not accepted, without words that say why. */
    GRANT(null),
    /** Anything else that the server gives as its reason. */
    REFUSED(null);

    private final @Nullable Pattern words;

    Kind(@Nullable String words) {
      this.words =
          words == null ? null : Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private boolean isSaidBy(String text) {
      return words != null && words.matcher(text).find();
    }
  }

  private static final int LONGEST = 32_000;

  private static final Pattern REDIRECT =
      Pattern.compile("(?i)Invalid redirect:?\\s+(\\S+)\\s+did not match");
  private static final Pattern TAG =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<[^<>]{0,2000}>");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{2,40}");

  /**
   * Recognises an error in a text: JSON, a URL, the parameters of one, a page, or plain words.
   *
   * @return empty where nothing in it is an error of a sign-in
   */
  public static Optional<OAuthError> in(String text, Location place) {
    String given = text.substring(0, Math.min(text.length(), LONGEST)).strip();
    String code = null;
    String description = "";
    JsonObject object =
        given.startsWith("{")
            ? Document.confidentialJson(given.getBytes(StandardCharsets.UTF_8), place.uri())
                .value()
                .map(JsonValue::asObject)
                .orElse(null)
            : null;
    if (object != null) {
      code = object.text("error");
      String told = object.text("error_description");
      description = told == null ? "" : told;
    } else if (given.matches("(?s)(\\S*[?#&])?error(_description)?=.*|\\S*[?#&]error=.*")) {
      Parameters parameters =
          given.startsWith("error") ? Parameters.of(given) : Parameters.ofUrl(given);
      code = parameters.value("error").orElse(null);
      description = parameters.value("error_description").orElse("");
    } else {
      description = plain(given);
      Matcher named = Pattern.compile("\\berror\\W{1,4}([a-z]+_[a-z_]+)").matcher(description);
      Matcher bare = Pattern.compile("\\b(invalid_[a-z]+|access_denied)\\b").matcher(description);
      code = named.find() ? named.group(1) : bare.find() ? bare.group(1) : null;
    }
    String known =
        code == null || !CODE.matcher(code).matches() ? null : code.toLowerCase(Locale.ROOT);
    String words = description;
    return kind(known, words)
        .map(kind -> new OAuthError(kind, known, shown(words), redirect(words), place));
  }

  private static Optional<Kind> kind(@Nullable String code, String words) {
    String all = (code == null ? "" : code + " ") + words;
    for (Kind each : Kind.values()) {
      if (each.isSaidBy(all)) {
        return Optional.of(each);
      }
    }
    if (code == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (code) {
          case "invalid_client" -> Kind.CLIENT_SECRET;
          case "unauthorized" ->
              words.toLowerCase(Locale.ROOT).contains("bad credentials")
                  ? Kind.CLIENT_SECRET
                  : Kind.REFUSED;
          case "invalid_grant" -> Kind.GRANT;
          default -> Kind.REFUSED;
        });
  }

  private static @Nullable String redirect(String words) {
    Matcher matcher = REDIRECT.matcher(words);
    return matcher.find() ? Masked.url(matcher.group(1)) : null;
  }

  private static String shown(String words) {
    String masked = Masked.text(words).strip();
    return masked.length() > 160 ? masked.substring(0, 160) + Masked.SECRET : masked;
  }

  /** The text of a page, without its tags. */
  private static String plain(String page) {
    return TAG.matcher(page)
        .replaceAll(" ")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#x2F;", "/")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Code and words, as a message quotes them. */
  public String told() {
    return code == null ? words : words.isEmpty() ? code : code + ": " + words;
  }
}
