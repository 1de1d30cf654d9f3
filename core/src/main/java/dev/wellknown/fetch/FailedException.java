package dev.wellknown.fetch;

import java.io.Serial;

/** Carries a {@link Failure} from where it is known to where the observation is made. */
final class FailedException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Failure failure;

  FailedException(Failure failure) {
    super(failure.reason().name(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
