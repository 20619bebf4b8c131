package dev.entrepot.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one SQLite file would each release the other's jobs as a dead process's. */
class DataDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void aSecondServerIsRefusedAndToldWhichDirectory() {
        try (DataDirectory held = DataDirectory.lock(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataDirectory.lock(directory))
                    .isInstanceOf(DataDirectoryInUse.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void theDirectoryIsFreeAgainWhenItsServerHasEnded() {
        DataDirectory.lock(directory).close();
        try (DataDirectory again = DataDirectory.lock(directory)) {
            assertThat(again).isNotNull();
        }
    }

    // "credentials add" beside a running server.
    @Test
    void theDatabaseOfAServedDirectoryMayStillBeOpened() {
        try (DataDirectory held = DataDirectory.lock(directory);
                Database serving = Databases.sqlite(directory, List.of());
                Database visitor = Databases.sqlite(directory, List.of())) {
            assertThat(held).isNotNull();
            visitor.write(handle -> handle.execute("CREATE TABLE visit (id INT)"));
            assertThat(serving.<Integer>write(handle -> handle.execute("INSERT INTO visit VALUES (1)")))
                    .isEqualTo(1);
        }
    }
}
