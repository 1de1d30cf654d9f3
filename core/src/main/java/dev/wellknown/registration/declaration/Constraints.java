package dev.wellknown.registration.declaration;

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

  /** All violations that do not repeat what was told already. */
  static List<Finding> violations(Declaration declaration, Document document, Told told) {
    List<Finding> findings = new ArrayList<>();
    for (ConstraintViolation<Declaration> violation : VALIDATOR.validate(declaration)) {
      HibernateConstraintViolation<?> words = violation.unwrap(HibernateConstraintViolation.class);
      Offence offence = words.getDynamicPayload(Offence.class);
      Pointer constrained = pointer(violation.getPropertyPath());
      Pointer offending = below(constrained, offence.below());
      if (!told.exactly(offending)
          && offence.restsOn().stream().noneMatch(at -> told.about(below(constrained, at)))) {
        findings.add(finding(violation, offence, offending, document));
      }
    }
    return findings;
  }

  private static Pointer below(Pointer here, Pointer way) {
    return way.parent() == null ? here : below(here, way.parent()).child(way.token());
  }

  private static Finding finding(
      ConstraintViolation<?> violation, Offence offence, Pointer pointer, Document document) {
    @SuppressWarnings("unchecked")
    Class<? extends ConstraintValidator<?, ?>> constraint =
        (Class<? extends ConstraintValidator<?, ?>>)
            violation.getConstraintDescriptor().getConstraintValidatorClasses().get(0);
    RuleInfo rule = RegistrationRules.of(constraint);
    String name = Naming.of(document, pointer);
    Location location =
        document
            .nearest(pointer)
            .map(document::at)
            .orElse(document.at(Pointer.ROOT, Position.START));
    return Finding.of(
            rule,
            location,
            offence.message().replace(Offence.KEY, name),
            offence.fix().replace(Offence.KEY, name))
        .withSeen(offence.seen())
        .withExpected(offence.expected());
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
