package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.Kills;
import dev.entrepot.e2e.ses.EventFiles;
import dev.entrepot.e2e.ses.SesExports;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.DataFormat;
import software.amazon.awssdk.services.sesv2.model.GetExportJobResponse;
import software.amazon.awssdk.services.sesv2.model.JobStatus;

/** An export that dies half way must end, with the file that it would have had. */
class SesExportTest {
    private static final int MESSAGES = 60_000;
    private static final int KILLS = Kills.usually(3, 10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    Path directory;

    @Test
    void killedAtRandomMomentsExportsAreByteIdenticalToAnUndisturbedOne() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        Path file = directory.resolve("events.jsonl");
        try (BufferedWriter events = Files.newBufferedWriter(file)) {
            for (int i = 0; i < MESSAGES; i++) {
                events.write(EventFiles.send(i, "a@gmail.com"));
                events.write(EventFiles.delivery(i, "a@gmail.com"));
            }
        }
        assertThat(ENTREPOT.server()
                        .command("ses", "events", "load", file.toString())
                        .out())
                .isEqualTo("120,000 event records loaded, 0 known before\n");
        SesV2Client ses = ENTREPOT.ses();
        long begin = System.nanoTime();
        byte[] undisturbed = file(SesExports.ended(ses, start(ses)));
        long duration = System.nanoTime() - begin;

        int kills = 0;
        while (kills < KILLS) {
            String id = start(ses);
            boolean ended = false;
            while (!ended && kills < KILLS) {
                ended = runsFor(ses, id, random.nextLong(duration));
                if (!ended) {
                    ENTREPOT.server().kill();
                    kills++;
                    ENTREPOT.server().startAgain();
                }
            }
            GetExportJobResponse job = SesExports.ended(ses, id);
            assertThat(job.jobStatus())
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(JobStatus.COMPLETED);
            assertThat(job.statistics().processedRecordsCount()).isEqualTo(MESSAGES);
            assertThat(job.statistics().exportedRecordsCount()).isEqualTo(10_000);
            assertThat(file(job)).as("after %s kills, seed %s", kills, seed).isEqualTo(undisturbed);
        }
    }

    private static String start(SesV2Client ses) {
        return ses.createExportJob(create -> create.exportDataSource(SesExports.everything())
                        .exportDestination(to -> to.dataFormat(DataFormat.CSV)))
                .jobId();
    }

    private static byte[] file(GetExportJobResponse job) throws IOException {
        try (InputStream content =
                URI.create(job.exportDestination().s3Url()).toURL().openStream()) {
            return content.readAllBytes();
        }
    }

    /** Lets the export run this long, or until it ends; returns whether it did. */
    private static boolean runsFor(SesV2Client ses, String id, long nanos) {
        long until = System.nanoTime() + nanos;
        GetExportJobResponse seen = Eventually.eventually(
                LONGEST,
                () -> ses.getExportJob(get -> get.jobId(id)),
                job -> SesExports.hasEnded(job) || System.nanoTime() >= until);
        return SesExports.hasEnded(seen);
    }
}
