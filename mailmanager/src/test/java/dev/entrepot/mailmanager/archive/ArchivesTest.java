package dev.entrepot.mailmanager.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Archives as clients make, change and delete them: the numbers are those of the dossier's section 6. */
class ArchivesTest {
    // [1]
    @OnEveryDatabase
    void aNewArchiveKeepsMailForSixMonths(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = stage.createArchive("compliance-archive");

            assertThat(id).matches("a-[a-z0-9]{24,62}");
            Answer archive = get(stage, id);
            assertThat(archive.status()).isEqualTo(200);
            assertThat(archive.text("ArchiveState")).isEqualTo("ACTIVE");
            assertThat(archive.body().path("Retention").path("RetentionPeriod").asText())
                    .isEqualTo("SIX_MONTHS");
            assertThat(archive.text("ArchiveArn"))
                    .isEqualTo("arn:aws:ses:us-east-1:111122223333:mailmanager-archive/" + id);
            assertThat(archive.body().has("KmsKeyArn")).isFalse();
            assertThat(archive.body().path("CreatedTimestamp").asDouble())
                    .isEqualTo(archive.body().path("LastUpdatedTimestamp").asDouble())
                    .isEqualTo(stage.clock.instant().toEpochMilli() / 1000.0);
        }
    }

    // [2]
    @OnEveryDatabase
    void aNameIsTakenOnce(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.createArchive("mine");

            Answer second = stage.call("CreateArchive", "{'ArchiveName':'mine','ClientToken':'other'}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.error()).isEqualTo("ConflictException");
            assertThat(second.text("Message")).contains("Archive already exists");

            stage.callAs(new Owner("444455556666", "us-east-1"));
            assertThat(stage.createArchive("mine")).isNotEmpty();
        }
    }

    // [3] SDKs repeat a call whose answer they lost.
    @OnEveryDatabase
    void aClientTokenMeansOneArchiveForADay(TestDatabase test) {
        String request = "{'ArchiveName':'mine','ClientToken':'t','Tags':[{'Key':'k','Value':'v'}]}";
        try (var stage = new Stage(test)) {
            Answer first = stage.call("CreateArchive", request);
            assertThat(stage.call("CreateArchive", request)).isEqualTo(first);
            assertThat(stage.call("ListArchives", "{}").body().path("Archives")).hasSize(1);
            assertThat(stage.call("CreateArchive", request.replace("mine", "yours"))
                            .error())
                    .isEqualTo("ConflictException");

            stage.clock.advance(Duration.ofHours(24));
            assertThat(stage.call("CreateArchive", request.replace("mine", "yours"))
                            .status())
                    .isEqualTo(200);
        }
    }

    // [4] [5]
    @OnEveryDatabase
    void whatBreaksTheContractIsRefused(TestDatabase test) {
        try (var stage = new Stage(test)) {
            for (String name : List.of("a", "-ab", "ab_", "a b", "x".repeat(65), "")) {
                Answer answer = stage.call("CreateArchive", "{'ArchiveName':'%s'}".formatted(name));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.error()).isEqualTo("ValidationException");
            }
            assertThat(stage.createArchive("ab")).isNotEmpty();
            assertThat(stage.createArchive("x".repeat(64))).isNotEmpty();

            for (String retention : List.of("{'RetentionPeriod':'UNKNOWN'}", "{}", "{'Other':'X'}")) {
                Answer answer = stage.call("CreateArchive", "{'ArchiveName':'r','Retention':%s}".formatted(retention));
                assertThat(answer.error()).isEqualTo("ValidationException");
            }
        }
    }

    // [6]
    @OnEveryDatabase
    void awsAllowsTenActiveArchives(TestDatabase test) {
        try (var stage = new Stage(test, MailManagerLimits.AWS)) {
            String first = stage.createArchive("archive-0");
            for (int i = 1; i < 10; i++) {
                stage.createArchive("archive-" + i);
            }
            Answer eleventh = stage.call("CreateArchive", "{'ArchiveName':'one-more'}");
            assertThat(eleventh.status()).isEqualTo(402);
            assertThat(eleventh.error()).isEqualTo("ServiceQuotaExceededException");

            delete(stage, first);
            assertThat(stage.createArchive("one-more")).isNotEmpty();
        }
    }

    // [7] Terraform sends name and retention whenever either changes.
    @OnEveryDatabase
    void awsAllowsOneChangeOfTheRetentionAWeek(TestDatabase test) {
        try (var stage = new Stage(test, MailManagerLimits.AWS)) {
            String id = stage.call("CreateArchive", "{'ArchiveName':'mine','Retention':{'RetentionPeriod':'ONE_YEAR'}}")
                    .text("ArchiveId");
            String update = "{'ArchiveId':'%s','ArchiveName':'%s','Retention':{'RetentionPeriod':'%s'}}";
            assertThat(stage.call("UpdateArchive", update.formatted(id, "mine", "TWO_YEARS"))
                            .status())
                    .isEqualTo(200);
            assertThat(stage.call("UpdateArchive", update.formatted(id, "mine", "THREE_YEARS"))
                            .error())
                    .isEqualTo("ServiceQuotaExceededException");
            assertThat(stage.call("UpdateArchive", update.formatted(id, "renamed", "TWO_YEARS"))
                            .status())
                    .isEqualTo(200);
            stage.clock.advance(Duration.ofDays(7));
            assertThat(stage.call("UpdateArchive", update.formatted(id, "renamed", "THREE_YEARS"))
                            .status())
                    .isEqualTo(200);
            assertThat(get(stage, id).text("ArchiveName")).isEqualTo("renamed");
        }
    }

    // [8]
    @OnEveryDatabase
    void aRenameTakesAFreeNameOrItsOwn(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = stage.createArchive("mine");
            stage.createArchive("theirs");
            String update = "{'ArchiveId':'%s','ArchiveName':'%s'}";
            double before = get(stage, id).body().path("LastUpdatedTimestamp").asDouble();
            stage.clock.advance(Duration.ofSeconds(1));

            assertThat(stage.call("UpdateArchive", update.formatted(id, "theirs"))
                            .error())
                    .isEqualTo("ConflictException");
            assertThat(stage.call("UpdateArchive", update.formatted(id, "mine")).body())
                    .isEmpty();
            assertThat(get(stage, id).body().path("LastUpdatedTimestamp").asDouble())
                    .isEqualTo(before);
        }
    }

    // [9] [10] The part about searches is tested where they are.
    @OnEveryDatabase
    void aDeletedArchiveKeepsItsNameForThirtyDays(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = stage.createArchive("mine");
            assertThat(delete(stage, id).status()).isEqualTo(200);

            assertThat(get(stage, id).text("ArchiveState")).isEqualTo("PENDING_DELETION");
            assertThat(stage.call("ListArchives", "{}")
                            .body()
                            .path("Archives")
                            .path(0)
                            .path("ArchiveState")
                            .asText())
                    .isEqualTo("PENDING_DELETION");
            assertThat(delete(stage, id).status()).isEqualTo(200);
            assertThat(stage.call("UpdateArchive", "{'ArchiveId':'%s','ArchiveName':'new'}".formatted(id))
                            .error())
                    .isEqualTo("ConflictException");
            assertThat(stage.call("CreateArchive", "{'ArchiveName':'mine'}").error())
                    .isEqualTo("ConflictException");

            stage.clock.advance(Duration.ofDays(30));
            assertThat(get(stage, id).error()).isEqualTo("ResourceNotFoundException");
            assertThat(stage.call("ListArchives", "{}").body().path("Archives")).isEmpty();
            assertThat(stage.createArchive("mine")).isNotEqualTo(id);
        }
    }

    // [11]
    @OnEveryDatabase
    void anUnknownArchiveIsNotFoundButMayBeDeleted(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String mine = stage.createArchive("mine");
            Answer unknown = get(stage, "a-" + "z".repeat(26));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.error()).isEqualTo("ResourceNotFoundException");
            Answer arn = get(stage, "arn:aws:ses:us-east-1:111122223333:mailmanager-archive/" + mine);
            assertThat(arn.error()).isEqualTo("ValidationException");
            assertThat(arn.text("Message")).contains("Member must have length", "66");
            assertThat(delete(stage, "a-" + "z".repeat(26)).status()).isEqualTo(200);

            stage.callAs(new Owner("444455556666", "us-east-1"));
            assertThat(get(stage, mine).error()).isEqualTo("ResourceNotFoundException");
            assertThat(delete(stage, mine).status()).isEqualTo(200);
            stage.callAs(Stage.OWNER);
            assertThat(get(stage, mine).text("ArchiveState")).isEqualTo("ACTIVE");
        }
    }

    // [12]
    @OnEveryDatabase
    void listingsComeInPages(TestDatabase test) {
        try (var stage = new Stage(test)) {
            for (int i = 0; i < 120; i++) {
                stage.createArchive("archive-" + i);
            }
            var seen = new HashSet<String>();
            var sizes = new ArrayList<Integer>();
            String token = "";
            do {
                String next = token.isEmpty() ? "" : ",'NextToken':'%s'".formatted(token);
                Answer page = stage.call("ListArchives", "{'PageSize':50" + next + "}");
                page.body()
                        .path("Archives")
                        .forEach(archive -> seen.add(archive.path("ArchiveId").asText()));
                sizes.add(page.body().path("Archives").size());
                token = page.text("NextToken");
            } while (!token.isEmpty());
            assertThat(seen).hasSize(120);
            assertThat(sizes).containsExactly(50, 50, 20);

            for (String bad : List.of("'PageSize':51", "'PageSize':0", "'NextToken':'garbage'")) {
                assertThat(stage.call("ListArchives", "{" + bad + "}").error()).isEqualTo("ValidationException");
            }
        }
    }

    // [44]
    @OnEveryDatabase
    void tagsAreAddedChangedAndRemoved(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = stage.call(
                            "CreateArchive",
                            "{'ArchiveName':'mine','Tags':[{'Key':'a','Value':'1'},{'Key':'b','Value':'2'}]}")
                    .text("ArchiveId");
            String arn = "arn:aws:ses:us-east-1:111122223333:mailmanager-archive/" + id;
            stage.call(
                    "TagResource",
                    "{'ResourceArn':'%s','Tags':[{'Key':'b','Value':'3'},{'Key':'c','Value':''}]}".formatted(arn));
            stage.call("UntagResource", "{'ResourceArn':'%s','TagKeys':['a','absent']}".formatted(arn));
            assertThat(stage.call("ListTagsForResource", "{'ResourceArn':'%s'}".formatted(arn))
                            .body()
                            .path("Tags"))
                    .extracting(tag ->
                            tag.path("Key").asText() + "=" + tag.path("Value").asText())
                    .containsExactly("b=3", "c=");

            for (String key : List.of("a key", "k".repeat(129))) {
                assertThat(stage.call(
                                        "TagResource",
                                        "{'ResourceArn':'%s','Tags':[{'Key':'%s','Value':''}]}".formatted(arn, key))
                                .error())
                        .isEqualTo("ValidationException");
            }
            assertThat(stage.call(
                                    "ListTagsForResource",
                                    "{'ResourceArn':'arn:aws:sqs:us-east-1:111122223333:mailmanager-queue'}")
                            .error())
                    .isEqualTo("ValidationException");
            assertThat(stage.call("ListTagsForResource", "{'ResourceArn':'%sx'}".formatted(arn))
                            .error())
                    .isEqualTo("ResourceNotFoundException");
        }
    }

    // A key that cannot be used is found out before mail is lost to it.
    @OnEveryDatabase
    void anArchiveNeedsAKeyThatWorks(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String key = stage.keyring.create(Stage.OWNER, Optional.empty()).arn();
            String request = "{'ArchiveName':'mine','KmsKeyArn':'%s'}".formatted(key);
            assertThat(stage.call("CreateArchive", request.replace("/", "/0")).error())
                    .isEqualTo("AccessDeniedException");
            String id = stage.call("CreateArchive", request).text("ArchiveId");
            assertThat(get(stage, id).text("KmsKeyArn")).isEqualTo(key);
        }
    }

    // [52] What is in the contract but not built is as unknown as what never was.
    @OnEveryDatabase
    void anOperationThatIsNotThereIsUnknown(TestDatabase test) {
        try (var stage = new Stage(test)) {
            assertThat(stage.call("CreateRuleSet", "{}").error()).isEqualTo("UnknownOperationException");
        }
    }

    private static Answer get(Stage stage, String id) {
        return stage.call("GetArchive", "{'ArchiveId':'%s'}".formatted(id));
    }

    private static Answer delete(Stage stage, String id) {
        return stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(id));
    }
}
