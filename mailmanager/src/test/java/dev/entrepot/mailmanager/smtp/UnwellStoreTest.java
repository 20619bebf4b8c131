package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.FailingWrites;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;

/** 250 is a promise: while the store cannot keep it, a client is asked to try again, and then its message is there once. */
class UnwellStoreTest {
    @OnEveryDatabase
    void aMessageThatCannotBeStoredIsAskedForAgain(TestDatabase test) throws IOException {
        var failing = new AtomicBoolean();
        try (var server = MailStage.seeing(test, real -> new FailingWrites(real, failing));
                var client = server.connect().greet()) {
            failing.set(true);
            client.begin(server.recipient()).send("once\r\n.\r\n").expect("451 4.3.0");
            client.begin(server.recipient()).send("once\r\n.\r\n").expect("451 4.3.0");
            assertThat(server.messages()).isZero();

            failing.set(false);
            String id = client.deliver(server.recipient(), "once\r\n");
            assertThat(server.bytes(id)).asString().isEqualTo("once\r\n");
            assertThat(server.messages()).isEqualTo(1);
        }
    }

    // A disk that is full must not be mistaken for a client that has gone.
    @OnEveryDatabase
    void aMessageThatCannotBeHeldIsAskedForAgain(TestDatabase test) throws IOException {
        String large = "x".repeat(50_000) + "\r\n";
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            Files.delete(server.spool);
            client.begin(server.recipient()).send(large + ".\r\n").expect("452 4.3.1");
            client.deliver(server.recipient(), "small\r\n");
            Files.createDirectory(server.spool);
            client.deliver(server.recipient(), large);
            assertThat(server.messages()).isEqualTo(2);
        }
    }
}
