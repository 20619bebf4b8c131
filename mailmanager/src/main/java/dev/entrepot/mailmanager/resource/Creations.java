package dev.entrepot.mailmanager.resource;

import dev.entrepot.storage.token.ClientToken;
import dev.entrepot.storage.token.ClientTokens;
import dev.entrepot.storage.token.ClientTokens.Outcome;
import dev.entrepot.wire.schema.ApiException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Makes a resource once for each client token, whose repeat wins over every other check (dossier, section 1.7). */
public final class Creations {
    private static final Duration TOKEN_WINDOW = Duration.ofHours(24);

    private final ClientTokens tokens;

    public Creations(InstantSource clock) {
        this.tokens = new ClientTokens(clock);
    }

    /**
     * The id of what an equal request has made already; nothing when {@code id} is to be made now, in this transaction.
     *
     * @param conflict the error for a token that was used with other parameters, made of its text
     */
    public Optional<String> earlier(
            Handle handle, ClientToken token, String id, Function<String, ApiException> conflict) {
        return switch (tokens.remember(handle, token, id, TOKEN_WINDOW)) {
            case Outcome.Fresh() -> Optional.empty();
            case Outcome.Replay(String earlier) -> Optional.of(earlier);
            case Outcome.Conflict() ->
                throw conflict.apply("The ClientToken was used for a request with other parameters.");
        };
    }
}
