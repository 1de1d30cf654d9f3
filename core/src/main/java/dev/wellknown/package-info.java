/** The library's front door: {@link dev.wellknown.Associations}. */
@NullMarked
package dev.wellknown;

import org.jspecify.annotations.NullMarked;
