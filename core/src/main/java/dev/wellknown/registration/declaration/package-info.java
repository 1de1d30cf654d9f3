/**
 * The registration as it was written: records with their constraints, so that every violation is
 * told at once, and the way from them to a resolved {@link
 * dev.wellknown.registration.Registration}.
 */
@NullMarked
package dev.wellknown.registration.declaration;

import org.jspecify.annotations.NullMarked;
