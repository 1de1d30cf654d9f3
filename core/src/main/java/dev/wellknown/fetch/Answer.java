package dev.wellknown.fetch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one request.
 *
 * @param head its status line and headers
 * @param body what followed
 * @param oddities what was out of order
 * @param trace of the exception that ended the body, or null
 */
record Answer(Head head, Body body, Set<Oddity> oddities, @Nullable String trace) {}
