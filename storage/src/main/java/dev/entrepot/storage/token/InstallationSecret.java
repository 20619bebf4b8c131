package dev.entrepot.storage.token;

import dev.entrepot.storage.database.Database;
import java.security.SecureRandom;

/** Thirty-two random bytes under a name, made on first use and the same ever after, on every node. */
final class InstallationSecret {
    private static final int BYTES = 32;

    private InstallationSecret() {}

    static byte[] named(String name, Database database) {
        byte[] candidate = new byte[BYTES];
        new SecureRandom().nextBytes(candidate);
        return database.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO installation_secret (name, secret) VALUES (:name, :secret)
                            ON CONFLICT (name) DO NOTHING""")
                    .bind("name", name)
                    .bind("secret", candidate)
                    .execute();
            return handle.createQuery("SELECT secret FROM installation_secret WHERE name = :name")
                    .bind("name", name)
                    .mapTo(byte[].class)
                    .one();
        });
    }
}
