/**
 * Text to values with a position each, and back. The only package that sees the JSON, YAML and
 * schema libraries; it knows nothing of apps.
 */
@NullMarked
package dev.wellknown.json;

import org.jspecify.annotations.NullMarked;
