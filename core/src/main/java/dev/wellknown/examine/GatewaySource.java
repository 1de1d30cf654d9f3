package dev.wellknown.examine;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Request;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.rule.agreement.Agreement;
import dev.wellknown.rule.agreement.AgreementRules;
import dev.wellknown.rule.agreement.FileComparison;
import dev.wellknown.rule.agreement.Registered;
import dev.wellknown.rule.serving.Serving;
import dev.wellknown.rule.serving.ServingRules;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The file at the URL that was registered at Insights Hub, from which its gateway hands the file
 * out. Readers ask the gateway, so what is found here breaks nothing by itself. That the gateway
 * keeps a copy until the app is registered anew is inferred from the documents.
 */
public final class GatewaySource {

  private static final String TOO_LARGE = "agreement/too-large";

  private GatewaySource() {}

  /**
   * Asks the source of a gateway's file, where one was registered.
   *
   * @param files takes what is known of it
   */
  static List<Finding> ask(
      Fetcher fetcher, Optional<Registered> registered, Serving gateway, List<FileFacts> files) {
    Optional<String> address = registered.flatMap(each -> each.source(gateway.kind()));
    if (address.isEmpty()) {
      return List.of();
    }
    Observation source;
    try {
      URI uri = URI.create(URI.create(address.get()).toASCIIString());
      source = fetcher.fetch(Request.of(uri)).get(0);
    } catch (IllegalArgumentException e) {
      return List.of(notAsked(gateway));
    }
    InputKind kind = InputKind.valueOf(gateway.kind().name());
    files.add(FileFacts.of(kind, source).at(shown(source.uri())));
    return judge(registered.get(), gateway, source);
  }

  /**
   * How the source is served, what is wrong with it, and whether the gateway hands out the same.
   *
   * @param gateway the file as the gateway serves it
   * @param source what the source URL answered
   */
  public static List<Finding> judge(Registered registered, Serving gateway, Observation source) {
    Serving serving = Serving.of(gateway.kind(), source, gateway.now());
    List<Finding> findings = new ArrayList<>(ServingRules.check(serving));
    if (serving.file().isPresent()) {
      AssociationFile file = read(serving);
      findings.addAll(FileExamination.of(file).findings());
      for (Finding each : FileExamination.compare(Agreement.between(registered, file))) {
        // What the gateway's file says otherwise than the registration is told once, of that.
        if (gateway.file().isEmpty() || each.rule().id().equals(TOO_LARGE)) {
          findings.add(each);
        }
      }
    }
    findings.replaceAll(GatewaySource::withoutReaders);
    if (serving.file().isPresent() && gateway.file().isPresent()) {
      compare(serving, gateway, findings);
    }
    findings.replaceAll(each -> masked(each, source.uri()));
    return findings;
  }

  /** The address as it may be shown: a query may be a key to the store behind it. */
  private static String shown(URI source) {
    String text = source.toString();
    return source.getRawQuery() == null ? text : text.substring(0, text.indexOf('?')) + "?…";
  }

  private static Finding masked(Finding finding, URI source) {
    UnaryOperator<String> mask = text -> text.replace(source.toString(), shown(source));
    return new Finding(
        finding.rule(),
        finding.stage(),
        finding.severity(),
        finding.breaks(),
        finding.undecided(),
        finding.app(),
        mask.apply(finding.message()),
        finding.seen() == null ? null : mask.apply(finding.seen()),
        finding.expected() == null ? null : mask.apply(finding.expected()),
        mask.apply(finding.fix()),
        finding.evidence(),
        new Location(
            mask.apply(finding.location().uri()),
            finding.location().pointer(),
            finding.location().line(),
            finding.location().column()));
  }

  /** The source URL is no address that can be asked. */
  private static Finding notAsked(Serving gateway) {
    return Finding.of(
            ServingRules.COPY_NOT_EXAMINED,
            gateway.location(),
            "the source URL of the registration was not asked, since its address has odd parts",
            "write the source URL with a plain host and a percent-encoded path")
        .withUndecided(gateway.kind().readers());
  }

  private static void compare(Serving source, Serving gateway, List<Finding> findings) {
    List<String> differences = FileComparison.differences(read(source), read(gateway));
    if (!differences.isEmpty()) {
      findings.add(
          Finding.of(
                  AgreementRules.GATEWAY_COPY_DIFFERS,
                  gateway.location(),
                  "the gateway hands out another file than its source "
                      + source.answer().uri()
                      + ": it "
                      + FileComparison.words(differences),
                  "deregister and register the app in the Developer Cockpit, and wait 15 minutes: the"
                      + " gateway keeps what was there at registration (inferred), and its registry"
                      + " is cached that long")
              .withSeen(String.join(", ", differences))
              .withExpected("the file of the source"));
    }
  }

  private static AssociationFile read(Serving serving) {
    Kind kind = serving.kind();
    return AssociationFile.read(
        kind, serving.file().orElseThrow(), serving.answer().uri().toString());
  }

  /** Only trouble that may pass leaves something open. */
  private static Finding withoutReaders(Finding finding) {
    return finding.mayPass() ? finding : finding.withBreaks(Set.of()).withUndecided(Set.of());
  }
}
