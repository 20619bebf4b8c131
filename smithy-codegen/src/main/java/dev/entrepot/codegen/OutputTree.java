package dev.entrepot.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The directory of generated sources. Files keep their time when their text stays, so that compilers may skip them. */
final class OutputTree {
    private final Path root;
    private final Path record;
    private final Set<String> written = new TreeSet<>();

    OutputTree(Path root) {
        this.root = root;
        this.record = root.resolve(".generated");
    }

    /** Whether a run with this fingerprint was completed here and its files still exist. */
    boolean isFrom(String fingerprint) {
        try {
            if (!Files.exists(record)) {
                return false;
            }
            List<String> lines = Files.readAllLines(record);
            return lines.getFirst().equals(fingerprint)
                    && lines.stream().skip(1).allMatch(file -> Files.exists(root.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String text) {
        if (!written.add(path)) {
            throw new ContractInvalid("two shapes would both become " + path);
        }
        try {
            Path file = root.resolve(path);
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files of earlier runs that this one did not write. */
    void finish(String fingerprint) {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> stale = paths.filter(Files::isRegularFile)
                    .filter(file ->
                            !written.contains(root.relativize(file).toString().replace('\\', '/')))
                    .toList();
            for (Path file : stale) {
                Files.delete(file);
            }
            Files.writeString(record, fingerprint + "\n" + String.join("\n", written) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
