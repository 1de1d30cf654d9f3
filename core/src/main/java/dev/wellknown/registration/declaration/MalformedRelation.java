package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Relations are a kind and a detail, in lower case; any other text makes readers drop the
 * statement.
 */
final class MalformedRelation extends ConstraintRule<Relation, String> {

  private static final Pattern FORM = Pattern.compile("[a-z0-9_.]+/[a-z0-9_.]+");

  @Override
  List<Offence> judge(String value) {
    return FORM.matcher(value).matches()
        ? List.of()
        : List.of(
            new Offence(
                    "relation " + quote(value) + " is not of the form kind/detail",
                    value,
                    "write it as two words of lower-case letters, digits, dots and underscores,"
                        + " joined by one slash")
                .expecting("a relation such as delegate_permission/common.handle_all_urls"));
  }
}
