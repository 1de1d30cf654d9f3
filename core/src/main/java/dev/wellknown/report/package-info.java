/** What the walks return, as people and programs read it; a class per format. */
@NullMarked
package dev.wellknown.report;

import org.jspecify.annotations.NullMarked;
