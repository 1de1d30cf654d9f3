/**
 * Signing in by the browser and coming back to the app (RFC 6749, RFC 7636, RFC 8252): the request,
 * the answer, what a server says when it refuses, and traces of all of it. Values alone; nothing
 * here connects, and secrets are masked wherever a value is shown.
 */
@NullMarked
package dev.wellknown.signin;

import org.jspecify.annotations.NullMarked;
