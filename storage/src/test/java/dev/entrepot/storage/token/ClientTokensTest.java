package dev.entrepot.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.token.ClientTokens.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** A client that got no answer sends its request again; it must be carried out once. */
class ClientTokensTest {
    private static final Duration WINDOW = Duration.ofHours(8);
    private static final Owner OWNER = new Owner("000000000000", "us-east-1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final ClientTokens tokens = new ClientTokens(now::get);

    private Outcome remember(Database database, ClientToken token, String value) {
        return database.write(handle -> tokens.remember(handle, token, value, WINDOW));
    }

    private static ClientToken token(String fingerprint) {
        return new ClientToken(OWNER, "StartDomainExport", "token-1", fingerprint);
    }

    @OnEveryDatabase
    void aRepeatedRequestGetsTheFirstAnswer(TestDatabase test) {
        Database database = test.open();
        assertThat(remember(database, token("f"), "job-1")).isEqualTo(new Outcome.Fresh());
        assertThat(remember(database, token("f"), "job-2")).isEqualTo(new Outcome.Replay("job-1"));
    }

    @OnEveryDatabase
    void theSameTokenForAnotherRequestIsAConflict(TestDatabase test) {
        Database database = test.open();
        remember(database, token("f"), "job-1");
        assertThat(remember(database, token("other"), "job-2")).isEqualTo(new Outcome.Conflict());
    }

    // A stranger's token must neither answer nor hinder.
    @OnEveryDatabase
    void ownersAndScopesDoNotMeet(TestDatabase test) {
        Database database = test.open();
        remember(database, token("f"), "job-1");
        ClientToken elsewhere =
                new ClientToken(new Owner("000000000000", "eu-west-1"), "StartDomainExport", "token-1", "f");
        ClientToken otherwise = new ClientToken(OWNER, "CreateImportJob", "token-1", "f");
        assertThat(remember(database, elsewhere, "job-2")).isEqualTo(new Outcome.Fresh());
        assertThat(remember(database, otherwise, "job-3")).isEqualTo(new Outcome.Fresh());
    }

    @OnEveryDatabase
    void aTokenIsForgottenWhenItsWindowHasPassed(TestDatabase test) {
        Database database = test.open();
        remember(database, token("f"), "job-1");
        now.updateAndGet(moment -> moment.plus(WINDOW).minusMillis(1));
        assertThat(remember(database, token("f"), "job-2")).isEqualTo(new Outcome.Replay("job-1"));
        now.updateAndGet(moment -> moment.plusMillis(1));
        assertThat(remember(database, token("other"), "job-3")).isEqualTo(new Outcome.Fresh());
        assertThat(remember(database, token("other"), "job-4")).isEqualTo(new Outcome.Replay("job-3"));
    }

    // Otherwise every export ever started would leave a row.
    @OnEveryDatabase
    void forgottenTokensLeaveNoRows(TestDatabase test) {
        Database database = test.open();
        remember(database, token("f"), "job-1");
        now.updateAndGet(moment -> moment.plus(WINDOW));
        remember(database, new ClientToken(OWNER, "StartDomainExport", "token-2", "f"), "job-2");
        assertThat(database.<List<String>>read(handle -> handle.createQuery("SELECT token FROM client_token")
                        .mapTo(String.class)
                        .list()))
                .containsExactly("token-2");
    }

    // The job that a token guards may fail to be written; then its repetition is the first.
    @OnEveryDatabase
    void aTokenIsUndoneWithTheTransactionItGuards(TestDatabase test) {
        Database database = test.open();
        assertThatThrownBy(() -> database.write(handle -> {
                    tokens.remember(handle, token("f"), "job-1", WINDOW);
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
        assertThat(remember(database, token("f"), "job-2")).isEqualTo(new Outcome.Fresh());
    }

    @OnEveryDatabase
    void ofFiftyAtOnceOneIsFresh(TestDatabase test) throws Exception {
        Database database = test.open();
        List<Future<Outcome>> outcomes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String value = "job-" + i;
                outcomes.add(callers.submit(() -> remember(database, token("f"), value)));
            }
        }
        List<Outcome> all = outcomes.stream().map(Future::resultNow).toList();
        assertThat(all).filteredOn(Outcome.Fresh.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(Outcome.Replay.class::isInstance).hasSize(49);
        assertThat(all)
                .filteredOn(Outcome.Replay.class::isInstance)
                .containsOnly(all.stream()
                        .filter(Outcome.Replay.class::isInstance)
                        .findFirst()
                        .orElseThrow());
    }
}
