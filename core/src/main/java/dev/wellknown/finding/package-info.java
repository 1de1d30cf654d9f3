/** What is said about a file, a host or a registration, and by which rule. */
@NullMarked
package dev.wellknown.finding;

import org.jspecify.annotations.NullMarked;
