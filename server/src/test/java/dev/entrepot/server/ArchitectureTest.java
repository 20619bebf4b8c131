package dev.entrepot.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The module graph is the architecture. Maven keeps modules apart; what it cannot see is kept here (docs/architecture.md). */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.entrepot");

    @Test
    void wireKnowsNoStoreAndNoService() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.entrepot.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.entrepot.storage..",
                        "dev.entrepot.jobs..",
                        "dev.entrepot.simpledb..",
                        "dev.entrepot.sesv2..",
                        "dev.entrepot.cleanroomsml..",
                        "org.jdbi..",
                        "java.sql.."));
    }

    @Test
    void storesAndJobsKnowNoWire() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.entrepot.storage..", "dev.entrepot.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.entrepot.wire..",
                        "dev.entrepot.simpledb..",
                        "dev.entrepot.sesv2..",
                        "dev.entrepot.cleanroomsml..",
                        "dev.entrepot.server.."));
    }

    @Test
    void servicesDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.entrepot.sesv2..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.entrepot.simpledb..", "dev.entrepot.server.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.entrepot.cleanroomsml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.entrepot.simpledb..",
                        "dev.entrepot.sesv2..",
                        "dev.entrepot.mailmanager..",
                        "dev.entrepot.server.."));
    }

    // What ranks users is pure computation: it can be measured, and replaced, without the service.
    @Test
    void lookalikeModelsKnowNothingOfTheService() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.entrepot.cleanroomsml.lookalike..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.entrepot.cleanroomsml.resource..",
                        "dev.entrepot.cleanroomsml.contract..",
                        "dev.entrepot.wire..",
                        "dev.entrepot.storage..",
                        "dev.entrepot.jobs.."));
    }

    @Test
    void codecsSeeSchemasAndNeverAContract() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.entrepot.wire.codec..", "dev.entrepot.wire.protocol..", "dev.entrepot.wire.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.entrepot.wire.service.."));
    }

    @Test
    void packagesFormNoCycles() {
        check(slices().matching("dev.entrepot.(**)").should().beFreeOfCycles());
    }

    // A clock is passed in; only main asks the machine.
    @Test
    void nobodyAsksTheMachineForTheTime() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.entrepot.server.command.Main")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
