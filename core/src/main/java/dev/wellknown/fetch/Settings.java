package dev.wellknown.fetch;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a fetcher was told.
 *
 * @param connectTimeout for one address
 * @param maxTime for one file
 * @param retries at most so many more attempts
 * @param userAgent sent with every request
 * @param maxBytes of a body after decoding
 * @param mappings in the order in which they are tried
 * @param allowedPrivate hosts that may have private addresses
 * @param proxy between us and the hosts, or null
 * @param roots read when they are needed first
 * @param random shared, since making one is slow
 */
record Settings(
    Duration connectTimeout,
    Duration maxTime,
    int retries,
    String userAgent,
    int maxBytes,
    List<ConnectTo> mappings,
    List<HostPattern> allowedPrivate,
    @Nullable ProxyServer proxy,
    Supplier<TrustedRoots> roots,
    SecureRandom random) {}
