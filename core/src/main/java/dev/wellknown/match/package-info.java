/** Which app opens a URL, and which rule of a file says so; compiled once, then pure functions. */
@NullMarked
package dev.wellknown.match;

import org.jspecify.annotations.NullMarked;
