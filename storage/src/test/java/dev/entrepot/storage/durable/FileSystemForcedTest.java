package dev.entrepot.storage.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called durable because one call said so must not be so when that call failed, or where it promises less. */
class FileSystemForcedTest {
    private static final Durability NOBODY_ELSE = new Durability() {
        @Override
        public void file(Path path, FileChannel channel) {
            throw new AssertionError("Many files are not forced each");
        }

        @Override
        public void directory(Path path) {
            throw new AssertionError("No directory is forced");
        }
    };

    @TempDir
    Path directory;

    @Test
    void manyFilesAreForcedByOneCallWhichTellsWhenItFails() throws IOException {
        assumeTrue(FileSystemForced.isPossible(directory), "This file system is not known to be forced as a whole");
        FileSystemForced forced = FileSystemForced.open(directory, new EachForced(NOBODY_ELSE));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            files.add(Files.writeString(directory.resolve("file" + i), "text"));
        }
        forced.force(files);
        forced.close();
        assertThatThrownBy(() -> forced.force(files)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FileSystemForced.open(directory.resolve("missing"), new EachForced(NOBODY_ELSE)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void fewFilesAreForcedEach() throws IOException {
        assumeTrue(FileSystemForced.isPossible(directory), "This file system is not known to be forced as a whole");
        Path file = Files.writeString(directory.resolve("file"), "text");
        try (var forced = FileSystemForced.open(directory, new EachForced(NOBODY_ELSE))) {
            assertThatThrownBy(() -> forced.force(List.of(file))).hasRootCauseInstanceOf(AssertionError.class);
        }
    }

    @Test
    void kernelsThatMayKeepAFailureToThemselvesAreNotAsked() {
        assertThat(List.of("5.8.0", "5.15.0-91-generic", "6.18.44", "10.0")).allMatch(FileSystemForced::isRecent);
        assertThat(List.of("5.7.19", "4.19.0-26-amd64", "3.10", "")).noneMatch(FileSystemForced::isRecent);
    }
}
