package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;

/**
 * For whom a statement is made. Google's service answers questions about any relation; Android's
 * agents ask for {@code handle_all_urls} of apps only, Chromium for three relations. A statement
 * that is skipped breaks nothing for a reader that would not have asked for it.
 */
public final class Audience {

  private Audience() {}

  /**
   * Google's service, and whoever else asks for one of the statement's relations, as they are
   * meant.
   */
  static EnumSet<Reader> of(Statement statement) {
    EnumSet<Reader> readers = EnumSet.of(Reader.GOOGLE_API);
    boolean app = statement.isApp();
    boolean site = statement.isWeb();
    if (statement.relations().isEmpty() && !site) {
      return EnumSet.copyOf(Reader.of(Platform.ANDROID));
    }
    for (JsonValue relation : statement.relations()) {
      String text = relation.asText();
      KnownRelation known = text == null ? null : KnownRelation.meantBy(text).orElse(null);
      if (known != null && (known == KnownRelation.QUERY_WEBAPK ? !app : !site)) {
        readers.addAll(known.readers());
      }
    }
    return readers;
  }

  /** The same, and those who lose the whole file. */
  static EnumSet<Reader> of(Statement statement, Reader... losing) {
    EnumSet<Reader> readers = of(statement);
    for (Reader reader : losing) {
      readers.add(reader);
    }
    return readers;
  }

  /** Google's service, and whoever else asks for a relation of an app, as it is meant. */
  public static EnumSet<Reader> ofApp(String relation) {
    EnumSet<Reader> readers = EnumSet.of(Reader.GOOGLE_API);
    KnownRelation.meantBy(relation)
        .filter(known -> known != KnownRelation.QUERY_WEBAPK)
        .ifPresent(known -> readers.addAll(known.readers()));
    return readers;
  }
}
