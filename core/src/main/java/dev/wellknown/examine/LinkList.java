package dev.wellknown.examine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Links of a list with one a line, of any length. Blank lines and those that begin with {@code #}
 * are passed over, and so is a byte order mark.
 */
public final class LinkList {

  private LinkList() {}

  /**
   * The links, in their order.
   *
   * @param name what the list is called in messages
   * @throws UnusableInputException where a line is no link, or the list cannot be read
   */
  public static List<String> read(InputStream list, String name) throws UnusableInputException {
    List<String> links = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
    int number = 0;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          links.add(checked(text, name + ", line " + number));
        }
      }
    } catch (UnusableInputException e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableInputException(name + " cannot be read");
    }
    return links;
  }

  private static String checked(String text, String place) throws UnusableInputException {
    try {
      return LinkUrl.of(text).text();
    } catch (UnusableInputException e) {
      throw new UnusableInputException(place + ": " + e.getMessage());
    }
  }
}
