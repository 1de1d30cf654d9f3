package dev.wellknown.app;

import dev.wellknown.json.Lines;
import dev.wellknown.json.Position;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file.
 *
 * @param name without a prefix; with its namespace in braces where it has one
 * @param attributes by namespace and name
 * @param children the elements in it
 * @param text what stands in it directly, grown while it is read
 * @param position where its tag begins
 */
record XmlElement(
    String name,
    Map<QName, String> attributes,
    List<XmlElement> children,
    StringBuilder text,
    Position position) {

  private static final int DEEPEST = 50;
  private static final int MOST = 200_000;

  /** The value of an attribute; null where it is absent. */
  @Nullable String attribute(String namespace, String local) {
    return attributes.get(new QName(namespace, local));
  }

  /** The elements in it that have this name. */
  List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  /** Reads the tree of elements. */
  static XmlElement parse(XmlText source) throws UnreadableAppFileException {
    String text = source.text();
    Lines lines = new Lines(text);
    Position last = Position.START;
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      Deque<XmlElement> open = new ArrayDeque<>();
      XmlElement root = null;
      int count = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          // The reader stands behind the tag, and no tag has a second "<" in it.
          int end = Math.max(0, Math.min(xml.getLocation().getCharacterOffset(), text.length()));
          last = lines.at(text.lastIndexOf('<', end - 1));
          XmlElement element =
              new XmlElement(
                  name(xml), attributesOf(xml), new ArrayList<>(), new StringBuilder(), last);
          if (open.isEmpty()) {
            root = element;
          } else {
            open.element().children.add(element);
          }
          open.push(element);
          if (open.size() > DEEPEST || ++count > MOST) {
            throw source.unreadable(
                open.size() > DEEPEST
                    ? "elements stand in each other more than " + DEEPEST + " deep"
                    : "it has more than " + MOST + " elements",
                last,
                "give the file from the app's source");
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          open.pop();
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          if (!open.isEmpty()) {
            open.element().text.append(xml.getText());
          }
        } else if (event == XMLStreamConstants.DTD
            || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw source.unreadable(
              "it uses an entity or document type of its own behind the tag",
              last,
              "write the text itself");
        }
      }
      if (root == null) {
        throw notXml(source, last);
      }
      return root;
    } catch (XMLStreamException e) {
      int offset = e.getLocation() == null ? -1 : e.getLocation().getCharacterOffset();
      throw notXml(source, offset < 0 ? last : new Lines(text).at(offset));
    }
  }

  private static UnreadableAppFileException notXml(XmlText source, Position at) {
    return source.unreadable(
        source.text().isBlank() ? "it is empty" : "it stops being XML",
        at,
        "mend it there; builds refuse it, too. Entities of its own are not read");
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is loaded");
        });
    return factory;
  }

  private static String name(XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI();
    return namespace == null || namespace.isEmpty()
        ? xml.getLocalName()
        : "{" + namespace + "}" + xml.getLocalName();
  }

  private static Map<QName, String> attributesOf(XMLStreamReader xml) {
    Map<QName, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      attributes.put(
          new QName(namespace == null ? "" : namespace, xml.getAttributeLocalName(i)),
          xml.getAttributeValue(i));
    }
    return attributes;
  }
}
