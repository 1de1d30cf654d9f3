package dev.wellknown.app;

/** A part of a URL that a pattern of a manifest looks at. */
public enum UriPart {
  /** The decoded path. */
  PATH("path"),
  /** One whole parameter of the decoded query. */
  QUERY("query"),
  /** The decoded fragment. */
  FRAGMENT("fragment");

  private final String attribute;

  UriPart(String attribute) {
    this.attribute = attribute;
  }

  /** How its attributes begin, and the word for it in messages. */
  public String attribute() {
    return attribute;
  }
}
