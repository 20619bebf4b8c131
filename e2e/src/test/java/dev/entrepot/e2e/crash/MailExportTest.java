package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.Kills;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mailmanager.MailManagerClient;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.ExportState;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An export of years of mail outlives its server; whatever dies meanwhile, each message must be there once, and whole. */
class MailExportTest {
    private static final String BUCKET = "exports";
    private static final int MESSAGES = 10_000;
    private static final int KILLS = Kills.usually(3, 10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Set<ExportState> UNDER_WAY =
            Set.of(ExportState.QUEUED, ExportState.PREPROCESSING, ExportState.PROCESSING);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    private Path directory;

    private final MailManagerClient mail = ENTREPOT.mailManager();

    // [39] Kills hit at moments drawn from the time that an undisturbed export takes.
    @Test
    void anExportOutlivesServersKilledAtRandomMoments() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        String archive = loaded();
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
        long begin = System.nanoTime();
        String first = start(archive, "undisturbed");
        assertThat(within(first, LONGEST.toNanos())).isEqualTo(ExportState.COMPLETED);
        long duration = System.nanoTime() - begin;
        Map<String, String> undisturbed = messages("undisturbed");
        assertThat(undisturbed).hasSize(MESSAGES);
        assertThat(undisturbed.values()).doesNotHaveDuplicates();
        String manifest = manifest("undisturbed", first);

        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            String folder = "round-" + round;
            String id = start(archive, folder);
            ExportState state = within(id, random.nextLong(duration));
            while (kills < KILLS && UNDER_WAY.contains(state)) {
                ENTREPOT.server().kill();
                kills++;
                ENTREPOT.server().startAgain();
                state = within(id, random.nextLong(duration));
            }
            assertThat(within(id, LONGEST.toNanos()))
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(ExportState.COMPLETED);
            assertThat(messages(folder))
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(undisturbed);
            assertThat(manifest(folder, id))
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(manifest);
        }
    }

    private String loaded() throws IOException {
        Path mbox = directory.resolve("box.mbox");
        try (var out = Files.newBufferedWriter(mbox, StandardCharsets.US_ASCII)) {
            for (int i = 0; i < MESSAGES; i++) {
                out.write("From ada Thu Nov %d 09:59:15 2002\n".formatted(1 + i % 28));
                out.write("Message-ID: <%d@example.com>\nSubject: number %d\n\nx\n\n".formatted(i, i));
            }
        }
        String archive = mail.createArchive(create -> create.archiveName("mail")
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)))
                .archiveId();
        assertThat(ENTREPOT.server()
                        .command("mail", "load", archive, mbox.toString())
                        .out())
                .isEqualTo("10,000 messages archived, 0 were there already\n");
        return archive;
    }

    private String start(String archive, String folder) {
        return mail.startArchiveExport(start -> start.archiveId(archive)
                        .fromTimestamp(Instant.parse("2002-01-01T00:00:00Z"))
                        .toTimestamp(Instant.parse("2003-01-01T00:00:00Z"))
                        .exportDestinationConfiguration(
                                to -> to.s3(s3 -> s3.s3Location("s3://" + BUCKET + "/" + folder + "/"))))
                .exportId();
    }

    /** How the export stands once it has ended, or after so long. */
    private ExportState within(String id, long nanos) {
        long until = System.nanoTime() + nanos;
        return Eventually.eventually(
                LONGEST.multipliedBy(2),
                () -> mail.getArchiveExport(get -> get.exportId(id)).status().state(),
                state -> !UNDER_WAY.contains(state) || System.nanoTime() >= until);
    }

    /** The MD5 of each message's object, by its name in the folder. */
    private static Map<String, String> messages(String folder) {
        return ENTREPOT
                .s3()
                .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(folder + "/"))
                .contents()
                .stream()
                .filter(object -> object.key().endsWith(".eml"))
                .collect(Collectors.toMap(
                        object -> object.key().substring(folder.length()), S3Object::eTag, (a, _) -> a, TreeMap::new));
    }

    private static String manifest(String folder, String id) {
        return ENTREPOT.s3()
                .getObjectAsBytes(get -> get.bucket(BUCKET).key(folder + "/_export-" + id + "/manifest.jsonl"))
                .asUtf8String()
                .replace("\"key\":\"" + folder + "/", "\"key\":\"");
    }
}
