package dev.entrepot.e2e.mailmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Ran;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;
import software.amazon.awssdk.services.s3.S3Client;

/** Old mail often lies in S3: it is loaded from there like files, each message once, however often the command is typed. */
class MailFromS3Test {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static S3Client s3;

    @BeforeAll
    static void bucket() {
        s3 = ENTREPOT.s3();
        s3.createBucket(create -> create.bucket("old-mail"));
    }

    @Test
    void allFormsBelowThePrefixAreLoadedAndLaterOnlyWhatIsNew() throws IOException {
        put("forms/2001.mbox", mbox(0, 10));
        put("forms/2002.mbox.gz", gzipped(mbox(10, 20)));
        put("forms/deep/one.eml", "Message-ID: <one@example.com>\n\nHello\n".getBytes(StandardCharsets.US_ASCII));
        put("forms/", new byte[0]); // as consoles make folders
        put("forms.mbox", mbox(20, 30));
        String archive = archive("forms");

        assertThat(load(archive, "s3://old-mail/forms/").out())
                .isEqualTo("21 messages archived, 0 were there already\n");
        put("forms/2003.mbox", mbox(5, 25));
        assertThat(load(archive, "s3://old-mail/forms/").out())
                .isEqualTo("5 messages archived, 36 were there already\n");
        assertHolds(archive, 26);
    }

    // The other objects are loaded all the same, and the exit status tells.
    @Test
    void anObjectThatIsNoMailIsNamed() {
        put("mixed/notes.txt", "no mail, just words\n".getBytes(StandardCharsets.US_ASCII));
        put("mixed/year.mbox", mbox(0, 3));
        Ran ran = load(archive("mixed"), "s3://old-mail/mixed/");
        assertThat(ran.out()).isEqualTo("3 messages archived, 0 were there already\n");
        assertThat(ran.err()).contains("s3://old-mail/mixed/notes.txt: It is neither a message nor a mailbox.");
        assertThat(ran.code()).isNotZero();
    }

    // Whoever reads "archived" may delete the mailbox.
    @Test
    void mailThatTheArchiveWouldDeleteAtOnceIsLeftOutAndTheWayToKeepItIsSaid() {
        put("older/year.mbox", mbox(0, 3));
        put("older/notes.txt", "no mail, just words\n".getBytes(StandardCharsets.US_ASCII));
        put("older/today.eml", "Message-ID: <new@example.com>\n\nHello\n".getBytes(StandardCharsets.US_ASCII));
        String archive = archive("of-three-months", RetentionPeriod.THREE_MONTHS);
        Ran ran = load(archive, "s3://old-mail/older/");
        assertThat(ran.out()).isEqualTo("1 messages archived, 0 were there already\n");
        assertThat(ran.err())
                .contains(
                        "1 messages or files were not loaded",
                        "3 messages were not loaded",
                        "longer ago than the archive keeps mail",
                        "update-archive");
        assertThat(ran.code()).isNotZero();

        ENTREPOT.mailManager()
                .updateArchive(update -> update.archiveId(archive)
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)));
        assertThat(load(archive, "s3://old-mail/older/").out())
                .isEqualTo("3 messages archived, 1 were there already\n");
    }

    @Test
    void aBucketThatIsNotThereIsSaid() {
        Ran ran = load(archive("nowhere"), "s3://no-such-bucket/mail");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("s3://no-such-bucket/mail cannot be read");
    }

    @Test
    void aLoaderThatIsKilledGoesOnWhenTheCommandIsTypedAgain() throws Exception {
        for (int object = 0; object < 5; object++) {
            put("many/" + object + ".mbox", mbox(object * 4000, (object + 1) * 4000));
        }
        String archive = archive("many");
        Process loader = ENTREPOT.server().begin("mail", "load", archive, "s3://old-mail/many/");
        loader.inputReader().readLine(); // a tenth of the way
        loader.destroyForcibly().waitFor();

        Ran ran = load(archive, "s3://old-mail/many/");

        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(Arrays.stream(ran.out().replace(",", "").split("\\D+"))
                        .filter(number -> !number.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(20_000);
        assertHolds(archive, 20_000);
    }

    private static void assertHolds(String archive, int messages) {
        Ran verified = ENTREPOT.server().command("mail", "verify", archive);
        assertThat(verified.out()).startsWith(messages + " messages, ").endsWith(": 0 messages differ\n");
    }

    private static Ran load(String archive, String source) {
        return ENTREPOT.server().command("mail", "load", archive, source);
    }

    private static String archive(String name) {
        return archive(name, RetentionPeriod.PERMANENT);
    }

    private static String archive(String name, RetentionPeriod retention) {
        return ENTREPOT.mailManager()
                .createArchive(
                        request -> request.archiveName(name).retention(ArchiveRetention.fromRetentionPeriod(retention)))
                .archiveId();
    }

    private static void put(String key, byte[] bytes) {
        s3.putObject(put -> put.bucket("old-mail").key(key), RequestBody.fromBytes(bytes));
    }

    private static byte[] mbox(int first, int end) {
        var text = new StringBuilder();
        for (int i = first; i < end; i++) {
            text.append("From ada Thu Nov %d 09:59:15 2025\nMessage-ID: <%d@example.com>\n\nNumber %d\n\n"
                    .formatted(1 + i % 28, i, i));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var gzipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzipped)) {
            out.write(bytes);
        }
        return gzipped.toByteArray();
    }
}
