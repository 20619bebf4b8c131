package dev.entrepot.storage.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/** Remembers {@link ClientToken}s and what came of them. */
public final class ClientTokens {
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final AtomicReference<Instant> nextPrune = new AtomicReference<>(Instant.MIN);

    public ClientTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** What a token turned out to be. */
    public sealed interface Outcome {
        /** Not seen within its window: carry the request out, in this same transaction. */
        record Fresh() implements Outcome {}

        /** Seen with the same parameters: answer with what was remembered. */
        record Replay(String value) implements Outcome {}

        /** Seen with other parameters. */
        record Conflict() implements Outcome {}
    }

    /**
     * Remembers {@code value} under {@code token} for {@code window}, unless the token is remembered already. Of any number of
     * equal calls at once exactly one is {@link Outcome.Fresh}. Runs in {@code Database.write}, with the effect it guards.
     */
    public Outcome remember(Handle handle, ClientToken token, String value, Duration window) {
        Instant now = clock.instant();
        prune(handle, now);
        int written = handle.createUpdate("""
                        INSERT INTO client_token (account, region, scope, token, fingerprint, value, expires_at)
                        VALUES (:account, :region, :scope, :token, :fingerprint, :value, :expires)
                        ON CONFLICT (account, region, scope, token) DO UPDATE
                        SET fingerprint = excluded.fingerprint, value = excluded.value, expires_at = excluded.expires_at
                        WHERE client_token.expires_at <= :now""")
                .bindMethods(token.owner())
                .bindMethods(token)
                .bind("value", value)
                .bind("expires", now.plus(window))
                .bind("now", now)
                .execute();
        return written == 1 ? new Outcome.Fresh() : earlier(handle, token);
    }

    private static Outcome earlier(Handle handle, ClientToken token) {
        return handle.createQuery("""
                        SELECT fingerprint, value FROM client_token
                        WHERE account = :account AND region = :region AND scope = :scope AND token = :token""")
                .bindMethods(token.owner())
                .bindMethods(token)
                .map((row, context) -> row.getString("fingerprint").equals(token.fingerprint())
                        ? new Outcome.Replay(row.getString("value"))
                        : new Outcome.Conflict())
                .one();
    }

    /** Now and then, not each time: on PostgreSQL a sweep gets in the way of tokens that are written meanwhile. */
    private void prune(Handle handle, Instant now) {
        Instant due = nextPrune.get();
        if (!now.isBefore(due) && nextPrune.compareAndSet(due, now.plus(PRUNE_EVERY))) {
            handle.execute("DELETE FROM client_token WHERE expires_at <= ?", now);
        }
    }
}
