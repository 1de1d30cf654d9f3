/** Goals: each reads its parameters, calls one verb of core, prints, and translates the verdict. */
@NullMarked
package dev.wellknown.maven;

import org.jspecify.annotations.NullMarked;
