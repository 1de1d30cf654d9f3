package dev.wellknown.report;

import dev.wellknown.finding.Severity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What formats have to know of a run.
 *
 * @param text how text is drawn
 * @param failOn the severity from which findings fail; empty for never
 * @param name from a file's path as given to its path relative to the working directory, with
 *     slashes
 */
public record Setting(TextFormat text, Optional<Severity> failOn, UnaryOperator<String> name) {}
