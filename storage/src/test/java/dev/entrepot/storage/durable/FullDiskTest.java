package dev.entrepot.storage.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Who is told that the disk is full makes room; who is told of an internal error can do nothing. */
class FullDiskTest {
    @Test
    void aFullFileSystemIsOneHoweverDeepItIsFound() {
        Throwable full = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[1]));
        assertThat(full).isInstanceOf(IOException.class);
        assertThat(FullDisk.caused(full)).isTrue();
        assertThat(FullDisk.caused(new IllegalStateException(new UncheckedIOException((IOException) full))))
                .isTrue();
    }

    @Test
    void aDatabaseWithoutRoomIsOneToo() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 10");
            statement.execute("CREATE TABLE t (x)");
            Throwable full = catchThrowable(() -> statement.execute("INSERT INTO t VALUES (zeroblob(1000000))"));
            assertThat(full).isInstanceOf(SQLException.class);
            assertThat(FullDisk.caused(full)).isTrue();
        }
        // No server of ours can be filled; the state is from PostgreSQL's list of error codes.
        assertThat(FullDisk.caused(new SQLException("could not extend file", "53100")))
                .isTrue();
    }

    @Test
    void otherFailuresAreNone() {
        assertThat(FullDisk.caused(new IOException())).isFalse();
        assertThat(FullDisk.caused(new IOException("Permission denied"))).isFalse();
        assertThat(FullDisk.caused(new SQLException("no such table", null, 1))).isFalse();
    }
}
