/** What a team declares about its apps and hosts: read, judged, resolved. */
@NullMarked
package dev.wellknown.registration;

import org.jspecify.annotations.NullMarked;
