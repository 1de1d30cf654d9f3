/** Rules about what makes any file unreadable. */
@NullMarked
package dev.wellknown.rule.json;

import org.jspecify.annotations.NullMarked;
