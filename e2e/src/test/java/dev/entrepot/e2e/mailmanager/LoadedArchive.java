package dev.entrepot.e2e.mailmanager;

import dev.entrepot.e2e.fixture.Entrepot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;

/**
 * An archive of three messages, a minute apart, and a bucket for exports.
 *
 * @param id the archive's
 */
public record LoadedArchive(String id) {
    public static final String BUCKET = "mail-exports";
    public static final Instant FROM = Instant.parse("2002-11-01T00:00:00Z");
    public static final Instant TO = Instant.parse("2002-12-01T00:00:00Z");

    static final List<String> MESSAGES = List.of(
            message("Ada <ada@example.com>", "Invoice 7", ""),
            message("bob@example.org", "=?utf-8?B?w5xiZXJzaWNodA==?=", ""),
            message("ada@example.com", "Invoice 8", "Content-Disposition: attachment; filename=8.txt\n"));

    private static String message(String from, String subject, String more) {
        return "From: " + from + "\nTo: list@example.net\nSubject: " + subject + "\n" + more + "\nFrom me to you\n";
    }

    /** Loads them by the command line. */
    public static LoadedArchive load(Entrepot entrepot) {
        String id = entrepot.mailManager()
                .createArchive(create -> create.archiveName("loaded")
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)))
                .archiveId();
        entrepot.s3().createBucket(create -> create.bucket(BUCKET));
        try {
            Path directory = Files.createTempDirectory("entrepot-mail");
            Path mbox = directory.resolve("box.mbox");
            var text = new StringBuilder();
            for (int i = 0; i < MESSAGES.size(); i++) {
                text.append("From ada Thu Nov 14 09:5%d:00 2002\n".formatted(i))
                        .append(MESSAGES.get(i).replace("\nFrom me", "\n>From me"))
                        .append('\n');
            }
            Files.writeString(mbox, text, StandardCharsets.US_ASCII);
            var loaded = entrepot.server().command("mail", "load", id, mbox.toString());
            Files.delete(mbox);
            Files.delete(directory);
            if (!loaded.out().startsWith("3 messages archived")) {
                throw new AssertionError(loaded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LoadedArchive(id);
    }
}
