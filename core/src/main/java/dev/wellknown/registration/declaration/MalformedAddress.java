package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;
import static dev.wellknown.registration.declaration.Offence.KEY;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that is no absolute https address. */
final class MalformedAddress extends ConstraintRule<HttpsAddress, String> {

  private boolean ofPage;

  @Override
  public void initialize(HttpsAddress constraint) {
    ofPage = constraint.ofPage();
  }

  private @Nullable AddressMistake mistake(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return AddressMistake.of(e);
    }
    if (uri.getScheme() == null) {
      return new AddressMistake("has no scheme", "write it with https:// and a host name");
    }
    if (!uri.getScheme().equalsIgnoreCase("https")
        && !(ofPage && uri.getScheme().equalsIgnoreCase("http"))) {
      return new AddressMistake("is not https", "write https");
    }
    AddressMistake host = AddressMistake.ofHost(uri);
    return host == null && uri.getRawFragment() != null && !ofPage
        ? new AddressMistake(
            "has a fragment, which is never sent", "remove # and what stands behind it")
        : host;
  }

  @Override
  List<Offence> judge(String value) {
    AddressMistake mistake = mistake(value);
    return mistake == null
        ? List.of()
        : List.of(
            new Offence(
                    KEY + " is " + quote(value) + ", which " + mistake.text(), value, mistake.fix())
                .expecting("an address such as https://shop.example.com/path"));
  }
}
