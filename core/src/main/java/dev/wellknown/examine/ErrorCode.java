package dev.wellknown.examine;

/**
 * What Google's Digital Asset Links service reports beside an answer, without its prefix {@code
 * ERROR_CODE_} (https://developers.google.com/digital-asset-links/reference/rest).
 */
public enum ErrorCode {
  /** The question is none; nobody was asked. */
  INVALID_QUERY,
  /** A list could not be had. */
  FETCH_ERROR,
  /** The certificate of the server was not accepted. */
  FAILED_SSL_VALIDATION,
  /** The server leads elsewhere, which is not followed. */
  REDIRECT,
  /** A list is larger than what is read. */
  TOO_LARGE,
  /** What came is no HTTP answer. */
  MALFORMED_HTTP_RESPONSE,
  /** The content type is not {@code application/json}. */
  WRONG_CONTENT_TYPE,
  /** A list, or an element of one, is not well formed. */
  MALFORMED_CONTENT,
  /** A list that was had over https includes one that is not. */
  SECURE_ASSET_INCLUDES_INSECURE,
  /** Too many includes, or includes in a circle. */
  FETCH_BUDGET_EXHAUSTED
}
