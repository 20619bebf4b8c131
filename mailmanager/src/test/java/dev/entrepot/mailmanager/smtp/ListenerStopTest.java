package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;

/** A server that is stopped lets nobody wait in vain: what is on its way is answered, and the others are told. */
class ListenerStopTest {
    @OnEveryDatabase
    void aMessageOnItsWayIsAnsweredAndTheOthersAreTold(TestDatabase test) throws IOException, InterruptedException {
        try (var server = MailStage.smtp(test);
                var idle = server.connect().greet();
                var busy = server.connect().greet()) {
            int port = server.listener.port();
            busy.begin(server.recipient()).send("half ");
            var stop = Thread.startVirtualThread(server.listener::close);
            idle.expect("421 4.3.2");
            assertThat(idle.closedByServer()).isTrue();
            assertThatThrownBy(() -> new RawMail(port)).isInstanceOf(ConnectException.class);

            busy.send("and half\r\n.\r\nMAIL FROM:<a@x.org>\r\n");
            assertThat(server.bytes(busy.archived())).asString().isEqualTo("half and half\r\n");
            busy.expect("421 4.3.2");
            assertThat(busy.closedByServer()).isTrue();
            stop.join();
        }
    }

    @OnEveryDatabase
    void aMessageThatDoesNotEndIsNotWaitedForLong(TestDatabase test) throws IOException {
        var hasty = new MailLimits(
                20, 100, 1_000_000, 10_000, Duration.ofMinutes(1), Duration.ofMinutes(1), 100, Duration.ofMillis(100));
        try (var server = MailStage.smtp(test).with(hasty);
                var client = server.connect().greet()) {
            client.begin(server.recipient()).send("x".repeat(20_000));
            server.listener.close();
            assertThat(client.closedByServer()).isTrue();
            assertThat(server.messages()).isZero();
        }
    }

    // An earlier process may have died in the middle of large messages.
    @OnEveryDatabase
    void aStartClearsTheSpool(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test)) {
            Files.writeString(server.spool.resolve("message1.eml"), "half a message");
            server.withDefault("mine");
            assertThat(server.spool).isEmptyDirectory();
        }
    }

    @OnEveryDatabase
    void aPortThatIsTakenIsNamed(TestDatabase test) {
        try (var server = MailStage.smtp(test)) {
            var taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.listener.port());
            Stage stage = server.stage;
            assertThatThrownBy(() -> stage.mailManager.listen(MailProtocol.LMTP, taken, server.settings()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("Cannot listen on localhost port " + taken.getPort());
        }
    }
}
