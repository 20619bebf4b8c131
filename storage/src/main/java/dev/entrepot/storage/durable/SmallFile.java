package dev.entrepot.storage.durable;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Files of a few named values, one {@code name=value} a line, readable by their owner alone. */
public final class SmallFile {
    private SmallFile() {}

    public static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        var values = new TreeMap<String, String>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        return values;
    }

    /** Creates the file or replaces it whole; durable on return. */
    public static void replace(Path file, Map<String, String> values, Durability durability) throws IOException {
        Path draft = draft(file, values, durability);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        durability.directory(file.toAbsolutePath().getParent());
    }

    /**
     * Creates the file; durable on return.
     *
     * @throws java.nio.file.FileAlreadyExistsException when another was first
     */
    public static void create(Path file, Map<String, String> values, Durability durability) throws IOException {
        Path draft = draft(file, values, durability);
        try {
            Files.createLink(file, draft); // unlike a rename it never replaces
        } finally {
            Files.delete(draft);
        }
        durability.directory(file.toAbsolutePath().getParent());
    }

    private static Path draft(Path file, Map<String, String> values, Durability durability) throws IOException {
        var lines = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) -> lines.append(name)
                        .append('=')
                        .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                        .append('\n'));
        Path draft = file.resolveSibling("." + UUID.randomUUID());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            durability.file(draft, channel);
        }
        return draft;
    }
}
