package dev.entrepot.bench.audience;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of interactions as it is published, perhaps gzip'd.
 *
 * @param header whether the first line is one
 * @param pairs a line's user and items
 */
record InteractionFile(String name, boolean header, Function<String, String[]> pairs) {
    private static final List<InteractionFile> KNOWN = List.of(
            new InteractionFile("u.data", false, line -> columns(line, "\t", 0, 1)), // MovieLens 100k
            new InteractionFile("ratings.dat", false, line -> columns(line, "::", 0, 1)), // MovieLens 1M, 10M
            new InteractionFile("ratings.csv", true, line -> columns(line, ",", 0, 1)), // MovieLens 20M and later
            new InteractionFile("loc-gowalla_totalCheckins.txt", false, line -> columns(line, "\t", 0, 4)),
            // Gowalla as LightGCN has it, in two files: a user and all their items are a line.
            new InteractionFile("train.txt", false, line -> line.split(" ")),
            new InteractionFile("test.txt", false, line -> line.split(" ")),
            new InteractionFile("interactions.csv", true, line -> line.split(",", 3)));

    /** Hands over every user and item of the known files in a directory. */
    static void read(Path directory, BiConsumer<String, String> interactions) {
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list " + directory, e);
        }
        for (Path file : files) {
            for (InteractionFile known : KNOWN) {
                String name = file.getFileName().toString();
                if (name.equals(known.name) || name.equals(known.name + ".gz")) {
                    known.lines(file, interactions);
                }
            }
        }
    }

    private void lines(Path file, BiConsumer<String, String> interactions) {
        try (InputStream bytes = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            lines.lines().skip(header ? 1 : 0).map(pairs).forEach(pair -> {
                int items = name.endsWith(".csv") ? 2 : pair.length;
                for (int item = 1; item < items; item++) {
                    interactions.accept(pair[0], pair[item]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static String[] columns(String line, String separator, int user, int item) {
        String[] columns = line.split(separator);
        return new String[] {columns[user], columns[item]};
    }
}
