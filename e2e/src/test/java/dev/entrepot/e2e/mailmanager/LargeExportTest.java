package dev.entrepot.e2e.mailmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mailmanager.MailManagerClient;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.ExportState;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;

/** Ten gigabytes of mail go through the half gigabyte of heap that the program has unless it is told otherwise. */
@Tag("long")
class LargeExportTest {
    private static final String BUCKET = "exports";
    private static final int MAILBOXES = 20;
    private static final int MESSAGES_EACH = 10_000;
    private static final int MESSAGES = MAILBOXES * MESSAGES_EACH;
    private static final int MESSAGE_BYTES = 50_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** What is archived, and its export. */
    private static final long DISK_BYTES = 25L << 30;

    private static final long FLAT_MEBIBYTES = 800;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    private Path directory;

    private final MailManagerClient mail = ENTREPOT.mailManager();

    // [41]
    @Test
    void twoHundredThousandMessagesOfFiftyKilobytesAreExportedInFlatMemory() throws IOException {
        assumeTrue(
                Files.getFileStore(directory).getUsableSpace() > DISK_BYTES,
                "SKIPPED: an export of ten gigabytes asks for twenty-five of the disk");
        String archive = mail.createArchive(create -> create.archiveName("large")
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)))
                .archiveId();
        for (int number = 0; number < MAILBOXES; number++) {
            Path mailbox = mailbox(number);
            assertThat(ENTREPOT.server()
                            .command("mail", "load", archive, mailbox.toString())
                            .out())
                    .isEqualTo("10,000 messages archived, 0 were there already\n");
            Files.delete(mailbox);
        }
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));

        assertThat(export(archive, "few", MESSAGES_EACH)).isEqualTo(ExportState.COMPLETED);
        long few = ENTREPOT.server().peakResidentMebibytes();
        assertThat(export(archive, "all", MESSAGES)).isEqualTo(ExportState.COMPLETED);
        long all = ENTREPOT.server().peakResidentMebibytes();

        System.out.printf(
                "Peak resident memory: %d MiB after %d messages, %d MiB after %d%n", few, MESSAGES_EACH, all, MESSAGES);
        assertThat(all).isLessThan(FLAT_MEBIBYTES);
        assertThat(exported()).isEqualTo(MESSAGES);
    }

    /** Text that an archive stores in three quarters of its bytes. */
    private Path mailbox(int number) throws IOException {
        Path mailbox = directory.resolve("box-" + number);
        byte[] noise = new byte[MESSAGE_BYTES * 3 / 4];
        try (BufferedWriter out = Files.newBufferedWriter(mailbox, StandardCharsets.US_ASCII)) {
            for (int i = number * MESSAGES_EACH; i < (number + 1) * MESSAGES_EACH; i++) {
                new SplittableRandom(i).nextBytes(noise);
                out.write("From ada Thu Nov %d 09:59:15 2002\n".formatted(1 + i % 28));
                out.write("Message-ID: <%d@example.com>\nSubject: number %d\n\n".formatted(i, i));
                out.write(Base64.getMimeEncoder().encodeToString(noise).replace("\r", "") + "\n\n");
            }
        }
        return mailbox;
    }

    private ExportState export(String archive, String folder, int most) {
        String id = mail.startArchiveExport(start -> start.archiveId(archive)
                        .fromTimestamp(Instant.parse("2002-11-01T00:00:00Z"))
                        .toTimestamp(Instant.parse("2002-12-01T00:00:00Z"))
                        .maxResults(most)
                        .exportDestinationConfiguration(
                                to -> to.s3(s3 -> s3.s3Location("s3://" + BUCKET + "/" + folder + "/"))))
                .exportId();
        return Eventually.eventually(
                LONGEST,
                () -> mail.getArchiveExport(get -> get.exportId(id)).status().state(),
                state -> state == ExportState.COMPLETED || state == ExportState.FAILED);
    }

    /** How many objects of a message's size there are. */
    private static long exported() {
        return ENTREPOT.s3().listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix("all/")).contents().stream()
                .filter(object -> object.key().endsWith(".eml") && object.size() > MESSAGE_BYTES)
                .count();
    }
}
