package dev.wellknown.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of a text.
 *
 * @param value null where reading stopped; then the defects say why
 */
record Parsed(@Nullable JsonValue value, List<Defect> defects) {}
