package dev.wellknown.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of an app come from anywhere: nothing is loaded, expanded, or read without end. */
@Timeout(20)
class HostileAppFilesTest {

  private static final String PLIST_DOCTYPE =
      "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
          + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> loadsNothingThatAnEntityNames() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "top-secret");
    return Stream.of("plist", "manifest")
        .flatMap(
            root ->
                Stream.of(
                        "<!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                        "<!DOCTYPE "
                            + root
                            + " [\n<!ENTITY % x SYSTEM \"https://x.example/x\"> %x;]>",
                        "<!-- - --><!doctype " + root + " [<!ENTITY x 'y'>]>")
                    .map(
                        doctype ->
                            DynamicTest.dynamicTest(
                                doctype,
                                () -> {
                                  String message =
                                      refusal(doctype + "<" + root + ">&x;</" + root + ">");
                                  assertThat(message)
                                      .doesNotContain("top-secret")
                                      .containsAnyOf("document type", "stops being XML");
                                })));
  }

  @Test
  void asksNobodyForADocumentType() throws IOException, UnreadableAppFileException {
    try (ServerSocket listener = new ServerSocket(0)) {
      listener.setSoTimeout(300);
      String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
      String file =
          "<?xml version=\"1.0\"?>\n<!DOCTYPE plist SYSTEM \""
              + address
              + "\">\n<plist><dict><key>a</key><string>b</string></dict></plist>";
      assertThat(AppFile.read(bytes(file), "a.entitlements")).isInstanceOf(Entitlements.class);
      assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(listener::accept);
    }
  }

  @Test
  void takesApplesCustomaryDocumentType() throws UnreadableAppFileException {
    String file = PLIST_DOCTYPE + "<plist><dict/></plist>";
    assertThat(Entitlements.read(bytes(file), "a.entitlements").declared()).isFalse();
  }

  @Test
  void refusesAnyDocumentTypeInAManifest() {
    assertThat(refusal("<!DOCTYPE manifest SYSTEM 'a.dtd'><manifest/>"))
        .contains("declares a document type (<!DOCTYPE …>)")
        .contains("remove the declaration");
  }

  @Test
  void doesNotExpandEntitiesInEntities() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE plist [<!ENTITY a0 \"lollollol\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    bomb.append("]><plist><string>&a29;</string></plist>");
    assertThat(within(Duration.ofSeconds(2), bomb.toString()))
        .contains("declares a document type of its own")
        .contains("line 1, column 1");
  }

  @Test
  void refusesADocumentTypeBehindTheProlog() {
    assertThat(refusal("<plist><!DOCTYPE x [<!ENTITY e 'v'>]><string>&e;</string></plist>"))
        .contains("stops being XML at line 1");
  }

  @Test
  void refusesEntitiesThatNobodyDeclared() {
    assertThat(refusal("<manifest>&nbsp;</manifest>")).contains("entity");
    assertThat(refusal("<manifest a=\"&x;\"/>")).contains("stops being XML");
  }

  @Test
  void refusesWhatIsNestedDeeply() {
    int depth = 200_000;
    assertThat(within(Duration.ofSeconds(5), "<array>".repeat(depth) + "</array>".repeat(depth)))
        .contains("more than 50 deep");
    String dictionaries = "<dict><key>a</key>".repeat(100_000);
    assertThat(within(Duration.ofSeconds(5), "<plist>" + dictionaries)).contains("50 deep");
  }

  @Test
  void refusesTenMegabytes() {
    byte[] large = new byte[10 << 20];
    Arrays.fill(large, (byte) ' ');
    assertThat(refusal(large)).contains("10485760 bytes").contains("no more than 4194304");
  }

  @Test
  void readsWhatIsJustUnderTheLimitInBoundedTime() throws UnreadableAppFileException {
    int room = XmlText.LARGEST - 500;
    String entry = "<string>applinks:a.example</string>\n";
    String file =
        "<plist><dict><key>com.apple.developer.associated-domains</key><array>"
            + entry.repeat(room / entry.length())
            + "</array></dict></plist>";
    long start = System.nanoTime();
    Entitlements read = Entitlements.read(bytes(file), "a.entitlements");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    int last = read.domains().size() - 1;
    assertThat(last).isGreaterThan(100_000);
    assertThat(read.domains().get(last).position().line()).isEqualTo(last + 1);
  }

  @Test
  void refusesMoreElementsThanAnyAppHas() {
    assertThat(within(Duration.ofSeconds(5), "<manifest>" + "<a/>".repeat(300_000) + "</manifest>"))
        .contains("more than 200000 elements");
  }

  @Test
  void refusesOtherEncodingsByName() {
    assertThat(refusal("<manifest/>".getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
    assertThat(refusal("<manifest/>".getBytes(StandardCharsets.UTF_16LE))).contains("UTF-16");
    assertThat(refusal("<?xml version='1.0' encoding='UTF-16'?><manifest/>"))
        .contains("written in \"UTF-16\"")
        .contains("save it in UTF-8");
    assertThat(refusal("<manifest a='é'/>".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("not UTF-8");
    assertThat(refusal("<?xml version='1.0' encoding='UTF-7'?><manifest/>")).contains("UTF-7");
  }

  @Test
  void takesAByteOrderMark() throws UnreadableAppFileException {
    assertThat(AppFile.read(bytes("\uFEFF<manifest/>"), "m")).isInstanceOf(AndroidManifest.class);
  }

  @Test
  void refusesBinaryFormsAndSaysWhatToGive() {
    assertThat(refusal(new byte[] {3, 0, 8, 0, 1, 2}))
        .contains("binary XML")
        .contains("apkanalyzer");
    assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0})).contains("archive");
    assertThat(refusal(bytes("bplist00\u0001"))).contains("plutil -convert xml1");
    assertThat(refusal(new byte[] {0x30, (byte) 0x82, 1, 2})).contains("security cms");
    assertThat(refusal(bytes("<manifest>\0</manifest>"))).contains("it is no text");
  }

  @Test
  void saysWhereAFileIsCutOff() {
    assertThat(refusal("<manifest>\n <application>\n  <activity android"))
        .contains("stops being XML at line 3");
    assertThat(refusal("")).contains("it is empty");
    assertThat(refusal("{\"applinks\": {}}")).contains("stops being XML at line 1");
    assertThat(refusal("<!DOCTYPE plist")).contains("stops being XML");
    assertThat(refusal("<!--")).contains("stops being XML");
  }

  @Test
  void saysWhichFilesItReads() {
    assertThat(refusal("<html><body/></html>")).contains("\"html\"").contains(".entitlements");
  }

  @TestFactory
  Stream<DynamicTest> refusesPropertyListsThatHoldNoEntitlements() {
    return Stream.of(
            "<plist/>",
            "<plist><array/></plist>",
            "<plist><string>a</string></plist>",
            "<plist><dict><key>a</key><date>never</date></dict></plist>",
            "<plist><dict><key>a</key><integer>many</integer></dict></plist>")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file, () -> assertThat(refusal(file)).contains("no property list")));
  }

  @Test
  void survivesPropertyListsOfBrokenShape() {
    Stream.of(
            "<plist><dict><key>a</key></dict></plist>",
            "<plist><dict><string>a</string></dict></plist>",
            "<plist><dict><key>com.apple.developer.associated-domains</key></dict></plist>",
            "<plist><dict><key>com.apple.developer.associated-domains</key>"
                + "<array><unknown/><true/></array></dict></plist>",
            "<plist><dict><key>a</key><data>&lt;</data></dict></plist>",
            "<plist><dict/><dict/></plist>",
            "<plist xmlns=\"urn:x\"><dict/></plist>")
        .forEach(
            file -> {
              try {
                AppFile.read(bytes(file), "a.entitlements");
              } catch (UnreadableAppFileException e) {
                assertThat(e).hasMessageContaining("a.entitlements: ");
              }
            });
  }

  @Test
  void showsNothingThatMovesACursor() {
    assertThat(refusal("<m\u202Ea/>")).doesNotContain("\u202E");
    assertThatExceptionOfType(UnreadableAppFileException.class)
        .isThrownBy(() -> AppFile.read(bytes("<x/>"), "a\u001b[31m.xml"))
        .withMessageContaining("\\u{1b}");
  }

  private static String within(Duration limit, String file) {
    long start = System.nanoTime();
    String message = refusal(file);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
    return message;
  }

  private static String refusal(String file) {
    return refusal(bytes(file));
  }

  private static String refusal(byte[] file) {
    try {
      AppFile.read(file, "app.xml");
    } catch (UnreadableAppFileException e) {
      return e.getMessage();
    }
    throw new AssertionError("was read");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
