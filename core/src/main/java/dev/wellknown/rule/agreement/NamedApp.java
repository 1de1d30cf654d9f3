package dev.wellknown.rule.agreement;

import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app, with all that a file says of it, wherever it says so.
 *
 * @param id as readers compare it
 * @param at where it is named first; on Android the statement
 * @param purposes relations, or names of services, each with its first place
 * @param certificates canonical fingerprints, each with its first place; Android only
 * @param granted for each relation the fingerprints that have it; Android only
 * @param unreadPurposes relations of no known form
 * @param unreadCertificates how many fingerprints cannot be read
 * @param links the rules about its links; null where there are none
 */
record NamedApp(
    String id,
    JsonValue at,
    Map<String, JsonValue> purposes,
    Map<String, JsonString> certificates,
    Map<String, Set<String>> granted,
    Set<String> unreadPurposes,
    int unreadCertificates,
    @Nullable LinkList links) {

  NamedApp {
    purposes = Collections.unmodifiableMap(new LinkedHashMap<>(purposes));
    certificates = Collections.unmodifiableMap(new LinkedHashMap<>(certificates));
    granted = Map.copyOf(granted);
    unreadPurposes = Set.copyOf(unreadPurposes);
  }

  /** Whether a relation holds for a certificate. */
  boolean grants(String relation, String fingerprint) {
    return granted.getOrDefault(relation, Set.of()).contains(fingerprint);
  }

  /** The rules about its links, where there are any that count. */
  Optional<LinkList> comparableLinks() {
    return Optional.ofNullable(links).filter(LinkList::comparable);
  }

  /** What a reader of a file has gathered so far of one app. */
  static final class Draft {

    private final String id;
    private final JsonValue at;
    private int unreadCertificates;
    @Nullable LinkList links;
    final Map<String, JsonValue> purposes = new LinkedHashMap<>();
    final Map<String, JsonString> certificates = new LinkedHashMap<>();
    final Map<String, Set<String>> granted = new LinkedHashMap<>();
    final Set<String> unreadPurposes = new HashSet<>();

    Draft(String id, JsonValue at) {
      this.id = id;
      this.at = at;
    }

    void addUnreadCertificate() {
      unreadCertificates++;
    }

    NamedApp done() {
      return new NamedApp(
          id, at, purposes, certificates, granted, unreadPurposes, unreadCertificates, links);
    }
  }
}
