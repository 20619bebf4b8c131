package dev.entrepot.server;

import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.credentials.ClientFiles;
import dev.entrepot.server.credentials.CredentialStore;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.server.http.HttpLimits;
import dev.entrepot.server.http.Listener;
import dev.entrepot.server.http.NoObjectStore;
import dev.entrepot.storage.database.DataDirectory;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.http.Endpoint;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** A running server: this is the list of its parts. */
public final class Entrepot implements AutoCloseable {
    private final Parts parts;
    private final URI uri;

    private Entrepot(Parts parts, URI uri) {
        this.parts = parts;
        this.uri = uri;
    }

    /**
     * Takes requests from the moment this returns. Should a part not start, those before it are closed again, and what it
     * says comes out unchanged.
     */
    public static Entrepot start(ServerConfiguration configuration, InstantSource clock) {
        var parts = new Parts();
        try {
            parts.add(DataDirectory.lock(configuration.stores().data()));
            Database database = parts.add(Stores.database(configuration.stores()));

            var credentialTable = new CredentialTable(database, clock);
            var defaultKeyPair = credentialTable.defaultKeyPair();
            var credentials = new CredentialStore(credentialTable, clock);

            Endpoint services = head -> Optional.empty();
            var listener = parts.add(Listener.start(
                    configuration.bind(),
                    configuration.port(),
                    HttpLimits.DEFAULT,
                    () -> true,
                    services,
                    new NoObjectStore()));

            ClientFiles.write(configuration.stores().data(), defaultKeyPair, configuration.region(), listener.local());
            return new Entrepot(parts, listener.uri());
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Where it listens. */
    public URI uri() {
        return uri;
    }

    /** Lets requests in flight finish, then closes the parts. */
    @Override
    public void close() {
        parts.close();
    }
}
