package dev.entrepot.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.durable.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it writes leaves half a file, which must never show and must not stay for ever. */
class ScratchTest {
    @TempDir
    Path directory;

    @Test
    void whatACrashLeftIsNoObjectAndIsGoneAfterTheNextStart() throws Exception {
        try (var fixture = new StoreFixture(directory, Durability.FSYNC)) {
            fixture.put("key", "text");
            Path dead = Files.createDirectories(directory.resolve("objects/tmp/dead-process"));
            Files.createFile(dead.resolve("lock"));
            Files.writeString(dead.resolve("half"), "a file");
            assertThat(fixture.keys()).containsExactly("key");

            Scratch.open(directory.resolve("objects/tmp")).close();
            assertThat(dead).doesNotExist();
            fixture.put("another", "the living process's own directory is still there");
        }
        assertThat(directory.resolve("objects/tmp")).isEmptyDirectory();
    }
}
