package dev.entrepot.storage.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server that the tests of one JVM share. It starts with the first test that wants it and ends with the JVM. */
final class EmbeddedServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private EmbeddedServer() {}

    /** Starts the server on first use. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new IllegalStateException("The embedded PostgreSQL did not start", e);
            }
        }
    }

    /** The address of an empty schema. */
    static URI newSchema() {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return URI.create(
                "postgresql://postgres@localhost:" + Running.SERVER.getPort() + "/postgres?currentSchema=" + schema);
    }
}
