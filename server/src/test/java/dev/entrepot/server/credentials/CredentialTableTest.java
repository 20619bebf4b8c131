package dev.entrepot.server.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.auth.Credential;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Who holds a key pair acts for its account, so what the table keeps and makes must be exactly right. */
class CredentialTableTest {
    private final SettableClock clock = new SettableClock();

    @OnEveryDatabase
    void theDefaultKeyPairIsMadeOnceAndKept(TestDatabase database) {
        var first = table(database).defaultKeyPair();
        assertThat(first.account()).isEqualTo("000000000000");
        assertThat(table(database).defaultKeyPair()).isEqualTo(first);
    }

    // Several nodes may start at once on one database; clients of all must be able to use the same key.
    @OnEveryDatabase
    void nodesThatStartAtOnceAgreeOnTheDefaultKeyPair(TestDatabase database) throws Exception {
        var nodes = IntStream.range(0, 8)
                .<Callable<Credential>>mapToObj(i -> table(database)::defaultKeyPair)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = threads.invokeAll(nodes).stream()
                    .map(future -> future.resultNow())
                    .distinct();
            assertThat(made).hasSize(1);
        }
    }

    @OnEveryDatabase
    void keyPairsLookLikeAws(TestDatabase database) {
        var made = table(database).add("111122223333", "x");
        assertThat(made.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(made.secretAccessKey()).matches("[A-Za-z0-9+/]{40}");
        assertThat(made.account()).isEqualTo("111122223333");
    }

    // Two programs share the database: the command line adds and removes, the server must see it.
    @OnEveryDatabase
    void whatOneProcessAddsAndRemovesAnotherSees(TestDatabase database) {
        var commandLine = table(database);
        var server = new CredentialStore(table(database), clock);
        var made = commandLine.add("111122223333", "x");
        clock.move(Duration.ofMillis(100));
        assertThat(server.find(made.accessKeyId())).contains(made);
        assertThat(commandLine.remove(made.accessKeyId())).isTrue();
        assertThat(commandLine.remove(made.accessKeyId())).isFalse();
        clock.move(Duration.ofSeconds(1));
        assertThat(server.find(made.accessKeyId())).isEmpty();
    }

    @OnEveryDatabase
    void theListHasAllButTheSecrets(TestDatabase database) {
        var made = table(database).add("111122223333", "mine");
        assertThat(table(database).list())
                .containsExactly(new ListedCredential(made.accessKeyId(), "111122223333", "mine", clock.instant()));
    }

    private CredentialTable table(TestDatabase database) {
        return new CredentialTable(database.open(CredentialTable.MIGRATIONS), clock);
    }
}
