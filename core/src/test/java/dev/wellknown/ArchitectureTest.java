package dev.wellknown;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.wellknown.finding.Printable;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages use each other one way, and libraries stay where they belong. */
class ArchitectureTest {

  /** Each may use those before it, and no other. */
  private static final List<String> ORDER =
      List.of(
          "finding",
          "json",
          "registration",
          "registration.declaration",
          "app",
          "association",
          "match",
          "signin",
          "fetch",
          "rule.serving",
          "rule.json",
          "rule.assetlinks",
          "rule.aasa",
          "rule.agreement",
          "rule.link",
          "rule.signin",
          "examine",
          "report",
          "serve");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.wellknown");

  @Test
  void sawEnoughClassesToSayAnything() {
    assertThat(CLASSES).hasSizeGreaterThan(120);
    for (String name : ORDER) {
      assertThat(CLASSES).anyMatch(each -> each.getPackageName().equals(full(name)));
    }
  }

  @Test
  void knowsEveryPackage() {
    List<String> known =
        Stream.concat(
                ORDER.stream().map(ArchitectureTest::full),
                Stream.of("dev.wellknown", "dev.wellknown.rule"))
            .toList();
    assertThat(CLASSES).allSatisfy(each -> assertThat(each.getPackageName()).isIn(known));
  }

  @TestFactory
  Stream<DynamicTest> usesOnlyThePackagesAboveIt() {
    return ORDER.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(full(name))
                            .should()
                            .dependOnClassesThat(
                                resideInAnyPackage(below(name)).and(isNotTheRuleOf(name)))
                            .check(CLASSES)));
  }

  /** All packages that come after one, and the facade. */
  private static String[] below(String name) {
    return Stream.concat(
            ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                .map(ArchitectureTest::full),
            Stream.of("dev.wellknown"))
        .toArray(String[]::new);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> isNotTheRuleOf(
      String name) {
    return describe("other than itself", each -> !each.getPackageName().equals(full(name)));
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    SlicesRuleDefinition.slices()
        .matching("dev.wellknown.(**)")
        .namingSlices("$1")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(
            describe("the catalogue", each -> each.getSimpleName().equals("RuleCatalog")),
            describe("its rules", each -> true))
        .check(CLASSES);
  }

  @Test
  void keepsTheJsonYamlAndSchemaLibrariesInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.wellknown.json")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.networknt..", "org.snakeyaml..")
        .check(CLASSES);
  }

  @Test
  void keepsXmlAndThePropertyListLibraryInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.wellknown.app")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.dd.plist..", "javax.xml.stream..")
        .check(CLASSES);
  }

  @Test
  void keepsConstraintsInThePackageOfDeclarations() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.wellknown.registration.declaration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.validation..", "org.hibernate..")
        .check(CLASSES);
  }

  @Test
  void opensConnectionsInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.wellknown.fetch", "dev.wellknown.serve")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|.*URLConnection)"
                + "|java\\.nio\\.channels\\..*Socket.*")
        .orShould()
        .callMethodWhere(
            describe(
                "asks for a name",
                call ->
                    call.getTargetOwner().isEquivalentTo(InetAddress.class)
                        && call.getTarget().getName().startsWith("get")
                        && call.getTarget().getName().endsWith("ByName")))
        .check(CLASSES);
  }

  @Test
  void keepsTheHttpLibraryInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.wellknown.fetch")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..")
        .check(CLASSES);
  }

  @Test
  void keepsWhatFetchesFromKnowingWhatItFetches() {
    noClasses()
        .that()
        .resideInAPackage("dev.wellknown.fetch")
        .should()
        .dependOnClassesThat(
            describe(
                "of our own, but for making text safe to show",
                each ->
                    each.getPackageName().startsWith("dev.wellknown")
                        && !each.getPackageName().equals("dev.wellknown.fetch")
                        && !each.isEquivalentTo(Printable.class)))
        .check(CLASSES);
  }

  @Test
  void listensInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.wellknown.serve")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.net.httpserver..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.ServerSocket")
        .check(CLASSES);
  }

  @Test
  void showsOnlyItsOwnTypesAndThoseOfTheJdk() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and(describe("are not made from a template", method -> !isTemplate(method.getOwner())))
        .should()
        .haveRawReturnType(describe("JDK or own", ArchitectureTest::isOurs))
        .andShould()
        .haveRawParameterTypes(
            describe("JDK or own", types -> types.stream().allMatch(ArchitectureTest::isOurs)))
        .check(CLASSES);
  }

  /**
   * Templates become public classes; their parameters are not, so that nobody else can use them.
   */
  private static boolean isTemplate(JavaClass type) {
    return type.getSimpleName().matches("Jte[a-z]+Generated");
  }

  @Test
  void rendersTemplatesInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.wellknown.report")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gg.jte..")
        .check(CLASSES);
  }

  private static boolean isOurs(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return base.isPrimitive()
        || base.getPackageName().startsWith("java.")
        || base.getPackageName().startsWith("dev.wellknown");
  }

  @Test
  void keepsRulesSmallStatelessAndToThemselves() {
    classes()
        .that()
        .areAssignableTo("dev.wellknown.rule.Rule")
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .andShould()
        .haveOnlyFinalFields()
        .check(CLASSES);
  }

  @Test
  void printsNothing() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(
            describe(
                "ends the process",
                call ->
                    call.getTarget().getName().equals("exit")
                        && call.getTargetOwner().isEquivalentTo(System.class)))
        .check(CLASSES);
  }

  @Test
  void namesNoClassForWhatItIsNot() {
    noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(CLASSES);
  }

  private static String full(String name) {
    return "dev.wellknown." + name;
  }
}
