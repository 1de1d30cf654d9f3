package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text must be an Android application id. */
@Constraint(validatedBy = MalformedPackage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD})
@interface PackageName {

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
