package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.Ran;
import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sender that was told 250 deletes its copy: whatever happens to the process, the message is in the archive, once. */
class DeliveredMailTest {
    private static final int SENDERS = 8;
    private static final int KILLS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PORT = freePort();

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--smtp-port", "" + PORT);

    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void everyAcknowledgedMessageIsThereOnceAfterAKill() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("The kills' moments come from seed " + seed);
        var random = new Random(seed);
        String archive = ENTREPOT.mailManager()
                .createArchive(request -> request.archiveName("promises"))
                .archiveId();
        for (int round = 0; round < KILLS; round++) {
            int enough = acknowledged.size() + 50 + random.nextInt(500);
            try (var senders = Executors.newFixedThreadPool(SENDERS)) {
                int number = round;
                List<Future<?>> sending = IntStream.range(0, SENDERS)
                        .<Future<?>>mapToObj(sender -> senders.submit(new MailSender(
                                PORT, archive, number + "-" + sender, begun, acknowledged)::sendUntilKilled))
                        .toList();
                Eventually.eventually(LONGEST, acknowledged::size, size -> size >= enough);
                ENTREPOT.server().kill();
                for (Future<?> one : sending) {
                    one.get();
                }
            }
            assertThat(archived())
                    .as("seed %s", seed)
                    .containsAll(acknowledged)
                    .isSubsetOf(begun)
                    .doesNotHaveDuplicates();
            ENTREPOT.server().startAgain();
        }
        Ran verified = ENTREPOT.server().command("mail", "verify", archive);
        assertThat(verified.out()).endsWith(": 0 messages differ\n");
    }

    /** The Message-IDs of all that the archive holds, as the database has it that the killed server left. */
    private static List<String> archived() {
        var settings =
                new Settings(Map.of(Setting.DATA, ENTREPOT.server().data().toString()), Map.of());
        try (var database = Stores.database(StoreConfiguration.of(settings, Path.of("")))) {
            return database
                    .read(handle -> handle.createQuery("SELECT document FROM mail_message")
                            .mapTo(byte[].class)
                            .list())
                    .stream()
                    .map(DeliveredMailTest::messageId)
                    .toList();
        }
    }

    private static String messageId(byte[] document) {
        return MessageDocument.decode(document, false)
                .summary()
                .header(SummaryHeader.MESSAGE_ID)
                .orElseThrow();
    }

    /** The same in all the server's lives. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
