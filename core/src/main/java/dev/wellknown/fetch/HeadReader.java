package dev.wellknown.fetch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Reads status line and headers, line by line, and takes nothing that is not one (RFC 9112). */
final class HeadReader {

  private static final int MOST_HEADERS = 2000;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/([0-9]+)\\.[0-9]+ +(\\S+)(?: (.*))?", Pattern.DOTALL);
  private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final SessionInputBufferImpl buffer;
  private final GuardedInput in;

  HeadReader(SessionInputBufferImpl buffer, GuardedInput in) {
    this.buffer = buffer;
    this.in = in;
  }

  /**
   * Reads one.
   *
   * @throws FailedException where what comes is none, or ends before its time
   * @throws IOException where the connection fails
   */
  Head read() throws IOException, FailedException {
    String first = line();
    Matcher status = STATUS_LINE.matcher(first);
    if (!status.matches()) {
      throw new FailedException(Failure.of(Malformed.STATUS_LINE));
    }
    if (!status.group(1).equals("1")) {
      throw new FailedException(Failure.of(Malformed.VERSION));
    }
    if (!STATUS.matcher(status.group(2)).matches()) {
      throw new FailedException(Failure.of(Malformed.STATUS_CODE));
    }
    String reason = status.group(3) == null ? "" : status.group(3);
    List<Header> headers = new ArrayList<>();
    boolean folded = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      char start = line.charAt(0);
      if ((start == ' ' || start == '\t') && !headers.isEmpty()) {
        Header before = headers.remove(headers.size() - 1);
        headers.add(new Header(before.name(), before.value() + " " + trim(line)));
        folded = true;
      } else {
        headers.add(header(line));
      }
      if (headers.size() > MOST_HEADERS) {
        throw new FailedException(Failure.of(Reason.TOO_MUCH_HEAD, Phase.ANSWER));
      }
    }
    return new Head(
        first.substring(0, first.indexOf(' ')),
        Integer.parseInt(status.group(2)),
        reason,
        new Headers(headers),
        folded);
  }

  private String line() throws IOException, FailedException {
    CharArrayBuffer line = new CharArrayBuffer(128);
    if (buffer.readLine(line, in) < 0) {
      throw new FailedException(Failure.of(Reason.CLOSED, Phase.ANSWER));
    }
    if (in.hasEnded()) {
      // The last line came without its end, and the headers without theirs.
      throw new FailedException(Failure.of(Reason.CLOSED, Phase.ANSWER));
    }
    return line.toString();
  }

  private static Header header(String line) throws FailedException {
    int colon = line.indexOf(':');
    if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
      throw new FailedException(Failure.of(Malformed.HEADER));
    }
    return new Header(line.substring(0, colon), trim(line.substring(colon + 1)));
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t';
  }
}
