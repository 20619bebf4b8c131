package dev.entrepot.server.credentials;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.wire.auth.Credential;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The key pairs in the database. */
public final class CredentialTable {
    public static final Migrations MIGRATIONS = Migrations.of("server", "V1__credential.sql");

    /** The profile AWS clients use when told no other; its key pair is the server's own. */
    public static final String DEFAULT_PROFILE = "default";

    public static final String DEFAULT_ACCOUNT = "000000000000";

    private final Database database;
    private final InstantSource clock;

    public CredentialTable(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The default key pair, made now if this database has none. */
    public Credential defaultKeyPair() {
        return database.write(handle -> {
            insert(handle, KeyPairs.generate(DEFAULT_ACCOUNT), DEFAULT_PROFILE);
            return handle.createQuery("""
                            SELECT access_key_id, secret_access_key, account FROM credential WHERE profile = ?
                            """)
                    .bind(0, DEFAULT_PROFILE)
                    .map((row, context) -> credential(row.getString(1), row.getString(2), row.getString(3)))
                    .one();
        });
    }

    /**
     * Makes a key pair.
     *
     * @param account twelve digits
     * @param profile a name for people, other than {@value #DEFAULT_PROFILE}
     */
    public Credential add(String account, String profile) {
        Credential made = KeyPairs.generate(account);
        database.write(handle -> insert(handle, made, profile));
        return made;
    }

    /** Whether there was such a key pair. */
    public boolean remove(String accessKeyId) {
        return database.write(handle -> handle.execute("DELETE FROM credential WHERE access_key_id = ?", accessKeyId))
                > 0;
    }

    /** Oldest first. */
    public List<ListedCredential> list() {
        return database.read(handle -> handle.createQuery("""
                        SELECT access_key_id, account, profile, created_ms
                        FROM credential ORDER BY created_ms, access_key_id
                        """)
                .map((row, context) -> new ListedCredential(
                        row.getString(1), row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4))))
                .list());
    }

    List<Credential> all() {
        return database.read(
                handle -> handle.createQuery("SELECT access_key_id, secret_access_key, account FROM credential")
                        .map((row, context) -> credential(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
    }

    private static Credential credential(String accessKeyId, String secretAccessKey, String account) {
        return new Credential(accessKeyId, secretAccessKey, account);
    }

    private int insert(Handle handle, Credential made, String profile) {
        return handle.execute("""
                INSERT INTO credential (access_key_id, secret_access_key, account, profile, created_ms)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, made.accessKeyId(), made.secretAccessKey(), made.account(), profile, clock.millis());
    }
}
