package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** An application id that Android would not install. */
final class MalformedPackage extends ConstraintRule<PackageName, String> {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+");

  private static boolean isPackage(String text) {
    return text.length() <= 255 && FORM.matcher(text).matches();
  }

  @Override
  List<Offence> judge(String value) {
    return isPackage(value)
        ? List.of()
        : List.of(
            new Offence(
                    "package " + quote(value) + " is no application id",
                    value,
                    isPackage(value.strip())
                        ? "write " + quote(value.strip())
                        : "copy applicationId from the app's build file: words of letters, digits"
                            + " and underscores, each beginning with a letter, joined by dots")
                .expecting("a name such as com.example.shop"));
  }
}
