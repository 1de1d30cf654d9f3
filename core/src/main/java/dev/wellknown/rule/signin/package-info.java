/** The rules of group {@code signin}: about the way to a sign-in and back to the app. */
@NullMarked
package dev.wellknown.rule.signin;

import org.jspecify.annotations.NullMarked;
