package dev.wellknown.registration.declaration;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text must be the SHA-256 fingerprint of a certificate. */
@Constraint(validatedBy = MalformedFingerprint.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD})
@interface CertificateSha256 {

  /** Unused: the rule words its findings itself. */
  String message() default "";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
