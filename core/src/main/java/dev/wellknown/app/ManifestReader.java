package dev.wellknown.app;

import dev.wellknown.finding.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a manifest of its elements. Of what Android passes over, nothing is read. */
final class ManifestReader {

  private static final String ANDROID = "http://schemas.android.com/apk/res/android";
  private static final String TOOLS = "http://schemas.android.com/tools";
  private static final Set<String> REMOVED = Set.of("remove", "removeAll");

  private ManifestReader() {}

  static AndroidManifest read(XmlText text, XmlElement root) throws UnreadableAppFileException {
    if (text.documentType()) {
      throw text.unreadable(
          "it declares a document type (<!DOCTYPE …>), which no manifest needs",
          "remove the declaration");
    }
    List<LinkActivity> activities = new ArrayList<>();
    for (XmlElement application : kept(root, "application")) {
      for (XmlElement element : application.children()) {
        boolean activity =
            element.name().equals("activity") || element.name().equals("activity-alias");
        if (activity && isKept(element) && !kept(element, "intent-filter").isEmpty()) {
          activities.add(activity(element));
        }
      }
    }
    String name = root.attribute("", "package");
    return new AndroidManifest(
        text.origin(), name == null ? null : new ManifestValue(name), target(root), activities);
  }

  /** The last one that is a number; below API 1 there is nothing. */
  private static @Nullable Integer target(XmlElement root) {
    Integer target = null;
    for (XmlElement sdk : kept(root, "uses-sdk")) {
      String value = sdk.attribute(ANDROID, "targetSdkVersion");
      if (value != null && value.matches("[1-9][0-9]{0,3}")) {
        target = Integer.valueOf(value);
      }
    }
    return target;
  }

  private static LinkActivity activity(XmlElement element) {
    String name = element.attribute(ANDROID, "name");
    return new LinkActivity(
        name == null ? "" : Printable.cut(name),
        setting(element, "exported", Setting.ON),
        setting(element, "enabled", Setting.ON),
        kept(element, "intent-filter").stream().map(ManifestReader::filter).toList(),
        element.position());
  }

  private static IntentFilter filter(XmlElement element) {
    List<ManifestValue> schemes = new ArrayList<>();
    List<FilterHost> hosts = new ArrayList<>();
    List<UriPattern> paths = new ArrayList<>();
    boolean typed = false;
    boolean schemeSpecific = false;
    for (XmlElement data : kept(element, "data")) {
      ManifestValue scheme = value(data, "scheme");
      if (scheme != null) {
        schemes.add(scheme);
      }
      ManifestValue host = value(data, "host");
      if (host != null) {
        hosts.add(new FilterHost(host, value(data, "port"), data.position()));
      }
      paths.addAll(patterns(data, UriPart.PATH));
      typed |= value(data, "mimeType") != null || value(data, "mimeGroup") != null;
      for (PatternKind kind : PatternKind.values()) {
        String attribute = kind.attribute(UriPart.PATH).replace("path", "ssp");
        schemeSpecific |= value(data, attribute) != null;
      }
    }
    return new IntentFilter(
        element.position(),
        setting(element, "autoVerify", Setting.OFF),
        names(element, "action"),
        names(element, "category"),
        schemes,
        hosts,
        paths,
        kept(element, "uri-relative-filter-group").stream().map(ManifestReader::group).toList(),
        typed,
        schemeSpecific);
  }

  private static UriGroup group(XmlElement element) {
    List<UriPattern> patterns = new ArrayList<>();
    for (XmlElement data : kept(element, "data")) {
      for (UriPart part : UriPart.values()) {
        patterns.addAll(patterns(data, part));
      }
    }
    boolean allow = setting(element, "allow", Setting.ON) != Setting.OFF;
    return new UriGroup(allow, patterns, element.position());
  }

  private static List<UriPattern> patterns(XmlElement data, UriPart part) {
    List<UriPattern> patterns = new ArrayList<>();
    for (PatternKind kind : PatternKind.values()) {
      ManifestValue value = value(data, kind.attribute(part));
      if (value != null) {
        patterns.add(new UriPattern(part, kind, value, data.position()));
      }
    }
    return patterns;
  }

  private static Set<String> names(XmlElement filter, String element) {
    return kept(filter, element).stream()
        .map(each -> each.attribute(ANDROID, "name"))
        .filter(name -> name != null)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static @Nullable ManifestValue value(XmlElement element, String attribute) {
    String value = element.attribute(ANDROID, attribute);
    return value == null ? null : new ManifestValue(value);
  }

  private static Setting setting(XmlElement element, String attribute, Setting absent) {
    ManifestValue value = value(element, attribute);
    if (value == null) {
      return absent;
    }
    if (!value.isResolved()) {
      return Setting.UNRESOLVED;
    }
    return value.written().equalsIgnoreCase("true") ? Setting.ON : Setting.OFF;
  }

  /** The elements of a name, but for those that the merging of manifests takes out. */
  private static List<XmlElement> kept(XmlElement parent, String name) {
    return parent.children(name).stream().filter(ManifestReader::isKept).toList();
  }

  private static boolean isKept(XmlElement element) {
    String node = element.attribute(TOOLS, "node");
    return node == null || !REMOVED.contains(node);
  }
}
