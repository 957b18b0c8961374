package org.ketamineregistry;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The house: its rooms, and the ways between them, as {@code docs/architecture.md} draws them. */
class ArchitectureTest {
  private static final String BASE = "org.ketamineregistry";
  private static final JavaClasses HOUSE =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(BASE);

  @Test
  void roomsHaveNoCyclesAndKeepToTheirAllowedDependencies() {
    ApplicationModules.of(BASE).verify();
  }

  @Test
  void everyRoomStandsInThePicture() throws Exception {
    String picture = Files.readString(Path.of("docs/architecture.md"));
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/ketamineregistry"))) {
      Assertions.assertThat(
              rooms.filter(Files::isDirectory).map(room -> "`" + room.getFileName() + "`"))
          .isNotEmpty()
          .allSatisfy(room -> Assertions.assertThat(picture).contains(room));
    }
  }

  @Test
  void onlyStoreAndServerTouchHapiJpa() {
    noClasses()
        .that(not(resideInAPackage(BASE + ".store..").or(resideInAPackage(BASE + ".server.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ca.uhn.fhir.jpa..")
        .because("a new version of HAPI, or another store, must change one room")
        .check(HOUSE);
  }

  @Test
  void onlyStoreAndDatabaseSpeakSql() {
    noClasses()
        .that(not(resideInAPackage(BASE + ".store..").or(resideInAPackage(BASE + ".database.."))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
        .because("what is stored is the business of the store alone")
        .check(HOUSE);
  }

  @Test
  void decisionsArePure() {
    noClasses()
        .that()
        .resideInAnyPackage(
            BASE + ".consent..",
            BASE + ".practice..",
            BASE + ".access..",
            BASE + ".privacy..",
            BASE + ".subscription",
            BASE + ".network")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.beans..",
            "org.springframework.context..",
            "org.springframework.stereotype..",
            "java.io..",
            "java.nio.file..",
            "java.net.http..")
        .because("a decision that can be tested without a machine can be trusted")
        .check(HOUSE);
  }

  @Test
  void reportsAreMadeOfWhatIsGiven() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".icsr..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.beans..",
            "org.springframework.context..",
            "org.springframework.stereotype..",
            "java.nio.file..",
            "java.net..")
        .because("a report to an authority is a function of the records, and of nothing else")
        .check(HOUSE);
  }

  @Test
  void outboundHttpLeavesFromTheClientsOnly() {
    noClasses()
        .that(
            not(
                resideInAPackage(BASE + ".credentials..")
                    .or(resideInAPackage(BASE + ".network.outbound.."))
                    .or(resideInAPackage(BASE + ".subscription.outbound.."))
                    .or(resideInAPackage(BASE + ".cli.registry.."))
                    .or(resideInAPackage(BASE + ".cli.push.."))
                    .or(resideInAPackage(BASE + ".cli.ask.."))
                    .or(resideInAPackage(BASE + ".cli.peers.."))
                    .or(resideInAPackage(BASE + ".cli.icsr.."))
                    .or(resideInAPackage(BASE + ".cli.source.."))
                    .or(resideInAPackage(BASE + ".cli.identity.."))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.apache.http..", "ca.uhn.fhir.rest.client..")
        .because("patient data leaves the registry through rooms that say so")
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ingest.Submitted", "validate.Validated", "consent.Permitted", "store.Stored"})
  void onlyItsOwnStageMakesAStagesRecord(String record) {
    constructors()
        .that()
        .areDeclaredIn(BASE + "." + record)
        .should()
        .notBePublic()
        .andShould()
        .notBeProtected()
        .because("an unvalidated bundle must not compile into the store")
        .check(HOUSE);
  }

  @Test
  void onlyProtectionMakesWhatIsReleased() {
    constructors()
        .that()
        .areDeclaredInClassesThat()
        .haveNameMatching(BASE + "\\.privacy\\.(Released\\w+|Question)")
        .should()
        .notBePublic()
        .andShould()
        .notBeProtected()
        .because("an answer that was not protected must not compile into one that leaves")
        .check(HOUSE);
  }

  @Test
  void whatIsCountedShowsNothing() {
    methods()
        .that()
        .areDeclaredIn(BASE + ".privacy.Counted")
        .and()
        .arePublic()
        .should()
        .haveNameMatching(".*\\.?(of|forSteward|toString)")
        .because("an exact count leaves a cell through protection, or to the registry's steward")
        .check(HOUSE);
  }

  @Test
  void exactFiguresAreForTheRegistrysStewardAlone() {
    noClasses()
        .that(not(resideInAPackage(BASE + ".privacy..").or(resideInAPackage(BASE + ".answer.."))))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(BASE + ".privacy.ExactFigure")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(BASE + ".privacy.Counted")
        .because("a room that speaks to others can return a released answer and nothing else")
        .check(HOUSE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(BASE + ".answer.ExactAnswers")
        .should()
        .callMethod(BASE + ".privacy.Counted", "forSteward", "java.util.Map")
        .because("an answer to others must not be made of an exact figure")
        .check(HOUSE);
  }

  @Test
  void namesSaySomething() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..model..",
            "..service..",
            "..helper..",
            "..impl..",
            "..exceptions..")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .because("a room is named for a noun of the domain or a verb of the flow")
        .check(HOUSE);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .because("what a class needs stands in its constructor")
        .check(HOUSE);
  }

  @Test
  void timeComesFromAClock() {
    classes()
        .that()
        .resideInAnyPackage(
            BASE + ".consent..",
            BASE + ".practice..",
            BASE + ".privacy..",
            BASE + ".validate..",
            BASE + ".ingest..")
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.not(
                com.tngtech.archunit.lang.conditions.ArchConditions.callMethod(
                    java.time.Instant.class, "now")))
        .because("what is decided today can be tested for any day")
        .check(HOUSE);
  }
}
