package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.registration.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** A text that is no absolute https address. */
final class MalformedAddress extends ConstraintRule<HttpsAddress, String> {

  private boolean orHttp;

  @Override
  public void initialize(HttpsAddress constraint) {
    orHttp = constraint.orHttp();
  }

  @Override
  List<Offence> judge(String value) {
    try {
      URI uri = new URI(value);
      if (("https".equalsIgnoreCase(uri.getScheme())
              || (orHttp && "http".equalsIgnoreCase(uri.getScheme())))
          && uri.getHost() != null
          && HostName.isOne(uri.getHost())
          && uri.getRawUserInfo() == null) {
        return List.of();
      }
    } catch (URISyntaxException e) {
      // Told below, like every other text that is no address.
    }
    return List.of(
        new Offence(
                "{key} is " + quote(value) + ", not an absolute https address",
                value,
                "write https://, a host name and a path, without user name and password")
            .expecting("an address such as https://shop.example.com/path"));
  }
}
