package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Kills;
import dev.entrepot.e2e.fixture.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;

/** Years of mail take hours to load; whatever dies meanwhile, each message must be there once, and whole. */
class MailLoadTest {
    private static final int MESSAGES = 20_000;
    private static final int KILLS = Kills.usually(4, 20);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    private Path directory;

    /**
     * Kills hit at moments drawn from the time that an undisturbed load takes. One command lives through all of them, unless the server
     * was gone before it had begun. All that it was told is archived the second command must find.
     */
    @Test
    void aLoadOutlivesServersKilledAtRandomMoments() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        Path mbox = mbox();
        String first = archive("undisturbed");
        long begin = System.nanoTime();
        assertThat(load(first, mbox).out()).isEqualTo("20,000 messages archived, 0 were there already\n");
        long duration = System.nanoTime() - begin;
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            String archive = archive("round-" + round);
            CompletableFuture<Ran> load = CompletableFuture.supplyAsync(() -> load(archive, mbox));
            while (kills < KILLS && !endsWithin(load, random.nextLong(duration))) {
                ENTREPOT.server().kill();
                kills++;
                ENTREPOT.server().startAgain();
            }
            Ran ran = load.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (ran.err().endsWith("is it running?\n")) {
                ran = load(archive, mbox);
            }
            assertThat(ran.code())
                    .as("after %s kills, seed %s: %s", kills, seed, ran)
                    .isZero();
            assertThat(load(archive, mbox).out())
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo("0 messages archived, 20,000 were there already\n");
            assertVerified(archive);
        }
    }

    // Whoever loads may lose their own machine just as well.
    @Test
    void aLoaderThatIsKilledGoesOnWhenTheCommandIsTypedAgain() throws Exception {
        Path mbox = mbox();
        String archive = archive("loader");
        Process loader = ENTREPOT.server().begin("mail", "load", archive, mbox.toString());
        loader.inputReader().readLine(); // a tenth of the way
        loader.destroyForcibly().waitFor();
        Ran ran = load(archive, mbox);
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(Arrays.stream(ran.out().replace(",", "").split("\\D+"))
                        .filter(number -> !number.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(MESSAGES);
        assertVerified(archive);
    }

    /** All bytes are hashed anew, and each message is there once. */
    private static void assertVerified(String archive) {
        Ran verified = ENTREPOT.server().command("mail", "verify", archive);
        assertThat(verified.out()).startsWith(MESSAGES + " messages, ").endsWith(": 0 messages differ\n");
    }

    private static boolean endsWithin(CompletableFuture<Ran> load, long nanos) throws Exception {
        try {
            load.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static Ran load(String archive, Path mbox) {
        return ENTREPOT.server().command("mail", "load", archive, mbox.toString());
    }

    private static String archive(String name) {
        return ENTREPOT.mailManager()
                .createArchive(request -> request.archiveName(name)
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)))
                .archiveId();
    }

    /** Messages that compress badly, of several months. */
    private Path mbox() throws IOException {
        Path mbox = directory.resolve("box");
        try (var out = Files.newBufferedWriter(mbox, StandardCharsets.US_ASCII)) {
            byte[] noise = new byte[1000];
            for (int i = 0; i < MESSAGES; i++) {
                new SplittableRandom(i).nextBytes(noise);
                out.write("From ada Thu %s %d 09:59:15 2002\n".formatted(i % 1000 < 500 ? "Nov" : "Dec", 1 + i % 28));
                out.write("Message-ID: <%d@example.com>\nSubject: number %d\n\n".formatted(i, i));
                out.write(HexFormat.of().formatHex(noise) + "\n\n");
            }
        }
        return mbox;
    }
}
