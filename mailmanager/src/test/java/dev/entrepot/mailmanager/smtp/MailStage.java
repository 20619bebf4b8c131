package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A listener for mail before a Mail Manager of its own that has one archive. */
final class MailStage implements AutoCloseable {
    /** What a test can wait for. */
    static final MailLimits LIMITS = new MailLimits(
            20, 100, 1_000_000, 10_000, Duration.ofSeconds(20), Duration.ofSeconds(20), 100, Duration.ofSeconds(20));

    final Stage stage;
    final String archive;
    final Path spool;
    MailListener listener;
    private final MailProtocol protocol;

    private MailStage(TestDatabase test, MailProtocol protocol, UnaryOperator<Database> seen) {
        this.protocol = protocol;
        stage = new Stage(test, MailManagerLimits.SELF_HOSTED, seen);
        archive = stage.createArchive("mine");
        try {
            spool = Files.createTempDirectory("mail-spool");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = start(settings());
    }

    static MailStage smtp(TestDatabase test) {
        return new MailStage(test, MailProtocol.SMTP, database -> database);
    }

    static MailStage lmtp(TestDatabase test) {
        return new MailStage(test, MailProtocol.LMTP, database -> database);
    }

    /** @param seen what Mail Manager has in place of the real database */
    static MailStage seeing(TestDatabase test, UnaryOperator<Database> seen) {
        return new MailStage(test, MailProtocol.SMTP, seen);
    }

    /** Nobody is archived by default, nothing unwrapped, nothing encrypted. */
    MailSettings settings() {
        return new MailSettings(Stage.OWNER, Optional.empty(), false, Optional.empty(), spool, LIMITS);
    }

    MailStage with(MailLimits limits) {
        return restart(new MailSettings(Stage.OWNER, Optional.empty(), false, Optional.empty(), spool, limits));
    }

    MailStage withDefault(String archive) {
        return restart(new MailSettings(Stage.OWNER, Optional.of(archive), false, Optional.empty(), spool, LIMITS));
    }

    MailStage unwrapping() {
        return restart(new MailSettings(Stage.OWNER, Optional.empty(), true, Optional.empty(), spool, LIMITS));
    }

    MailStage encrypting(SSLContext tls) {
        return restart(new MailSettings(Stage.OWNER, Optional.empty(), false, Optional.of(tls), spool, LIMITS));
    }

    private MailStage restart(MailSettings settings) {
        listener.close();
        listener = start(settings);
        return this;
    }

    private MailListener start(MailSettings settings) {
        return stage.mailManager.listen(protocol, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings);
    }

    RawMail connect() throws IOException {
        return new RawMail(listener.port());
    }

    /** A recipient that means the archive. */
    String recipient() {
        return archive + "@archive.example";
    }

    /** GetArchiveMessage. */
    JsonNode message(String id) {
        return stage.call("GetArchiveMessage", "{'ArchivedMessageId':'%s'}".formatted(id))
                .body();
    }

    /** What the link in GetArchiveMessage leads to. */
    byte[] bytes(String id) {
        URI link = URI.create(message(id).path("MessageDownloadLink").asText());
        var request = new HttpRequest("GET", link.getRawPath(), link.getRawQuery(), Headers.EMPTY, new byte[0]);
        return stage.send(request).body();
    }

    /** How many messages there are in all. */
    int messages() {
        return stage.database.read(handle -> handle.createQuery("SELECT count(*) FROM mail_message")
                .mapTo(Integer.class)
                .one());
    }

    /** All messages' ids, in the order they were stored. */
    List<String> ids() {
        return stage.database.read(handle -> handle.createQuery(
                        "SELECT number, received_at FROM mail_message ORDER BY number")
                .map((row, context) -> new MessageId(
                                context.findColumnMapperFor(Instant.class)
                                        .orElseThrow()
                                        .map(row, "received_at", context),
                                row.getLong("number"))
                        .toString())
                .list());
    }

    String onlyMessage() {
        assertThat(ids()).hasSize(1);
        return ids().getFirst();
    }

    @Override
    public void close() {
        listener.close();
        stage.close();
        try (var files = Files.walk(spool)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
