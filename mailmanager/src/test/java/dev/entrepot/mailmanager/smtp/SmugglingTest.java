package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one server takes for content and another for commands is how mail is forged; here each byte is only ever one of them. */
class SmugglingTest {
    private static final List<String> FALSE_ENDS = List.of(
            "\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\n\n.\r\n", "\r\r\n.\r\r\n", "\r\n.\0\r\n");

    @OnEveryDatabase
    void aFalseEndIsContentAndSoIsWhatFollows(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            for (String end : FALSE_ENDS) {
                String message = "Subject: x\r\n\r\nhello" + end + "MAIL FROM:<forged@x.org>\r\nRCPT TO:<"
                        + server.recipient() + ">\r\nDATA\r\nforged\r\n";
                int before = server.messages();
                String id = client.begin(server.recipient())
                        .send(message)
                        .send(".\r\n")
                        .archived();
                assertThat(server.messages()).isEqualTo(before + 1);
                // A line that begins with a dot lost it, as it must; nothing else has changed.
                assertThat(server.bytes(id))
                        .isEqualTo(message.replace("\r\n.", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                client.say("NOOP", "250");
            }
        }
    }

    @OnEveryDatabase
    void aCommandEndsInCrLfAndHoldsNeither(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            client.send("NOOP\n").expect("500 5.5.2");
            client.send("NOOP\rRSET\r\n").expect("500 5.5.2");
            client.send("NOOP\0\r\n").expect("500 5.5.2");
            client.send("NOOP \u00ff\r\n").expect("500 5.5.2");
            client.send("N".repeat(5000) + "\r\n").expect("500 5.5.2");
            client.say("NOOP", "250");
        }
    }

    // What was sent in the clear may be anybody's; it must not count once TLS is on.
    @OnEveryDatabase
    void nothingIsTakenOverIntoTls(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test).encrypting(TestCertificate.server())) {
            try (var client = server.connect().greet()) {
                client.send("STARTTLS\r\nMAIL FROM:<forged@x.org>\r\n").expect("501 5.5.4", "250 2.1.0");
            }
            try (var client = server.connect().greet()) {
                client.say("STARTTLS", "220").encrypt(TestCertificate.client());
                client.say("MAIL FROM:<a@x.org>", "503");
                assertThat(client.send("EHLO c\r\n").reply()).startsWith("250-").doesNotContain("STARTTLS");
                client.say("STARTTLS", "502");
            }
        }
    }

    // A page in a browser can make it post anything to a port of the same machine.
    @OnEveryDatabase
    void aBrowserIsNotListenedTo(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\n\r\nEHLO c\r\nMAIL FROM:<a@x.org>\r\nRCPT TO:<"
                    + server.recipient() + ">\r\nDATA\r\nforged\r\n.\r\n");
            client.expect("220", "500");
            assertThat(server.messages()).isZero();
        }
    }
}
