/** The walks: what is read, judged and concluded, from bytes to a report. */
@NullMarked
package dev.wellknown.examine;

import org.jspecify.annotations.NullMarked;
