package dev.wellknown.examine;

import dev.wellknown.fetch.Observation;
import dev.wellknown.rule.serving.Serving;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a file was judged by, for people who want to see it themselves. Everything in it comes from
 * outside and is not safe to print. Holds what was there anyway and copies nothing, so that it
 * costs nothing where nobody asks.
 */
public sealed interface Evidence {

  /** The file's own text; empty where nothing was had that could be the file. */
  Optional<String> text();

  /** What a host did when it was asked for a file of this kind. */
  record Exchange(InputKind kind, Observation seen) implements Evidence {
    @Override
    public Optional<String> text() {
      return kind.association()
          .flatMap(association -> Serving.of(association, seen, Instant.EPOCH).file())
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** A file on this machine. */
  record Local(String content) implements Evidence {
    @Override
    public Optional<String> text() {
      return Optional.of(content);
    }
  }
}
