package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An old internal name should be a plain part of a host name. */
@Constraint(validatedBy = LegacyInternalName.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE})
@interface PortableName {

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
