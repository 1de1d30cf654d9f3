package dev.wellknown.fetch;

import java.net.URI;
import java.util.List;

/** What happened when one file was asked for. */
public sealed interface Observation permits Answered, Unreachable {

  /** What was asked for. */
  URI uri();

  /** Every attempt, in order and never empty. The rest of the observation tells of the last one. */
  List<Attempt> attempts();

  /** What is known of the way to the server, as far as it went. */
  Connection connection();

  /** How long the steps took. */
  Timings timings();
}
