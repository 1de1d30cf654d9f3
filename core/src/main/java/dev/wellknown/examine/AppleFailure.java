package dev.wellknown.examine;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.fetch.Answered;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why Apple's CDN has no file, as the headers of its answer say; what they mean is known from seen
 * answers alone.
 *
 * @param reason code and text, as they were sent
 * @param code the five digits behind SWCERR; empty where there are none
 * @param status that the host answered Apple's crawler with, or 0
 */
record AppleFailure(String reason, String code, int status) {

  private static final Pattern FORM = Pattern.compile("\\s*SWCERR(\\d{5})(?!\\d)(.*)");
  private static final Pattern STATUS = Pattern.compile(":\\s*(\\d{3})(?!\\d)");
  private static final String BAD_RESPONSE = "00101";
  private static final String PRIVATE_ADDRESS = "00202";
  private static final String TIMEOUT = "00301";
  private static final String BAD_JSON = "00401";
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** What an answer says; empty where it gives no reason. */
  static Optional<AppleFailure> of(Answered answer) {
    return answer
        .headers()
        .first("Apple-Failure-Reason")
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(AppleFailure::read);
  }

  private static AppleFailure read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return new AppleFailure(text, "", 0);
    }
    Matcher status = STATUS.matcher(form.group(2));
    return new AppleFailure(
        text, form.group(1), status.find() ? Integer.parseInt(status.group(1)) : 0);
  }

  /** Whether the crawler found no file: it may have come before the file was there. */
  boolean isAbsence() {
    return code.equals(BAD_RESPONSE) && (status == NOT_FOUND || status == GONE);
  }

  /** The reason, and in words what it means. */
  String words() {
    return quote(reason) + ": " + meaning();
  }

  private String meaning() {
    return switch (code) {
      case BAD_RESPONSE ->
          status == 0
              ? "the host did not answer Apple's crawler with status 200"
              : "the host answered Apple's crawler with status " + status + statusMeaning();
      case PRIVATE_ADDRESS -> "Apple's name servers lead to a private or reserved address";
      case TIMEOUT -> "the host did not answer Apple's crawler in time, or dropped the connection";
      case BAD_JSON -> "what Apple's crawler got is no JSON, as far as that code is known";
      default -> "a reason of which nothing is known";
    };
  }

  private String statusMeaning() {
    if (isAbsence()) {
      return ", so there was no file when it came";
    }
    return switch (status) {
      case 401, 403, 451 -> ", so something shuts it out: by address, country or user agent";
      case 301, 302, 303, 307, 308 -> ", a redirect";
      case 429 -> ", so it had too many requests";
      default -> status >= 500 ? ", an error of the server's own" : "";
    };
  }

  String fix() {
    String next =
        switch (code) {
          case BAD_RESPONSE ->
              "let AASA-Bot/1.0.0 have the file from every address: no firewall, bot check or rule"
                  + " by country or user agent in front of it";
          case PRIVATE_ADDRESS ->
              "give the host a public address on all name servers, not only inside your network";
          case TIMEOUT ->
              "answer within two or three seconds, without a cold start, and drop no connections by"
                  + " address or country";
          default -> "look for AASA-Bot/1.0.0 in the host's log, and for what it was given";
        };
    return next + "; Apple asks again within a day";
  }

  /** Further headers, in words, each a further sentence. */
  static String details(Answered answer) {
    StringBuilder words = new StringBuilder();
    answer
        .headers()
        .first("Apple-Failure-Details")
        .map(AppleFailure::detail)
        .ifPresent(text -> words.append(". Details: ").append(text));
    answer
        .headers()
        .first("Apple-From")
        .ifPresent(text -> words.append(". Apple asked ").append(quote(text)));
    answer
        .headers()
        .first("Apple-Try-Direct")
        .ifPresent(
            text ->
                words
                    .append(". Apple-Try-Direct is ")
                    .append(quote(text))
                    .append(" (true was seen with time-outs; what it means is not known)"));
    return words.toString();
  }

  /** The value of "status" or "cause"; else all of it. */
  private static String detail(String text) {
    Document json = Document.json(text.getBytes(StandardCharsets.ISO_8859_1), "details");
    JsonObject object = json.value().map(JsonValue::asObject).orElse(null);
    if (object != null) {
      for (String name : new String[] {"status", "cause"}) {
        String value = object.text(name);
        if (value != null) {
          return name + " " + quote(value);
        }
      }
    }
    return quote(text);
  }
}
