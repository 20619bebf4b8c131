package dev.entrepot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the server, a visitor's machine must be left as it was found. */
class ThrowAwayServerTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path data;

    @Test
    void itsDataAreGoneOnceItIsClosed() throws IOException {
        var server = ThrowAwayServer.start(launcher("echo entrepot ready on x; exec sleep 60"), data, false);
        server.awaitReady();
        assertThat(server.data()).isDirectory();
        server.close();
        assertThat(server.data()).doesNotExist();
        server.close(); // a signal may come after the ordinary end
    }

    @Test
    void itsDataStayWhenTheyAreToBeKept() throws IOException {
        var server = ThrowAwayServer.start(launcher("echo entrepot ready on x"), data, true);
        server.awaitReady();
        server.close();
        assertThat(server.data()).isDirectory();
    }

    @Test
    void aServerThatDoesNotStartIsQuotedAndLeavesNothing() throws IOException {
        var server = ThrowAwayServer.start(
                launcher("echo entrepot: no >&2; echo entrepot: the disk is full >&2; exit 1"), data, false);
        assertThatThrownBy(server::awaitReady).hasMessage("The server did not start: entrepot: the disk is full");
        server.close();
        assertThat(server.data()).doesNotExist();
    }

    @Test
    void aMissingLauncherIsOneSentence() {
        assertThatThrownBy(() -> ThrowAwayServer.start(directory.resolve("none"), data, false))
                .isInstanceOf(DemoFailed.class)
                .hasMessage("There is no launcher " + directory.resolve("none"));
        assertThat(data).isEmptyDirectory();
    }

    private Path launcher(String work) throws IOException {
        Path file = Files.writeString(directory.resolve("entrepot"), "#!/bin/sh\n" + work + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
