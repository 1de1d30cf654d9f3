package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text must be an Apple team id or app id prefix. */
@Constraint(validatedBy = MalformedTeamId.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD})
@interface TeamId {

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
