package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that devices read at a level of the file; they compare letter for letter. */
enum KnownKeys {
  /** The file itself. */
  ROOT(AppSiteAssociation.SERVICES, Map.of()),
  /** The service that opens links. */
  APPLINKS(Set.of("apps", "details", "defaults", "substitutionVariables"), Map.of()),
  /** Every other service. */
  SERVICE(Set.of("apps"), Map.of("app", "apps")),
  /** An entry of {@code details}. */
  ENTRY(Set.of("appID", "appIDs", "components", "paths", "defaults"), Map.of()),
  /** A component, or the defaults of components. */
  COMPONENT(
      Set.of("/", "?", "#", "exclude", "caseSensitive", "percentEncoded"),
      Map.ofEntries(
          Map.entry("path", "/"),
          Map.entry("paths", "/"),
          Map.entry("pathname", "/"),
          Map.entry("query", "?"),
          Map.entry("queries", "?"),
          Map.entry("queryitems", "?"),
          Map.entry("parameters", "?"),
          Map.entry("params", "?"),
          Map.entry("fragment", "#"),
          Map.entry("hash", "#"),
          Map.entry("anchor", "#"),
          Map.entry("excludes", "exclude"),
          Map.entry("exclusion", "exclude"),
          Map.entry("isexcluded", "exclude"),
          Map.entry("not", "exclude"),
          Map.entry("casesensitivity", "caseSensitive"),
          Map.entry("ignorecase", "caseSensitive"),
          Map.entry("percentencoding", "percentEncoded")));

  /** The members of a component that constrain links, in the order of Apple's samples. */
  static final List<String> CONSTRAINTS = List.of(LinkRule.PATH, LinkRule.QUERY, LinkRule.FRAGMENT);

  /** Words that look like a known name and mean something else. */
  private static final Set<String> OTHER_WORDS = Set.of("comment", "include", "parts");

  private final Set<String> names;
  private final Map<String, String> otherNames;

  KnownKeys(Set<String> names, Map<String, String> otherNames) {
    this.names = names;
    this.otherNames = otherNames;
  }

  /** The names, for messages. */
  String list() {
    return String.join(", ", names.stream().sorted().toList());
  }

  /** Whether devices read the name at this level. */
  boolean reads(String name) {
    return names.contains(name);
  }

  /** The name that was meant by one that devices pass over at this level, where that is plain. */
  Optional<String> meant(String name) {
    if (names.contains(name) || belongsElsewhere(name) || isSetAside(name)) {
      return Optional.empty();
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    if (OTHER_WORDS.contains(plain)) {
      return Optional.empty();
    }
    if (names.contains(name.strip())) {
      return Optional.of(name.strip());
    }
    String other = otherNames.get(plain);
    return other != null
        ? Optional.of(other)
        : NearMiss.of(name, names.stream().filter(known -> isAlike(known, plain)).toList());
  }

  /** Whether two names can be two edits apart at all; signs such as {@code /} resemble nothing. */
  private static boolean isAlike(String known, String plain) {
    return known.length() > 1 && Math.abs(known.length() - plain.length()) <= 2;
  }

  /** Whether a name that devices pass over here is one that they read at another level. */
  boolean belongsElsewhere(String name) {
    if (names.contains(name) || (this == COMPONENT && otherNames.containsKey(name))) {
      return false;
    }
    for (KnownKeys level : values()) {
      if (level != this && level.names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something in an object was meant as this name, or as a name of another level. */
  boolean isMeantIn(JsonObject object, Set<String> wanted) {
    return object.members().stream()
        .anyMatch(
            member ->
                !isEmpty(member.value())
                    && (belongsElsewhere(member.name())
                        || meant(member.name()).filter(wanted::contains).isPresent()));
  }

  /** Whether a value says nothing, so that nothing is lost where it is passed over. */
  static boolean isEmpty(JsonValue value) {
    return (value instanceof JsonArray array && array.elements().isEmpty())
        || (value instanceof JsonObject object && object.members().isEmpty());
  }

  /** Names that people use to keep something aside, such as {@code _applinks}. */
  private static boolean isSetAside(String name) {
    return name.startsWith("_") || name.startsWith("x-") || name.startsWith("//");
  }
}
