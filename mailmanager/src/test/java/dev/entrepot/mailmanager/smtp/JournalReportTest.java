package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A journal report tells of a message's true recipients; both it and the message itself are evidence. */
class JournalReportTest {
    private static final String TEXT = """
            Sender: "The Boss" <boss@x.org>\r
            Subject: plans: secret\r
            Message-Id: <1@x.org>\r
            To: staff1@x.org, Expanded: staff@x.org\r
            Cc: staff2@x.org, Forwarded: former@x.org\r
            Bcc: hidden@y.org\r
            Recipient: staff1@x.org\r
            """;

    @OnEveryDatabase
    void theReportAndItsMessageAreArchivedTogether(TestDatabase test) throws IOException {
        var random = new Random(5);
        try (var server = MailStage.smtp(test).unwrapping();
                var client = server.connect().greet()) {
            for (int i = 0; i < 10; i++) {
                String inner = inner(random);
                String report = report("X-MS-Journal-Report:", inner);
                String id = client.deliver(server.recipient(), report);
                List<String> ids = new ArrayList<>(server.ids());
                assertThat(server.bytes(id)).isEqualTo(report.getBytes(StandardCharsets.ISO_8859_1));
                assertThat(server.message(id).path("Envelope").path("From").asText())
                        .isEqualTo("a@x.org");
                String unwrapped = ids.getLast();
                assertThat(server.bytes(unwrapped)).isEqualTo(inner.getBytes(StandardCharsets.ISO_8859_1));
                assertThat(server.message(unwrapped).path("Envelope").toString())
                        .isEqualTo(
                                "{\"From\":\"boss@x.org\",\"To\":[\"staff1@x.org\",\"staff2@x.org\",\"hidden@y.org\"]}");
                assertThat(server.message(unwrapped).path("Metadata").has("SenderIpAddress"))
                        .isFalse();
            }
            assertThat(server.messages()).isEqualTo(20);
        }
    }

    /** Of any bytes, as a boundary ends it and no line end; some too large for memory. */
    private static String inner(Random random) {
        byte[] body = new byte[random.nextInt(random.nextBoolean() ? 100 : 60_000)];
        random.nextBytes(body);
        return "Subject: plans\r\nX-Odd: \u00ff\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1) + ".";
    }

    @OnEveryDatabase
    void whatIsNoReportIsArchivedAsItIsAndSoIsAReportWhereNoneIsUnwrapped(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test)) {
            try (var client = server.connect().greet()) {
                client.deliver(server.recipient(), report("X-MS-Journal-Report:", "Subject: x\r\n\r\nx"));
            }
            server.unwrapping();
            try (var client = server.connect().greet()) {
                client.deliver(server.recipient(), report("X-Other:", "Subject: x\r\n\r\nx"));
                client.deliver(
                        server.recipient(),
                        "X-WM-Journal-Report: 1\r\nContent-Type: text/plain\r\n\r\nSender: a@x.org\r\n");
                client.deliver(server.recipient(), "x\r\n");
            }
            assertThat(server.messages()).isEqualTo(4);
        }
    }

    private static String report(String mark, String inner) {
        return "From: journal@x.org\r\n" + mark + "\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT + "--=_b\r\n"
                + "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + inner + "\r\n--=_b--\r\n";
    }

    @Test
    void aTextThatNamesNobodyIsNoReport() {
        assertThat(JournalReport.parse("Sender: nobody\r\nhello: a@x.org\r\n")).isEmpty();
        assertThat(JournalReport.parse("")).isEmpty();
    }
}
