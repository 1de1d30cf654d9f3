/** The command {@code wellknown}: reads options, calls one verb of core, prints, translates. */
@NullMarked
package dev.wellknown.cli;

import org.jspecify.annotations.NullMarked;
