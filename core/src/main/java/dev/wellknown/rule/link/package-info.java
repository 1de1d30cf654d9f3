/** Rules about links as they are matched for an app, and about the app's own side. */
@NullMarked
package dev.wellknown.rule.link;

import org.jspecify.annotations.NullMarked;
