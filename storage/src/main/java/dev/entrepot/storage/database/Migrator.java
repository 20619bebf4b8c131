package dev.entrepot.storage.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of all modules up to date by Flyway. A fingerprint of the scripts that ran is kept beside them, and as
 * long as it fits Flyway is not even loaded: that spares a quarter of a second of every start.
 */
final class Migrator {
    private static final Migrations STORAGE = Migrations.of("storage", "V1__tokens.sql");

    private final DataSource source;
    private final Map<String, String> placeholders;

    Migrator(DataSource source, Dialect dialect) {
        this.source = source;
        this.placeholders = switch (dialect) {
            case SQLITE -> Map.of("bytewise", "", "clustered", "WITHOUT ROWID", "rowid", "INTEGER");
            case POSTGRESQL -> Map.of("bytewise", "COLLATE \"C\"", "clustered", "", "rowid", "BIGINT");
        };
    }

    void migrate(List<Migrations> modules) throws SQLException {
        List<Migrations> all = new ArrayList<>(List.of(STORAGE));
        all.addAll(modules);
        String fingerprint = fingerprint(all);
        if (fingerprint.equals(appliedFingerprint())) {
            return;
        }
        all.forEach(this::migrate);
        remember(fingerprint);
    }

    private void migrate(Migrations module) {
        Flyway.configure()
                .dataSource(source)
                .table("flyway_" + module.module())
                .baselineOnMigrate(true) // other modules' tables stand in the same schema
                .baselineVersion("0")
                .resourceProvider(new ListedScripts(module))
                .javaMigrationClassProvider(List::of)
                .placeholders(placeholders)
                .load()
                .migrate();
    }

    private static String fingerprint(List<Migrations> modules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Migrations module : modules) {
                for (String script : module.scripts()) {
                    digest.update((module.module() + "/" + script + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(module.text(script).getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private String appliedFingerprint() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS migrated (fingerprint TEXT NOT NULL)");
            try (ResultSet row = statement.executeQuery("SELECT fingerprint FROM migrated")) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private void remember(String fingerprint) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO migrated VALUES (?)")) {
            statement.executeUpdate("DELETE FROM migrated");
            insert.setString(1, fingerprint);
            insert.executeUpdate();
        }
    }
}
