package dev.entrepot.mailmanager.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People keep mail in every box there is; what it is in must not matter, nor what else lies there. */
class MailStreamTest {
    private static final String MESSAGE = "Subject: hello\n\nbody\n";
    private static final String MBOX = "From ada Thu Nov 21 09:59:15 2002\n" + MESSAGE + "\n";

    @TempDir
    private Path directory;

    @Test
    void aMaildirIsReadInTheOrderOfTimeAndTmpIsLeftAlone() throws IOException {
        write("Maildir/new/1037872756.M2.host", "B: c\n");
        write("Maildir/cur/1037872755.M1.host:2,S", "no header");
        write("Maildir/.Sent/cur/1037872757.x", "C: d\n");
        write("Maildir/tmp/1037872758.M3.host", "half");
        write("Maildir/dovecot.index", "index");
        Found found = found();
        assertThat(found.texts()).containsExactly("C: d\n", "no header", "B: c\n");
        assertThat(found.messages)
                .extracting(FoundMessage::delivered)
                .contains(Optional.of(Instant.ofEpochSecond(1_037_872_755)));
        assertThat(found.refused).isEmpty();
    }

    @Test
    void aDirectoryMayHoldAnything() throws IOException {
        write("a.eml", MESSAGE);
        write("b/c", MESSAGE);
        write("b/inbox", MBOX + MBOX);
        write("notes.txt", "shopping list");
        write(".hidden", "x");
        Found found = found();
        assertThat(found.texts()).hasSize(4).containsOnly(MESSAGE);
        assertThat(found.refused)
                .containsExactly(directory.resolve("notes.txt") + ": It is neither a message nor a mailbox.");
        assertThat(new MailFiles(directory).bytes()).isEqualTo(2 * MESSAGE.length() + 2 * MBOX.length() + 13);
    }

    // A single message keeps its bytes; only the line that a tool left before it goes.
    @Test
    void aMessageIsNeverSplitNorUnquoted() {
        assertThat(Found.in("a.eml", MBOX + ">From x\n" + MBOX).texts())
                .containsExactly(MESSAGE + "\n>From x\n" + MBOX);
        assertThat(Found.in("a.eml", "From here\n" + MESSAGE).texts()).containsExactly("From here\n" + MESSAGE);
        assertThat(Found.in("a.eml", "").texts()).containsExactly("");
    }

    @Test
    void archivesAreLookedInto() throws Exception {
        byte[] zip =
                zip("in/a.eml", bytes(MESSAGE), "in/Maildir/new/1037872755.x", bytes("B: c\n"), "box", bytes(MBOX));
        assertThat(Found.in("mail.zip", zip).places())
                .containsExactly("mail.zip!in/a.eml", "mail.zip!in/Maildir/new/1037872755.x", "mail.zip!box#1");
        assertThat(Found.in("mail.gz", gzip(bytes(MBOX))).texts()).containsExactly(MESSAGE);
        assertThat(Found.in("nested", gzip(zip("x.zip", zip("y.mbox.gz", gzip(bytes(MBOX))))))
                        .texts())
                .containsExactly(MESSAGE);
    }

    // tar is written by the tools that people have: long names, GNU's and pax's, and links beside files.
    @Test
    void tarArchivesOfAllKindsAreRead() throws Exception {
        String name = "long/".repeat(60) + "message.eml";
        write("in/" + name, MESSAGE);
        write("in/a.eml", "A: b\n\n" + "x".repeat(2000));
        Files.createSymbolicLink(directory.resolve("in/link.eml"), Path.of("a.eml"));
        for (String format : List.of("gnu", "pax")) {
            Path tar = directory.resolveSibling("mail-" + format + ".tar.gz");
            int code = new ProcessBuilder(
                            "tar", "-C", directory.toString(), "--format=" + format, "-czf", "" + tar, "in")
                    .inheritIO()
                    .start()
                    .waitFor();
            assumeTrue(code == 0, "NOT CHECKED: there is no tar");
            Found found = Found.in("t", Files.readAllBytes(tar));
            assertThat(found.refused).isEmpty();
            assertThat(found.places()).containsExactlyInAnyOrder("t!in/a.eml", "t!in/" + name);
            assertThat(found.texts()).contains(MESSAGE);
            Files.delete(tar);
        }
    }

    @Test
    void whatBreaksOffIsRefusedAndWhatCameBeforeIsKept() throws Exception {
        byte[] zip = zip("a.eml", bytes(MESSAGE), "b.eml", bytes(MESSAGE.repeat(9000)));
        for (int length = 2; length < zip.length - 22; length += 3) {
            Found found = Found.in("z.zip", Arrays.copyOf(zip, length));
            assertThat(found.refused).as("cut to %s", length).isNotEmpty();
        }
        byte[] deep = bytes(MBOX);
        for (int i = 0; i < 8; i++) {
            deep = gzip(deep);
        }
        assertThat(Found.in("deep", deep).refused).containsExactly("deep: It lies in too many archives.");
    }

    // Nothing that lies in a mailbox may end a load that has run for hours.
    @Test
    void noBytesEndTheReading() throws Exception {
        var random = new Random(5);
        byte[][] good = {bytes(MBOX.repeat(5)), zip("a.eml", bytes(MESSAGE)), gzip(bytes(MBOX.repeat(5)))};
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = good[round % good.length].clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Found found = Found.in("x", bytes);
            assertThat(found.refused.size() + found.messages.size()).isPositive();
        }
    }

    @Test
    void oddMailComesAsItIs() throws IOException {
        Path folder = Path.of(System.getProperty("entrepot.shared", "nowhere"), "data/mime-nasty/files");
        assumeTrue(Files.isDirectory(folder), "NOT CHECKED: there is no " + folder);
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Found found = Found.in("m/cur/" + file.getFileName(), bytes);
                assertThat(found.messages).as(file.toString()).hasSize(1);
                assertThat(bytes).endsWith(found.messages.getFirst().bytes());
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Found found() {
        var found = new Found();
        new MailFiles(directory).read(MboxFormat.AUTO, found);
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return out.toByteArray();
    }
}
