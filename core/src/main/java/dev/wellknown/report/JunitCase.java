package dev.wellknown.report;

import static dev.wellknown.report.Xml.attribute;

/**
 * One rule at one target.
 *
 * @param suite the target
 * @param name the rule's id, or what else was looked at
 * @param type of a failure or an error
 * @param message in one line
 * @param body everything that was found, in lines
 */
record JunitCase(
    String suite, String name, Outcome outcome, String type, String message, String body) {

  /** How a case ends; of several findings the first here decides. */
  enum Outcome {
    /** A finding at or above the threshold. */
    FAILURE("failure"),
    /** Could not be examined, and may pass another time: the run is no pass. */
    ERROR("error"),
    /** Accepted by a baseline, or not looked at because of something else. */
    SKIPPED("skipped"),
    /** Nothing that counts. */
    PASS("system-out");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }
  }

  void write(StringBuilder out) {
    out.append("    <testcase")
        .append(attribute("name", name))
        // Readers take what is before the last dot for a package.
        .append(attribute("classname", "wellknown." + suite.replace('.', '_')))
        .append(attribute("time", "0.000"));
    boolean bare = outcome == Outcome.PASS && body.isEmpty();
    if (bare) {
      out.append("/>\n");
      return;
    }
    out.append(">\n      <").append(outcome.element);
    if (outcome != Outcome.PASS) {
      out.append(attribute("message", message));
    }
    if (outcome == Outcome.FAILURE || outcome == Outcome.ERROR) {
      out.append(attribute("type", type));
    }
    out.append('>').append(Xml.text(body)).append("</").append(outcome.element).append(">\n");
    out.append("    </testcase>\n");
  }
}
