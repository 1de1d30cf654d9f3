/** What a rule is, and the catalogue of all of them. The rules stand in a package per group. */
@NullMarked
package dev.wellknown.rule;

import org.jspecify.annotations.NullMarked;
