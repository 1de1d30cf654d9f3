package dev.wellknown.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app's entitlements, as far as links are concerned.
 *
 * @param origin the path as given
 * @param applicationId the app id, where the file has one; in a source it mostly is made of
 *     variables
 * @param declared whether the list of associated domains is there at all
 * @param domains the list of associated domains, in the order of the file
 */
public record Entitlements(
    String origin, @Nullable String applicationId, boolean declared, List<AssociatedDomain> domains)
    implements AppFile {

  /** The list of associated domains. */
  public static final String ASSOCIATED_DOMAINS = "com.apple.developer.associated-domains";

  public Entitlements {
    domains = List.copyOf(domains);
  }

  /**
   * Reads entitlements.
   *
   * @param bytes the file's bytes
   * @param origin the path as given, for messages
   * @throws UnreadableAppFileException if it is not a property list in XML
   */
  public static Entitlements read(byte[] bytes, String origin) throws UnreadableAppFileException {
    XmlText text = XmlText.decode(bytes, origin);
    XmlElement root = XmlElement.parse(text);
    if (!root.name().equals("plist")) {
      throw text.unreadable(
          "its outermost element is not \"plist\"", "give the app's .entitlements file");
    }
    return EntitlementsReader.read(text, root);
  }

  /** How a host stands in a list of associated domains. */
  public enum Coverage {
    /** It has an entry of its own. */
    NAMED,
    /** A wildcard entry above it stands for it. */
    BY_WILDCARD,
    /**
     * Only a wildcard directly below it is there: Apple's archived guide says that it does not
     * stand for the name itself, the code in use says that it does.
     */
    ONLY_BELOW,
    /** No entry names it, but a variable that the build fills in may. */
    UNRESOLVED,
    /** No entry names it. */
    ABSENT
  }

  /**
   * How a host stands in the list for a service, for instance {@code applinks}.
   *
   * @param service in lower case
   * @param host in lower case
   */
  public Coverage coverage(String service, String host) {
    Optional<AssociatedDomain> entry = covering(service, host);
    if (entry.isPresent()) {
      AssociatedDomain domain = entry.get();
      if (!domain.wildcard()) {
        return Coverage.NAMED;
      }
      return host.equals(domain.host()) ? Coverage.ONLY_BELOW : Coverage.BY_WILDCARD;
    }
    boolean open =
        domains.stream()
            .anyMatch(
                each ->
                    each.unresolved() != null && (each.service().isEmpty() || each.is(service)));
    return open ? Coverage.UNRESOLVED : Coverage.ABSENT;
  }

  /**
   * The entry that stands for a host: its own, else the longest wildcard above it. Entries that the
   * system does not take are passed over.
   */
  public Optional<AssociatedDomain> covering(String service, String host) {
    String name = host.toLowerCase(Locale.ROOT);
    List<AssociatedDomain> usable =
        domains.stream().filter(each -> each.is(service) && each.isUsable()).toList();
    Optional<AssociatedDomain> own =
        usable.stream().filter(each -> !each.wildcard() && each.host().equals(name)).findFirst();
    return own.isPresent()
        ? own
        : usable.stream()
            .filter(each -> each.wildcard() && isAtOrBelow(name, each.host()))
            .max(Comparator.comparingInt(each -> each.host().length()));
  }

  private static boolean isAtOrBelow(String name, String parent) {
    return name.equals(parent) || name.endsWith("." + parent);
  }
}
