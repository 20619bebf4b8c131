package dev.entrepot.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who keeps mail for a court must learn of damage by the exit code, in a job that nobody watches. */
class MailVerifyTest {
    private static final String ARCHIVE = "a-" + "x".repeat(26);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsWellIsCountedAndWhatIsDamagedIsListed() throws IOException {
        archive("a message");
        assertThat(run(ARCHIVE)).isZero();
        assertThat(out).hasToString("1 messages, 9 bytes: 0 messages differ\n");

        try (var files = Files.walk(data.resolve("mail/buckets"))) {
            for (Path pack :
                    files.filter(file -> file.toString().endsWith("+object")).toList()) {
                byte[] bytes = Files.readAllBytes(pack);
                bytes[12] ^= 1;
                Files.write(pack, bytes);
            }
        }
        out.reset();
        assertThat(run(ARCHIVE)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(": 1 messages differ\n");
        assertThat(err).hasToString("entrepot: 1 messages are not as they were archived\n");
    }

    @Test
    void anArchiveThatIsNotThereIsSaidToBe() {
        assertThat(run("a-none")).isEqualTo(1);
        assertThat(err).hasToString("entrepot: There is no archive 'a-none'\n");
    }

    private void archive(String message) {
        var stores = new StoreConfiguration(data, Optional.empty(), data.resolve("objects"));
        try (var database = Stores.database(stores);
                var objects = Stores.mail(stores, CLOCK)) {
            database.write(handle -> handle.execute("""
                    INSERT INTO mail_archive
                        (number, account, region, id, name, retention, kms_key_arn, created_at, updated_at)
                    VALUES (1, '000000000000', 'us-east-1', ?, 'mine', 'PERMANENT', '', 0, 0)""", ARCHIVE));
            new MailManager(database, objects, objects, CLOCK, MailManagerLimits.SELF_HOSTED)
                    .arrivals()
                    .deliver(
                            ARCHIVE,
                            new Arrival(
                                    Content.of(message.getBytes(StandardCharsets.UTF_8)),
                                    CLOCK.instant(),
                                    Delivery.UNKNOWN,
                                    false));
        }
    }

    private int run(String archive) {
        var commands = new Commands(
                Map.of(),
                data,
                CLOCK,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return commands.run("mail", "verify", "--data", data.toString(), archive);
    }
}
