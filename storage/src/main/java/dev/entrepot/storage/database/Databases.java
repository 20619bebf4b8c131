package dev.entrepot.storage.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Opens a {@link Database}, its tables up to date. */
public final class Databases {
    static final String FILE_NAME = "entrepot.sqlite";

    private Databases() {}

    /**
     * The embedded database in {@code directory}, made when it is not there. Any process may open it for a moment; the one
     * that serves takes {@link DataDirectory#lock} first.
     *
     * @throws DatabaseUnavailable when the file cannot be opened or its tables cannot be brought up to date
     */
    public static Database sqlite(Path directory, List<Migrations> modules) {
        try {
            Files.createDirectories(directory);
            SqliteFile file = new SqliteFile(directory.resolve(FILE_NAME));
            return migrated(new SqliteDatabase(file), file.plain(), modules);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new DatabaseUnavailable("Could not open the database in " + directory, e);
        }
    }

    /**
     * A PostgreSQL database, shared with any number of other nodes.
     *
     * @param url {@code postgresql://user:password@host:port/database?parameter=value}
     * @throws DatabaseUnavailable when it cannot be reached or its tables cannot be brought up to date
     */
    public static Database postgresql(URI url, List<Migrations> modules) {
        PostgresUrl address = PostgresUrl.of(url);
        try {
            PostgresDatabase database = new PostgresDatabase(address);
            return migrated(database, database.schedulerConnections(), modules);
        } catch (SQLException | RuntimeException e) {
            throw new DatabaseUnavailable("Could not open the database " + address, e);
        }
    }

    private static Database migrated(Database database, DataSource source, List<Migrations> modules)
            throws SQLException {
        try {
            new Migrator(source, database.dialect()).migrate(modules);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
