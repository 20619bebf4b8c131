package dev.entrepot.storage.durable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file nobody sees must become one that everybody sees, with all that was written to it, or leave nothing behind. */
class NamelessFileTest {
    @TempDir
    Path directory;

    @BeforeEach
    void checkFileSystem() throws IOException {
        assumeTrue(NamelessFile.isPossible(directory), "This file system is not known to have files without a name");
    }

    @Test
    void itIsSeenWhenItHasANameAndNeverReplacesAnother() throws IOException {
        Path name = directory.resolve("name");
        try (NamelessFile file = NamelessFile.create(directory).orElseThrow()) {
            file.write("te".getBytes(UTF_8));
            file.write("xt".getBytes(UTF_8));
            assertThat(file.path()).hasContent("text");
            assertThat(directory).isEmptyDirectory();
            file.link(name);
            assertThat(name).hasContent("text");
            assertThatThrownBy(() -> file.link(name)).isInstanceOf(FileAlreadyExistsException.class);
            assertThatThrownBy(() -> file.link(directory.resolve("missing/name")))
                    .isInstanceOf(NoSuchFileException.class);
        }
        assertThat(name).hasContent("text");
    }

    @Test
    void itIsGoneWhenItIsClosedWithoutAName() throws IOException {
        try (NamelessFile file = NamelessFile.create(directory).orElseThrow()) {
            Files.writeString(file.path(), "text");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whereItCannotBeMadeThereIsNone() {
        assertThat(NamelessFile.create(directory.resolve("missing"))).isEmpty();
    }
}
