package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Clients that stop, dawdle, chatter or come in crowds cost no more than the limits say, and nobody else anything. */
class BrokenClientsTest {
    private static final Duration SOON = Duration.ofMillis(500);

    @OnEveryDatabase
    void whoSaysNothingIsSentAway(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test).with(limits(SOON, Duration.ofMinutes(1), 100))) {
            try (var client = server.connect()) {
                client.expect("220", "421 4.4.2");
                assertThat(client.closedByServer()).isTrue();
            }
            try (var client = server.connect()) {
                client.send("HELO c\r\nMAIL FROM:<>\r\nRCPT TO:<" + server.recipient() + ">\r\nDATA\r\nhalf a message");
                client.expect("220", "250", "250", "250", "354", "421 4.4.2");
                assertThat(client.closedByServer()).isTrue();
            }
            assertThat(server.messages()).isZero();
        }
    }

    // Each byte comes in time, but the message never ends.
    @OnEveryDatabase
    void whoDawdlesIsSentAway(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test).with(limits(Duration.ofSeconds(20), SOON, 100));
                var client = server.connect().greet()) {
            client.begin(server.recipient());
            client.socket().setSoTimeout(10);
            boolean told = false;
            while (!told) {
                try {
                    client.send("x");
                    told = client.reply().startsWith("421 4.4.2");
                } catch (SocketTimeoutException notYet) {
                    // it goes on
                }
            }
            assertThat(server.messages()).isZero();
        }
    }

    @OnEveryDatabase
    void whoGoesInTheMiddleLeavesNothing(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test)) {
            try (var client = server.connect().greet()) {
                client.begin(server.recipient()).send("x".repeat(50_000));
            }
            try (var client = server.connect().greet()) {
                client.begin(server.recipient()).send("x\r\n.");
            }
            Eventually.await(() -> isEmpty(server));
            try (var client = server.connect().greet()) {
                client.deliver(server.recipient(), "whole\r\n");
            }
            assertThat(server.messages()).isEqualTo(1);
        }
    }

    private static boolean isEmpty(MailStage server) {
        String[] files = server.spool.toFile().list();
        return files != null && files.length == 0;
    }

    @OnEveryDatabase
    void patienceWithIdleTalkEnds(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            for (int i = 0; i < 99; i++) {
                client.say("NOOP", "250");
            }
            client.deliver(server.recipient(), "x\r\n"); // all is well again
            for (int i = 0; i < 10; i++) {
                client.say("WHAT", "500");
            }
            client.send("WHAT\r\n").expect("500", "421 4.7.0");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    // Replies that nobody reads fill the buffers until no more can be written; that is noticed, too.
    @OnEveryDatabase
    void whoDoesNotReadIsSentAway(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test).with(limits(SOON, SOON, Integer.MAX_VALUE));
                var client = server.connect()) {
            String commands = "NOOP\r\n".repeat(10_000);
            assertThatThrownBy(() -> {
                        while (true) {
                            client.send(commands);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @OnEveryDatabase
    void aCrowdIsAskedToComeLater(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test).with(limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 100));
                var first = server.connect().greet();
                var second = server.connect().greet()) {
            try (var third = server.connect()) {
                third.expect("421 4.3.2");
                assertThat(third.closedByServer()).isTrue();
            }
            first.say("QUIT", "221");
            assertThat(first.closedByServer()).isTrue();
            second.deliver(server.recipient(), "x\r\n");
            Eventually.await(() -> isWelcome(server));
        }
    }

    private static boolean isWelcome(MailStage server) {
        try (var client = server.connect()) {
            return client.reply().startsWith("220");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MailLimits limits(Duration silence, Duration message, int patience) {
        return new MailLimits(2, 100, 1_000_000, 10_000, silence, message, patience, Duration.ofSeconds(20));
    }
}
