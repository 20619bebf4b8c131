package dev.entrepot.server.backup;

import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.durable.SmallFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * What a backup is; its file is written last, so that what has none is no backup.
 *
 * @param moment of which it is
 * @param manifest the SHA-256 of {@link Manifest}'s file
 */
public record Summary(Instant moment, long files, long bytes, String manifest) {
    private static final String NAME = "backup.properties";
    private static final String FORMAT = "1";

    void write(Path backup) throws IOException {
        var values = Map.of(
                "format", FORMAT,
                "moment", moment.toString(),
                "files", Long.toString(files),
                "bytes", Long.toString(bytes),
                "manifest-sha256", manifest);
        SmallFile.create(backup.resolve(NAME), values, Durability.FSYNC);
    }

    /** @throws BackupRefused when there is none, or its manifest is not the one it was written for */
    static Summary read(Path backup) throws IOException {
        Map<String, String> values;
        try {
            values = SmallFile.read(backup.resolve(NAME));
        } catch (NoSuchFileException e) {
            throw new BackupRefused(backup + " holds no finished backup: there is no " + NAME + " in it");
        }
        if (!FORMAT.equals(values.get("format"))) {
            throw new BackupRefused(backup + " is a backup of another version of this program");
        }
        var summary = parse(backup, values);
        if (!CheckedCopy.of(backup.resolve(Manifest.NAME)).sha256().equals(summary.manifest)) {
            throw new BackupRefused(backup.resolve(Manifest.NAME) + " is damaged");
        }
        return summary;
    }

    private static Summary parse(Path backup, Map<String, String> values) {
        try {
            return new Summary(
                    Instant.parse(values.getOrDefault("moment", "")),
                    Long.parseLong(values.getOrDefault("files", "")),
                    Long.parseLong(values.getOrDefault("bytes", "")),
                    values.getOrDefault("manifest-sha256", ""));
        } catch (DateTimeException | NumberFormatException e) {
            throw new BackupRefused(backup.resolve(NAME) + " is damaged");
        }
    }
}
