/** Rules about how the two files are served. */
@NullMarked
package dev.wellknown.rule.serving;

import org.jspecify.annotations.NullMarked;
