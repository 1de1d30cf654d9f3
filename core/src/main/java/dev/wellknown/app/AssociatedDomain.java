package dev.wellknown.app;

import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list of associated domains: {@code service:host[?mode=…]}
 * (https://developer.apple.com/documentation/bundleresources/entitlements/com.apple.developer.associated-domains).
 *
 * @param written as it stands in the file
 * @param service in lower case, for instance {@code applinks}; empty where there is none
 * @param host in lower case, without {@code *.}; what is left of it where there are mistakes
 * @param wildcard whether it stands for the hosts below the name
 * @param modes in lower case: {@code developer}, {@code managed}
 * @param mistakes what is wrong with it
 * @param pointer its place in the property list
 * @param position the element that holds it
 */
public record AssociatedDomain(
    String written,
    String service,
    String host,
    boolean wildcard,
    List<String> modes,
    Set<Mistake> mistakes,
    Pointer pointer,
    Position position) {

  public AssociatedDomain {
    modes = List.copyOf(modes);
    Set<Mistake> copy = EnumSet.noneOf(Mistake.class);
    copy.addAll(mistakes);
    mistakes = Collections.unmodifiableSet(copy);
  }

  /** The variable that a build fills in, {@code $(NAME)} or {@code ${NAME}}; null without one. */
  public @Nullable String unresolved() {
    return DomainEntry.variable(written);
  }

  /** Whether it is of this service, given in lower case. */
  public boolean is(String wanted) {
    return service.equals(wanted);
  }

  /** Whether the system takes it. */
  public boolean isUsable() {
    return unresolved() == null && mistakes.stream().noneMatch(Mistake::isFatal);
  }

  /** What people write wrongly in an entry. */
  public enum Mistake {
    /** It is no text. */
    NOT_TEXT(true, "is no text"),
    /** Nothing stands in front of the host, as in {@code example.com}. */
    NO_SERVICE(true, "has no service in front of the host"),
    /** A service that Apple does not know. */
    UNKNOWN_SERVICE(true, "has a service that Apple does not know"),
    /** A URL's scheme, as in {@code applinks:https://example.com}. */
    SCHEME(true, "has a scheme in front of the host"),
    /** A path, be it only a slash. */
    PATH(true, "has a path behind the host"),
    /** A port; the device would ask for it, Apple's documents do not allow it. */
    PORT(false, "has a port behind the host"),
    /** A blank anywhere. */
    BLANK(true, "has a blank in it"),
    /** Capitals; the system folds them. */
    UPPER_CASE(false, "has capitals in it"),
    /** A star without a dot behind it, or one in the middle. */
    MISPLACED_STAR(true, "has a star that is not \"*.\" in front of the host"),
    /** A wildcard for App Clips, which have none. */
    WILDCARD_APP_CLIP(true, "is a wildcard, which App Clips do not have"),
    /** No host, or none that could have a file. */
    MALFORMED_HOST(true, "has no host that could serve a file"),
    /** Anything behind the host but a known mode. */
    UNKNOWN_MODE(true, "has something behind the host that is no mode"),
    /** A mode in which only devices of developers use the entry. */
    DEVELOPER_MODE(false, "counts on devices in developer mode only");

    private final boolean fatal;
    private final String words;

    Mistake(boolean fatal, String words) {
      this.fatal = fatal;
      this.words = words;
    }

    /** Whether the entry is of no use with it. */
    public boolean isFatal() {
      return fatal;
    }

    /** As a message says it, after the entry. */
    public String words() {
      return words;
    }
  }
}
