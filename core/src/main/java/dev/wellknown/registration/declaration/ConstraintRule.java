package dev.wellknown.registration.declaration;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that is a rule: its id is {@code registration/} and the class name in kebab case. It
 * hands its offences on as payloads, so that findings carry more than a line of text.
 */
abstract class ConstraintRule<A extends Annotation, T> implements ConstraintValidator<A, T> {

  private static final AtomicLong COUNT = new AtomicLong();

  @Override
  public final boolean isValid(T value, ConstraintValidatorContext context) {
    List<Offence> offences = value == null && !judgesAbsence() ? List.of() : judge(value);
    if (offences.isEmpty()) {
      return true;
    }
    HibernateConstraintValidatorContext violations =
        context.unwrap(HibernateConstraintValidatorContext.class);
    violations.disableDefaultConstraintViolation();
    for (Offence offence : offences) {
      violations.withDynamicPayload(offence);
      // Violations with the same text count as one, whatever they carry.
      String text = Long.toString(COUNT.incrementAndGet());
      violations.buildConstraintViolationWithTemplate(text).addConstraintViolation();
    }
    return false;
  }

  /** Whether the rule speaks about a value that is not there; by default absence is no offence. */
  boolean judgesAbsence() {
    return false;
  }

  /** A list's elements; none where there is no list. */
  static <E> List<@Nullable E> each(@Nullable List<@Nullable E> list) {
    return list == null ? List.of() : list;
  }

  /** All offences of a value that is there. */
  abstract List<Offence> judge(T value);
}
