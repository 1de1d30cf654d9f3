/** Rules about what an association file says, compared with what a registration says. */
@NullMarked
package dev.wellknown.rule.agreement;

import org.jspecify.annotations.NullMarked;
