/** Rules about Apple's {@code apple-app-site-association}. */
@NullMarked
package dev.wellknown.rule.aasa;

import org.jspecify.annotations.NullMarked;
