package dev.wellknown.match;

import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.json.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about one app.
 *
 * @param app the id as devices compare it
 * @param id the id where it stands in the file
 * @param entry the first entry that names the app, the only one that counts; null where the app
 *     stands in {@code apps} alone
 * @param isRepeated whether a later entry names the app in vain
 */
record AppleClaim(
    String app, JsonString id, @Nullable Entry entry, AppleRules rules, boolean isRepeated) {

  AppleClaim(String app, JsonString id, @Nullable Entry entry, AppleRules rules) {
    this(app, id, entry, rules, false);
  }

  /** This claim, with an entry that names the app as well. */
  AppleClaim alsoIn(Entry other) {
    return isRepeated || other.equals(entry) ? this : new AppleClaim(app, id, entry, rules, true);
  }
}
