/** The two association files: how they are read, and how they are made from a registration. */
@NullMarked
package dev.wellknown.association;

import org.jspecify.annotations.NullMarked;
