/**
 * What serves the two files: a correct host on this machine, and configurations for the servers of
 * others.
 */
@NullMarked
package dev.wellknown.serve;

import org.jspecify.annotations.NullMarked;
