/**
 * The app's own side: what its AndroidManifest.xml and its entitlements say about links. Files are
 * read as data from outside: no DTD, no entity, nothing loaded, bounded in size and depth.
 */
@NullMarked
package dev.wellknown.app;

import org.jspecify.annotations.NullMarked;
