package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.json.Document;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Runs the constraints over a declaration and turns each violation into a finding. */
final class Constraints {

  /** The logger is held, for a logger that nobody holds forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("org.hibernate.validator");

  private static final Validator VALIDATOR = validator();

  private Constraints() {}

  private static Validator validator() {
    // It announces its version at level INFO, on a stream that belongs to our messages.
    LOGGER.setLevel(Level.WARNING);
    return Validation.byProvider(HibernateValidator.class)
        .providerResolver(() -> List.of(new HibernateValidator()))
        .configure()
        .ignoreXmlConfiguration()
        .messageInterpolator(
            new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
        .constraintValidatorFactory(new RuleFactory())
        .buildValidatorFactory()
        .getValidator();
  }

  /**
   * All violations at places about which nothing was told yet.
   *
   * @param told JSON Pointers of those that were
   */
  static List<Finding> violations(Declaration declaration, Document document, Set<String> told) {
    List<Finding> findings = new ArrayList<>();
    for (ConstraintViolation<Declaration> violation : VALIDATOR.validate(declaration)) {
      HibernateConstraintViolation<?> words = violation.unwrap(HibernateConstraintViolation.class);
      Offence offence = words.getDynamicPayload(Offence.class);
      Pointer pointer = pointer(violation.getPropertyPath());
      for (String token : tokens(offence.below())) {
        pointer = pointer.child(token);
      }
      if (!told.contains(pointer.toString())) {
        findings.add(finding(violation, offence, pointer, document));
      }
    }
    return findings;
  }

  private static Finding finding(
      ConstraintViolation<?> violation, Offence offence, Pointer pointer, Document document) {
    @SuppressWarnings("unchecked")
    Class<? extends ConstraintValidator<?, ?>> constraint =
        (Class<? extends ConstraintValidator<?, ?>>)
            violation.getConstraintDescriptor().getConstraintValidatorClasses().get(0);
    RuleInfo rule = RegistrationRules.of(constraint);
    Location location =
        document
            .nearest(pointer)
            .map(document::at)
            .orElse(document.at(Pointer.ROOT, Position.START));
    return Finding.of(
            rule,
            location,
            offence.message().replace("{key}", name(pointer)),
            offence.fix().replace("{key}", name(pointer)))
        .withSeen(offence.seen())
        .withExpected(offence.expected());
  }

  /** A value by its key, or by its place in a list. */
  private static String name(Pointer pointer) {
    Pointer parent = pointer.parent();
    boolean element = parent != null && pointer.token().matches("[0-9]+");
    return element
        ? "element " + (Integer.parseInt(pointer.token()) + 1) + " of " + quote(parent.token())
        : quote(pointer.token());
  }

  private static List<String> tokens(Pointer pointer) {
    List<String> tokens = new ArrayList<>();
    for (Pointer at = pointer; at != null && at.parent() != null; at = at.parent()) {
      tokens.add(0, at.token());
    }
    return tokens;
  }

  /** The path of a violation, in the keys of the registration. */
  private static Pointer pointer(Path path) {
    Pointer pointer = Pointer.ROOT;
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer = pointer.child(node.getIndex());
      } else if (node.getKey() != null) {
        pointer = pointer.child(String.valueOf(node.getKey()));
      }
      String name = node.getName();
      if (name != null && !name.isEmpty() && !name.startsWith("<")) {
        pointer = pointer.child(name.equals("packageName") ? "package" : name);
      }
    }
    return pointer;
  }

  /** Makes the rules, whose constructors are not public. */
  private static final class RuleFactory implements ConstraintValidatorFactory {
    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
      try {
        Constructor<T> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {
      // Rules hold nothing.
    }
  }
}
