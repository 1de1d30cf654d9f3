package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A value must be there; a list must not be empty. */
@Constraint(validatedBy = MissingValue.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, TYPE_USE})
@interface Required {
  /** Whether the value may be left out; a list that is there must not be empty then, either. */
  boolean orAbsent() default false;

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
