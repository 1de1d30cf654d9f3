package dev.wellknown.fetch;

/** What a server that does not speak TLS seems to speak, by its first bytes. */
public enum Seen {
  HTTP,
  SSH,
  /** A greeting of SMTP or FTP: three digits. */
  MAIL_OR_FTP,
  OTHER
}
