package dev.wellknown.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileComparisonTest {

  private static final String PRINT =
      "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";
  private static final String APP =
      "{'relation':['delegate_permission/common.handle_all_urls','delegate_permission/common.get_login_creds'],"
          + "'target':{'namespace':'android_app','package_name':'org.acme.shop',"
          + "'sha256_cert_fingerprints':['"
          + PRINT
          + "']}}";

  @Test
  void findsNoDifferenceInOrderAndForm() {
    String legacy =
        "{'applinks':{'apps':[],'details':[{'appID':'A1B2C3D4E5.org.acme.shop','paths':['NOT /a/b','/a/*']}]}}";
    String modern =
        "{'applinks':{'details':[{'components':[{'/':'/a/b','exclude':true},{'/':'/a/*','comment':'c'}],"
            + "'appIDs':['A1B2C3D4E5.org.acme.shop']}]}}";
    assertThat(differences(Kind.AASA, modern, legacy.replace("NOT /a/b", "NOT /a/b/"))).isEmpty();
    String one = APP.replace(",'delegate_permission/common.get_login_creds'", "");
    String other = APP.replace("'delegate_permission/common.handle_all_urls',", "");
    assertThat(differences(Kind.ASSETLINKS, "[" + APP + "]", "[" + other + ", " + one + "]"))
        .isEmpty();
  }

  @Test
  void namesWhatACopyLacksAndStillHas() {
    String other = APP.replace("org.acme.shop", "org.acme.old");
    assertThat(differences(Kind.ASSETLINKS, "[" + APP + "]", "[" + other + "]"))
        .containsExactly("lacks app \"org.acme.shop\"", "still names app \"org.acme.old\"");
    String less = APP.replace(",'delegate_permission/common.get_login_creds'", "");
    assertThat(differences(Kind.ASSETLINKS, "[" + APP + "]", "[" + less + "]"))
        .containsExactly(
            "lacks \"delegate_permission/common.get_login_creds\" for app \"org.acme.shop\"");
  }

  @Test
  void comparesIncludesAndStatementsAboutSites() {
    String site =
        "{'relation':['delegate_permission/common.get_login_creds'],"
            + "'target':{'namespace':'web','site':'https://a.example'}}";
    String include = "{'include':'https://a.example/list.json'}";
    assertThat(
            differences(
                Kind.ASSETLINKS,
                "[" + site + "," + include + "]",
                "[" + include + "," + site.replace("a.example", "A.EXAMPLE.:443") + "]"))
        .isEmpty();
    assertThat(
            differences(
                Kind.ASSETLINKS,
                "[" + site + "," + include + "]",
                "[" + site.replace("a.ex", "b.ex") + "]"))
        .hasSize(3)
        .anyMatch(text -> text.startsWith("lacks the include of "))
        .anyMatch(text -> text.startsWith("still has the statement "));
  }

  @Test
  void tellsTheOrderOfRulesOnlyWhereItMatters() {
    String rules = "{'/':'/a/b','exclude':true},{'/':'/a/*'}";
    String turned = "{'/':'/a/*'},{'/':'/a/b','exclude':true}";
    assertThat(differences(Kind.AASA, aasa(rules), aasa(turned)))
        .containsExactly("opens other links in app \"A1B2C3D4E5.org.acme.shop\"");
    String apart = "{'/':'/c'},{'/':'/a/*'}";
    String apartTurned = "{'/':'/a/*'},{'/':'/c'}";
    assertThat(differences(Kind.AASA, aasa(apart), aasa(apartTurned))).isEmpty();
    assertThat(differences(Kind.AASA, aasa(""), aasa(rules))).isNotEmpty();
  }

  @Test
  void comparesWhatCannotBeReadByItsBytes() {
    assertThat(differences(Kind.AASA, "{", "{")).isEmpty();
    assertThat(differences(Kind.AASA, "{", "[")).containsExactly("has other bytes");
    assertThat(differences(Kind.AASA, "{}", "["))
        .containsExactly("cannot be read, and the file can");
    assertThat(differences(Kind.AASA, "[", "{}"))
        .containsExactly("can be read, and the file cannot");
  }

  @Test
  void tellsTheFirstThreeDifferences() {
    assertThat(FileComparison.words(List.of("a"))).isEqualTo("a");
    assertThat(FileComparison.words(List.of("a", "b", "c", "d", "e")))
        .isEqualTo("a, b, c, and 2 more");
  }

  private static String aasa(String components) {
    return "{'applinks':{'details':[{'appIDs':['A1B2C3D4E5.org.acme.shop'],'components':["
        + components
        + "]}]}}";
  }

  private static List<String> differences(Kind kind, String file, String copy) {
    return FileComparison.differences(read(kind, file), read(kind, copy));
  }

  private static AssociationFile read(Kind kind, String text) {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return AssociationFile.read(kind, bytes, "file");
  }
}
