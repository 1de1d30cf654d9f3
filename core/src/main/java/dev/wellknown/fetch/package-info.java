/**
 * Asks hosts for files, over HTTPS, and writes down what happened. It knows URIs and nothing of
 * apps, and has no opinion: whether an answer is any good is for others to say.
 *
 * <p>The only package that opens connections. Whatever a server does, an exchange ends in time and
 * keeps to its limits.
 */
@NullMarked
package dev.wellknown.fetch;

import org.jspecify.annotations.NullMarked;
