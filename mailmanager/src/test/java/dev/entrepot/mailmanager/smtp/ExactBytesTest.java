package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a client sent is what the link in GetArchiveMessage leads to, byte for byte. */
class ExactBytesTest {
    // No size and no content may matter, nor whether it went through memory or a file.
    @OnEveryDatabase
    void anyBytesComeOutAsTheyCameIn(TestDatabase test) throws IOException {
        var random = new Random(3);
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            Map<String, byte[]> sent = new HashMap<>();
            for (int i = 0; i < 60; i++) {
                byte[] message = message(random);
                sent.put(client.begin(server.recipient()).message(message).archived(), message);
            }
            assertThat(sent).hasSize(60);
            sent.forEach((id, message) -> assertThat(server.bytes(id)).isEqualTo(message));
            assertThat(server.spool).isEmptyDirectory();
        }
    }

    private static byte[] message(Random random) {
        byte[] message = new byte[2 + random.nextInt(random.nextInt(6) == 0 ? 200_000 : 3_000)];
        random.nextBytes(message);
        for (int i = 0; i < message.length / 3; i++) {
            message[random.nextInt(message.length)] = (byte) ".\r\n".charAt(random.nextInt(3));
        }
        message[message.length - 2] = '\r';
        message[message.length - 1] = '\n';
        return message;
    }

    // The end of one message and the beginning of the next lie in one packet.
    @OnEveryDatabase
    void messagesThatComeInOneGoAreToldApart(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect()) {
            String mail = "MAIL FROM:<>\r\nRCPT TO:<" + server.recipient() + ">\r\nDATA\r\n";
            client.send("EHLO c\r\n" + mail + "..one\r\n.\r\n" + mail + ".\r\n" + mail + "three\r\n\r\n.\r\nQUIT\r\n");
            client.expect("220", "250-", "250", "250", "354");
            String one = client.archived();
            client.expect("250", "250", "354");
            String two = client.archived();
            client.expect("250", "250", "354");
            String three = client.archived();
            client.expect("221");
            assertThat(client.closedByServer()).isTrue();
            assertThat(server.bytes(one)).asString().isEqualTo(".one\r\n");
            assertThat(server.bytes(two)).isEmpty();
            assertThat(server.bytes(three)).asString().isEqualTo("three\r\n\r\n");
        }
    }

    // Lines without end, bare line ends, null bytes, broken charsets: nothing is mended.
    @OnEveryDatabase
    void oddAndBrokenMailIsArchivedToo(TestDatabase test) throws IOException {
        Path folder = Path.of(System.getProperty("entrepot.shared", "nowhere"), "data/mime-nasty/files");
        assumeTrue(Files.isDirectory(folder), "NOT CHECKED: there is no " + folder);
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(250);
        var large = new MailLimits(
                2,
                100,
                MailLimits.DEFAULT.messageBytes(),
                10_000,
                MailStage.LIMITS.silence(),
                MailStage.LIMITS.message(),
                100,
                MailStage.LIMITS.stop());
        try (var server = MailStage.smtp(test).with(large);
                var client = server.connect().greet()) {
            for (Path file : files) {
                byte[] message = endingInCrLf(Files.readAllBytes(file));
                String id = client.begin(server.recipient()).message(message).archived();
                assertThat(server.bytes(id)).as(file.toString()).isEqualTo(message);
            }
        }
    }

    /** SMTP cannot carry a message that ends otherwise. */
    private static byte[] endingInCrLf(byte[] message) {
        if (new String(message, StandardCharsets.ISO_8859_1).endsWith("\r\n")) {
            return message;
        }
        var ended = new ByteArrayOutputStream();
        ended.writeBytes(message);
        ended.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return ended.toByteArray();
    }
}
