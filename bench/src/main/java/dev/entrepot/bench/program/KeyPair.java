package dev.entrepot.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The default profile's keys. */
public record KeyPair(String accessKeyId, String secretAccessKey) {
    /** As a server wrote them into its data directory. */
    public static KeyPair of(Path data) {
        Path file = data.resolve("aws/credentials");
        try (Stream<String> lines = Files.lines(file)) {
            String[] values = lines.filter(line -> line.contains(" = "))
                    .map(line -> line.split(" = ", 2)[1])
                    .toArray(String[]::new);
            return new KeyPair(values[0], values[1]);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    @Override
    public String toString() {
        return accessKeyId;
    }
}
