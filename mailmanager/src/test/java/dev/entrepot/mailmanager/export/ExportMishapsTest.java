package dev.entrepot.mailmanager.export;

import static dev.entrepot.mailmanager.export.ExportStage.BUCKET;
import static dev.entrepot.mailmanager.export.ExportStage.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.export.ExportForm.Folder;
import dev.entrepot.mailmanager.export.ExportForm.Format;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.WriteCondition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What goes wrong while an export runs must show in its state: clients look at nothing else. */
class ExportMishapsTest {
    private static final String PLACE = "s3://" + BUCKET + "/p/";

    // Dossier, section 3.3: trying again would not bring the bucket back.
    @OnEveryDatabase
    void aBucketThatIsDeletedMeanwhileFailsTheExport(TestDatabase test) {
        var permits = new Semaphore(0);
        try (var export = held(test, permits)) {
            export.deliver(3);
            String id = export.started(PLACE, "");
            Eventually.await(() -> export.state(id).equals("PROCESSING"));
            var requester = Requester.of(Stage.OWNER);
            export.stage.buckets.delete(requester, BUCKET, export.objects("").keySet(), WriteCondition.NONE);
            export.stage.buckets.deleteBucket(requester, BUCKET);
            permits.release();
            assertThat(export.ended(id)).isEqualTo("FAILED");
            assertThat(export.status(id).path("ErrorMessage").asText())
                    .startsWith("The export could not be written to s3://" + BUCKET + ":");
        }
    }

    @OnEveryDatabase
    void anArchiveWhoseKeyIsSwitchedOffFailsTheExport(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            String key =
                    export.stage.keyring.create(Stage.OWNER, Optional.empty()).arn();
            String archive = export.stage
                    .call("CreateArchive", "{'ArchiveName':'sealed','KmsKeyArn':'%s'}".formatted(key))
                    .text("ArchiveId");
            export.stage
                    .mailManager
                    .arrivals()
                    .deliver(
                            archive,
                            new Arrival(
                                    Content.of(ExportStage.mail(1)),
                                    export.stage.clock.instant(),
                                    Delivery.UNKNOWN,
                                    false));
            export.stage.keyring.disable(Stage.OWNER, key);
            String id = export.stage
                    .call("StartArchiveExport", export.request(PLACE, "").replace(export.archive, archive))
                    .text("ExportId");
            assertThat(export.ended(id)).isEqualTo("FAILED");
            assertThat(export.status(id).path("ErrorMessage").asText())
                    .isEqualTo("The archive's KMS key cannot be used.");
        }
    }

    // Three parts and two threads: the third part has not looked for its message yet when that goes.
    @OnEveryDatabase
    void aMessageThatGoesMeanwhileIsTold(TestDatabase test) {
        var permits = new Semaphore(0);
        try (var export = held(test, permits)) {
            MessageId last = export.deliver(2_001).getLast();
            String id = export.started(PLACE, "");
            Eventually.await(() -> permits.getQueueLength() == 2);
            export.stage.database.write(
                    handle -> handle.execute("DELETE FROM mail_message WHERE number = ?", last.number()));
            permits.release(3);
            assertThat(export.ended(id)).isEqualTo("FAILED");
            assertThat(export.status(id).path("ErrorMessage").asText()).startsWith("1 of 2001 messages");
            assertThat(lines(export.objects("p/_export-" + id + "/").get("errors.jsonl")))
                    .extracting(line -> line.path("archivedMessageId").asText())
                    .containsExactly("number " + last.number());
        }
    }

    // Who wants only mail in the folder gets only mail, also when some of it is missing.
    @OnEveryDatabase
    void withoutSidecarsTheStateAloneTellsOfAGap(TestDatabase test) {
        try (var export = new ExportStage(test, new ExportForm(Folder.SHARED, Format.EML, false))) {
            List<MessageId> ids = export.deliver(3);
            String whole = export.started(PLACE, "");
            assertThat(export.ended(whole)).isEqualTo("COMPLETED");
            assertThat(export.objects("p/").keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(message -> message + ".eml").toList());
            export.stage.database.write(handle -> handle.execute(
                    "UPDATE mail_message SET sha256 = ? WHERE number = ?",
                    new byte[32],
                    ids.getFirst().number()));
            String gap = export.started("s3://" + BUCKET + "/gap/", "");
            assertThat(export.ended(gap)).isEqualTo("FAILED");
            assertThat(export.status(gap).path("ErrorMessage").asText())
                    .isEqualTo("1 of 3 messages could not be exported; the server's log tells which");
            assertThat(export.objects("gap/")).hasSize(2);
        }
    }

    private static ExportStage held(TestDatabase test, Semaphore permits) {
        return new ExportStage(test, MailManagerLimits.SELF_HOSTED, buckets -> new HeldBatches(buckets, permits));
    }
}
