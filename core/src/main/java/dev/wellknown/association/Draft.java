package dev.wellknown.association;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file being made: where its parts come from, and what could not be said. */
final class Draft {

  private final Registration registration;
  private final Kind kind;
  private final Map<String, Pointer> origins = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Draft(Registration registration, Kind kind) {
    this.registration = registration;
    this.kind = kind;
  }

  Registration registration() {
    return registration;
  }

  Platform platform() {
    return kind.platform();
  }

  /** Remembers from where a place in the file follows; the first origin counts. */
  void follows(Pointer inFile, Pointer declaredAt) {
    origins.putIfAbsent(inFile.toString(), declaredAt);
  }

  void say(RuleInfo rule, Pointer declaredAt, @Nullable String app, String message, String fix) {
    findings.add(
        Finding.of(rule, registration.at(declaredAt), kind.fileName() + ": " + message, fix)
            .withApp(app));
  }

  List<Finding> findings() {
    return findings;
  }

  Publication publication(byte[] bytes) {
    return new Publication(kind, bytes, origins);
  }
}
