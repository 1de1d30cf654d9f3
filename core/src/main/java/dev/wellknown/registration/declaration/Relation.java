package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text must be a relation of Digital Asset Links. */
@Constraint(validatedBy = MalformedRelation.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, TYPE_USE})
@interface Relation {

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
