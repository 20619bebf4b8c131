package dev.entrepot.wire.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An input that is kept for a target: a valid one to start from, or one that once found a bug. */
record Input(String name, byte[] bytes) {
    /** Its name says whether it is accepted, {@code valid-…}, or not, {@code refused-…}. */
    boolean isValid() {
        return name.startsWith("valid-");
    }

    static Path folder(String target) {
        return Path.of("src/test/resources/fuzz", target).toAbsolutePath();
    }

    static List<Input> of(String target) {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().map(Input::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Input read(Path file) {
        try {
            return new Input(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
