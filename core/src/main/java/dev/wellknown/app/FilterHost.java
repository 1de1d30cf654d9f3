package dev.wellknown.app;

import dev.wellknown.json.Position;
import org.jspecify.annotations.Nullable;

/**
 * A host of an intent filter.
 *
 * @param host may begin with a star
 * @param port counts for links only, never for verification; null for any port
 * @param position the {@code data} element's tag
 */
public record FilterHost(ManifestValue host, @Nullable ManifestValue port, Position position) {}
