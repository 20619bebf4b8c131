package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Clients decide by the replies' codes whether to go on, try later or give a message back. */
class ConversationTest {
    @OnEveryDatabase
    void theExtensionsThatAreSpokenAreTold(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect()) {
            assertThat(client.reply()).isEqualTo("220 [127.0.0.1] ESMTP Entrepot");
            assertThat(client.send("EHLO c\r\n").reply())
                    .isEqualTo("250-[127.0.0.1]\n250-PIPELINING\n250-SIZE 1000000\n250-8BITMIME\n250-SMTPUTF8\n"
                            + "250 ENHANCEDSTATUSCODES");
            client.say("HELO c", "250 [127.0.0.1]");
            client.say("vrfy a", "252").say("HELP", "214").say("NOOP x", "250").say("quit", "221");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @OnEveryDatabase
    void commandsOutOfOrderAreRefused(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect()) {
            client.expect("220").say("MAIL FROM:<a@x.org>", "503").say("LHLO c", "500 5.5.1 SMTP");
            client.say("EHLO", "501").say("EHLO c", "250-");
            client.say("RCPT TO:<" + server.recipient() + ">", "503").say("DATA", "503");
            client.say("MAIL FROM:<a@x.org>", "250").say("DATA", "503").say("MAIL FROM:<a@x.org>", "503");
            client.say("RSET", "250").say("DATA", "503").say("STARTTLS", "502");
        }
    }

    @OnEveryDatabase
    void whatMailAndRcptTakeIsChecked(TestDatabase test) throws IOException {
        var patient = new MailLimits(
                2,
                100,
                1_000_000,
                10_000,
                MailStage.LIMITS.silence(),
                MailStage.LIMITS.message(),
                1_000,
                MailStage.LIMITS.stop());
        try (var server = MailStage.smtp(test).with(patient);
                var client = server.connect().greet()) {
            client.say("MAIL FROM:", "501").say("MAIL a@x.org", "501").say("MAIL FROM:<a@x.org", "501");
            client.say("MAIL FROM:<a@x.org> BODY=9BIT", "501").say("MAIL FROM:<a@x.org> SIZE=x", "501");
            client.say("MAIL FROM:<a@x.org> RET=FULL", "555").say("MAIL FROM:<a@x.org> SIZE=1 SIZE=2", "501");
            client.say("MAIL FROM:<a@x.org> SIZE=1000001", "552 5.3.4");
            client.say("MAIL FROM:<a@x.org> SIZE=99999999999999999999", "552 5.3.4");
            client.say("MAIL FROM:<" + "a".repeat(600) + "@x.org>", "501");
            client.say("mail from: <@relay.org:\"a> b\"@x.org> size=1000000 body=8bitmime", "250");
            client.say("RCPT TO:<>", "501").say("RCPT TO:<a@x.org> NOTIFY=NEVER", "555");
            String id = client.say("rcpt to:" + server.recipient(), "250")
                    .say("DATA", "354")
                    .send("x\r\n.\r\n")
                    .archived();
            assertThat(server.message(id).path("Envelope").path("From").asText())
                    .isEqualTo("\"a> b\"@x.org");
        }
    }

    // RFC 6531
    @OnEveryDatabase
    void addressesOfAllLettersNeedSmtputf8(TestDatabase test) throws IOException {
        String address = "jos\u00e9@ex\u00e4mple.org";
        String bytes = new String(address.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            client.say("MAIL FROM:<" + bytes + ">", "553 5.6.7");
            client.say("MAIL FROM:<" + bytes + "> SMTPUTF8", "250");
            String id = client.say("RCPT TO:<" + server.archive + "@" + bytes.split("@")[1] + ">", "250")
                    .say("DATA", "354")
                    .send("x\r\n.\r\n")
                    .archived();
            assertThat(server.message(id).path("Envelope").path("From").asText())
                    .isEqualTo(address);
        }
    }

    @OnEveryDatabase
    void recipientsChooseTheArchive(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test)) {
            String other = server.stage.createArchive("other");
            try (var client = server.connect().greet()) {
                client.say("MAIL FROM:<>", "250");
                client.say("RCPT TO:<a-" + "z".repeat(26) + "@x.org>", "550 5.1.1");
                client.say("RCPT TO:<someone@x.org>", "550 5.1.1");
                server.stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(other));
                client.say("RCPT TO:<" + other + "@x.org>", "550 5.2.1");
                client.say("RCPT TO:<" + server.archive.toUpperCase(Locale.ROOT) + "@x.org>", "250");
            }
            server.withDefault("late");
            try (var client = server.connect().greet()) {
                client.say("MAIL FROM:<>", "250").say("RCPT TO:<someone@x.org>", "451 4.3.5");
                String late = server.stage.createArchive("late");
                client.say("RCPT TO:<someone@x.org>", "250").say("DATA", "354");
                String id = client.send("x\r\n.\r\n").archived();
                assertThat(server.message(id).path("Envelope").toString())
                        .isEqualTo("{\"Helo\":\"client.example\",\"From\":\"\",\"To\":[\"someone@x.org\"]}");
                server.stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(late));
                client.say("MAIL FROM:<>", "250").say("RCPT TO:<someone@x.org>", "550 5.2.1");
                client.say("RCPT TO:<" + server.recipient() + ">", "250");
            }
            server.withDefault(server.archive);
            try (var client = server.connect().greet()) {
                client.deliver("someone@x.org", "x\r\n");
            }
        }
    }

    // One copy an archive, with all that were meant; one account's names are not another's.
    @OnEveryDatabase
    void aMessageForSeveralRecipientsIsInEachArchiveOnce(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test)) {
            server.stage.callAs(new Owner("999900001111", "us-east-1"));
            String foreign = server.stage.createArchive("mine");
            server.stage.callAs(Stage.OWNER);
            try (var client = server.withDefault("mine").connect().greet()) {
                client.say("MAIL FROM:<a@x.org>", "250");
                client.say("RCPT TO:<b@y.org>", "250").say("RCPT TO:<c@y.org>", "250");
                client.say("RCPT TO:<" + foreign + "@y.org>", "250").say("DATA", "354");
                String id = client.send("x\r\n.\r\n").archived();
                assertThat(server.message(id).path("Envelope").path("To").toString())
                        .isEqualTo("[\"b@y.org\",\"c@y.org\"]");
                assertThat(server.messages()).isEqualTo(2);
            }
        }
    }

    @OnEveryDatabase
    void tooManyRecipientsAreToComeWithAnotherMessage(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test).withDefault("mine");
                var client = server.connect().greet()) {
            client.say("MAIL FROM:<a@x.org>", "250");
            for (int i = 0; i < 100; i++) {
                client.say("RCPT TO:<r" + i + "@x.org>", "250");
            }
            client.say("RCPT TO:<more@x.org>", "452 4.5.3").say("DATA", "354");
            String id = client.send("x\r\n.\r\n").archived();
            assertThat(server.message(id).path("Envelope").path("To")).hasSize(100);
        }
    }

    @OnEveryDatabase
    void aMessageThatIsTooLargeIsRefusedAndTheNextTaken(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            byte[] line = ("x".repeat(998) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            client.begin(server.recipient());
            for (int i = 0; i < 1_001; i++) {
                client.send(line);
            }
            client.send(".\r\n").expect("552 5.3.4");
            assertThat(server.messages()).isZero();
            assertThat(server.spool).isEmptyDirectory();

            client.begin(server.recipient());
            for (int i = 0; i < 1_000; i++) {
                client.send(line);
            }
            assertThat(server.bytes(client.send(".\r\n").archived())).hasSize(1_000_000);
        }
    }
}
