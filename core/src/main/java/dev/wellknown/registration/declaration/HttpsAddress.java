package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text must be an absolute https address. */
@Constraint(validatedBy = MalformedAddress.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, TYPE_USE})
@interface HttpsAddress {
  /** Whether it is the address of a page, which may be plain http and have a fragment. */
  boolean ofPage() default false;

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
