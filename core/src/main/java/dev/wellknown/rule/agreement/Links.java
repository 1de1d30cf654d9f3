package dev.wellknown.rule.agreement;

import dev.wellknown.finding.Location;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;

/** Where an app's rules about links stand. */
final class Links {

  private Links() {}

  /** The list in the given file. */
  static Location list(Agreement agreement, ComparedApp app) {
    NamedApp given = app.given();
    LinkList links = given == null ? null : given.links();
    return links == null ? agreement.place() : agreement.place(links.at());
  }

  /** Where the registration says which links an app opens. */
  static String declared(Agreement agreement, ComparedApp app) {
    return agreement.declared(app.registered().app().declaredAt().child("links"));
  }
}
