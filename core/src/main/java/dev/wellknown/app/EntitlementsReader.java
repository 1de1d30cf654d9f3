package dev.wellknown.app;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListFormatException;
import com.dd.plist.XMLPropertyListParser;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Makes entitlements of a property list. Its values are the library's; our own tree of elements,
 * which has been checked for size and depth before, says where they stand.
 */
final class EntitlementsReader {

  private static final List<String> APPLICATION_ID =
      List.of("application-identifier", "com.apple.application-identifier");

  private EntitlementsReader() {}

  static Entitlements read(XmlText text, XmlElement root) throws UnreadableAppFileException {
    NSObject value;
    try {
      value = XMLPropertyListParser.parse(new StringReader(text.text()));
    } catch (PropertyListFormatException
        | SAXException
        | IOException
        | ParserConfigurationException
        | IllegalArgumentException e) {
      throw notAPropertyList(text);
    }
    if (!(value instanceof NSDictionary entitlements)) {
      throw notAPropertyList(text);
    }
    return new Entitlements(
        text.origin(),
        applicationId(entitlements),
        entitlements.containsKey(Entitlements.ASSOCIATED_DOMAINS),
        domains(entitlements, root));
  }

  private static UnreadableAppFileException notAPropertyList(XmlText text) {
    return text.unreadable(
        "it is no property list with a dictionary in it",
        "compare it with what \"plutil -lint\" says, or let Xcode write it");
  }

  private static @Nullable String applicationId(NSDictionary entitlements) {
    for (String key : APPLICATION_ID) {
      if (entitlements.get(key) instanceof NSString id) {
        return id.getContent();
      }
    }
    return null;
  }

  private static List<AssociatedDomain> domains(NSDictionary entitlements, XmlElement root) {
    NSObject value = entitlements.get(Entitlements.ASSOCIATED_DOMAINS);
    if (value == null) {
      return List.of();
    }
    Pointer list = Pointer.ROOT.child(Entitlements.ASSOCIATED_DOMAINS);
    XmlElement element = element(root);
    if (!(value instanceof NSArray array)) {
      return List.of(DomainEntry.notText(shown(value), list, element.position()));
    }
    List<AssociatedDomain> domains = new ArrayList<>();
    for (int i = 0; i < array.count(); i++) {
      List<XmlElement> elements = element.children();
      Position position = (i < elements.size() ? elements.get(i) : element).position();
      Pointer pointer = list.child(i);
      domains.add(
          array.objectAtIndex(i) instanceof NSString entry
              ? DomainEntry.read(entry.getContent(), pointer, position)
              : DomainEntry.notText(shown(array.objectAtIndex(i)), pointer, position));
    }
    return domains;
  }

  private static String shown(@Nullable NSObject value) {
    if (value == null) {
      return "";
    }
    return value instanceof NSString text ? text.getContent() : value.getClass().getSimpleName();
  }

  /** The element of the list of domains: the one behind its key, the last where it stands twice. */
  private static XmlElement element(XmlElement root) {
    List<XmlElement> dictionary =
        root.children().isEmpty() ? List.of() : root.children().get(0).children();
    XmlElement found = root;
    for (int i = 0; i + 1 < dictionary.size(); i++) {
      XmlElement key = dictionary.get(i);
      if (key.name().equals("key")
          && key.text().toString().strip().equals(Entitlements.ASSOCIATED_DOMAINS)) {
        found = dictionary.get(i + 1);
      }
    }
    return found;
  }
}
