package dev.entrepot.server.client;

import dev.entrepot.sesv2.event.JsonObjects;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file of event records that is being read; gzip is undone where the name ends in {@code .gz}. */
final class EventFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final InputStream stream;
    private final JsonObjects objects;

    private EventFile(FileChannel channel, Path path) throws IOException {
        this.channel = channel;
        InputStream raw = Channels.newInputStream(channel);
        this.stream =
                new BufferedInputStream(name(path).endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw, BUFFER);
        this.objects = new JsonObjects(stream);
    }

    static EventFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            return new EventFile(channel, path);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The file itself, or of a directory all files below it whose names are those of event records, in the order of their names. */
    static List<Path> find(Path fileOrDirectory) throws IOException {
        if (!Files.isDirectory(fileOrDirectory)) {
            return List.of(fileOrDirectory);
        }
        try (Stream<Path> files = Files.walk(fileOrDirectory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name(file).matches(".*\\.(json|jsonl|ndjson|gz)"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    JsonObjects objects() {
        return objects;
    }

    /** How many bytes of the file have been read. */
    long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
