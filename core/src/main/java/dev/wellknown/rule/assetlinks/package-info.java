/** Rules about Android's {@code assetlinks.json}. */
@NullMarked
package dev.wellknown.rule.assetlinks;

import org.jspecify.annotations.NullMarked;
