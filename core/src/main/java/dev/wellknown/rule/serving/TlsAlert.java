package dev.wellknown.rule.serving;

import java.util.Map;

/** Names of TLS alerts (RFC 8446 §6, RFC 6066, RFC 7301), and what they mean to an operator. */
final class TlsAlert {

  private static final int HANDSHAKE_FAILURE = 40;
  private static final int UNRECOGNIZED_NAME = 112;
  private static final int INTERNAL_ERROR = 80;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0, "close_notify"),
          Map.entry(10, "unexpected_message"),
          Map.entry(20, "bad_record_mac"),
          Map.entry(22, "record_overflow"),
          Map.entry(HANDSHAKE_FAILURE, "handshake_failure"),
          Map.entry(42, "bad_certificate"),
          Map.entry(43, "unsupported_certificate"),
          Map.entry(44, "certificate_revoked"),
          Map.entry(45, "certificate_expired"),
          Map.entry(46, "certificate_unknown"),
          Map.entry(47, "illegal_parameter"),
          Map.entry(48, "unknown_ca"),
          Map.entry(49, "access_denied"),
          Map.entry(50, "decode_error"),
          Map.entry(51, "decrypt_error"),
          Map.entry(70, "protocol_version"),
          Map.entry(71, "insufficient_security"),
          Map.entry(INTERNAL_ERROR, "internal_error"),
          Map.entry(86, "inappropriate_fallback"),
          Map.entry(90, "user_canceled"),
          Map.entry(109, "missing_extension"),
          Map.entry(110, "unsupported_extension"),
          Map.entry(UNRECOGNIZED_NAME, "unrecognized_name"),
          Map.entry(113, "bad_certificate_status_response"),
          Map.entry(115, "unknown_psk_identity"),
          Map.entry(116, "certificate_required"),
          Map.entry(120, "no_application_protocol"));

  private TlsAlert() {}

  static String name(int code) {
    return "alert "
        + code
        + NAMES.entrySet().stream()
            .filter(entry -> entry.getKey() == code)
            .map(entry -> " (" + entry.getValue() + ")")
            .findFirst()
            .orElse("");
  }

  static String fix(int code) {
    return switch (code) {
      case HANDSHAKE_FAILURE, 71 ->
          "let the server offer the usual cipher suites with forward secrecy (ECDHE with AES-GCM or"
              + " ChaCha20), and a certificate with RSA or P-256";
      case UNRECOGNIZED_NAME ->
          "let the server know this host: it has no site or certificate under this name (SNI)";
      case INTERNAL_ERROR ->
          "look into the server's log; often it has no certificate for this host";
      default -> "look into the server's log and its TLS settings";
    };
  }
}
