package dev.wellknown.match;

/**
 * The parts of a URL as rules compare them, for explanations.
 *
 * @param url as platforms hand it on
 */
record AppleParts(String url, int path, int pathEnd, int queryEnd) {

  static AppleParts of(String url) {
    String text = AppleText.handedOn(url);
    int schemeEnd = Url.schemeEnd(text);
    int path = Url.pathStart(text, Url.authorityStart(text, schemeEnd), schemeEnd);
    int pathEnd = Url.pathEnd(text, path);
    return new AppleParts(text, path, pathEnd, Url.queryEnd(text, pathEnd));
  }

  /** The path as it is written, or with its percent-escapes resolved. */
  String path(boolean decodes) {
    return part(path, pathEnd, decodes);
  }

  /** The path in the form in which it is compared. */
  String comparedPath(boolean decodes) {
    return AppleText.normalised(path(decodes));
  }

  int queryStart() {
    return AppleRule.queryStart(pathEnd, queryEnd);
  }

  boolean hasQuery() {
    return pathEnd < queryEnd;
  }

  String query(boolean decodes) {
    return part(queryStart(), queryEnd, decodes);
  }

  String fragment(boolean decodes) {
    return part(Math.min(queryEnd + 1, url.length()), url.length(), decodes);
  }

  private String part(int from, int to, boolean decodes) {
    return decodes ? AppleText.decoded(url, from, to) : url.substring(from, to);
  }
}
