package dev.wellknown.association;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.Publish.SizeLimit;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.declaration.RegistrationRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes the two files from a registration. The same registration always gives the same bytes. */
public final class Generator {

  private Generator() {}

  /**
   * The files that follow from a registration: one for each platform that has something to say.
   *
   * @param compact whether white space is left out, whatever the registration says
   */
  public static Generated generate(Registration registration, boolean compact) {
    List<Publication> publications = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (registration.apps().stream().anyMatch(app -> app.isOn(kind.platform()))) {
        Draft draft = new Draft(registration, kind);
        Object content =
            kind.platform() == Platform.APPLE
                ? new AppleDraft(draft).content()
                : new AndroidDraft(draft).content();
        if (!isEmpty(content)) {
          Publication publication =
              draft.publication(bytes(content, compact || registration.publish().compact()));
          checkSize(draft, content, publication);
          publications.add(publication);
        }
        findings.addAll(draft.findings());
      }
    }
    return new Generated(publications, findings);
  }

  private static boolean isEmpty(Object content) {
    return content instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) content).isEmpty();
  }

  private static byte[] bytes(Object content, boolean compact) {
    String text = compact ? JsonText.compact(content) : JsonText.pretty(content);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void checkSize(Draft draft, Object content, Publication publication) {
    SizeLimit limit = draft.registration().publish().limit();
    int size = publication.bytes().length;
    if (size <= limit.warnAbove()
        || (publication.kind().platform() == Platform.ANDROID && !limit.android())) {
      return;
    }
    int least = bytes(content, true).length;
    String fix =
        least <= limit.warnAbove() && least < size
            ? "write publish: {compact: true}, which makes it " + least + " bytes"
            : "spread the apps over several hosts, or declare fewer links and certificates";
    Pointer declaredAt = Pointer.ROOT.child("publish").child("maxBytes");
    if (size > limit.most()) {
      draft.say(
          RegistrationRules.FILE_TOO_LARGE,
          declaredAt,
          null,
          "the file would have " + size + " bytes; the limit is " + limit.most(),
          fix);
    } else {
      draft.say(
          RegistrationRules.FILE_NEAR_LIMIT,
          declaredAt,
          null,
          "the file has "
              + size
              + " bytes, and it is not certain that its host takes more than "
              + limit.warnAbove(),
          fix);
    }
  }
}
