package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text must not be blank, nor longer than it may be. */
@Constraint(validatedBy = UnfitLength.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, TYPE_USE})
@interface Length {
  /** In characters; by default any number. */
  int max() default Integer.MAX_VALUE;

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
