package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;

/** Over LMTP (RFC 2033) each recipient has a reply of its own, so that only those that failed are tried again. */
class LmtpTest {
    @OnEveryDatabase
    void eachRecipientIsAnswered(TestDatabase test) throws IOException {
        try (var server = MailStage.lmtp(test)) {
            String other = server.stage.createArchive("other");
            try (var client = server.connect()) {
                assertThat(client.reply()).isEqualTo("220 [127.0.0.1] LMTP Entrepot");
                client.say("EHLO c", "500 5.5.1 LMTP").say("LHLO c", "250-");
                client.say("MAIL FROM:<a@x.org>", "250").say("RCPT TO:<" + server.recipient() + ">", "250");
                client.say("RCPT TO:<nobody@x.org>", "550");
                client.say("RCPT TO:<" + other + "@x.org>", "250")
                        .say("RCPT TO:<" + server.archive + "@y.org>", "250")
                        .say("DATA", "354");
                server.stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(other));
                client.send("x\r\n.\r\n");
                String first = client.archived();
                client.expect("550 5.2.1");
                assertThat(client.archived()).isEqualTo(first);
                assertThat(server.messages()).isEqualTo(1);
                client.say("DATA", "503").say("QUIT", "221");
            }
        }
    }
}
