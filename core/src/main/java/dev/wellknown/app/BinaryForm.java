package dev.wellknown.app;

/** What people give in the place of a text, told by its first bytes. */
enum BinaryForm {
  ANDROID_XML(
      "Android's binary XML, as it lies in an APK",
      "give the AndroidManifest.xml of the source, or what \"apkanalyzer manifest print app.apk\""
          + " prints",
      0x03,
      0x00,
      0x08,
      0x00),
  ARCHIVE(
      "an archive (APK, AAB, IPA, ZIP)",
      "give the AndroidManifest.xml or the .entitlements file of the source; \"apkanalyzer manifest"
          + " print app.apk\" and \"codesign -d --entitlements - --xml App.app\" print what a built"
          + " app holds",
      'P',
      'K',
      0x03,
      0x04),
  PROPERTY_LIST(
      "a binary property list",
      "convert it: plutil -convert xml1 App.entitlements",
      'b',
      'p',
      'l',
      'i',
      's',
      't'),
  SIGNED(
      "a signed or DER-encoded file, as a provisioning profile is",
      "give the .entitlements file of the source, or what \"security cms -D -i app.mobileprovision\""
          + " prints below Entitlements",
      0x30,
      0x82),
  UTF_16_BE("text in UTF-16, not in UTF-8", "save it in UTF-8", 0xFE, 0xFF),
  UTF_16_LE("text in UTF-16, not in UTF-8", "save it in UTF-8", 0xFF, 0xFE),
  UTF_16_BE_BARE("text in UTF-16, not in UTF-8", "save it in UTF-8", 0x00, '<'),
  UTF_16_LE_BARE("text in UTF-16, not in UTF-8", "save it in UTF-8", '<', 0x00);

  private final String words;
  private final String fix;
  private final int[] beginning;

  BinaryForm(String words, String fix, int... beginning) {
    this.words = words;
    this.fix = fix;
    this.beginning = beginning;
  }

  boolean is(byte[] bytes) {
    return XmlText.startsWith(bytes, beginning);
  }

  String words() {
    return words;
  }

  String fix() {
    return fix;
  }
}
