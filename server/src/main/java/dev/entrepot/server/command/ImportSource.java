package dev.entrepot.server.command;

import dev.entrepot.server.client.ClientFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What is to be imported: an object of S3, or a file of this machine that becomes one. */
sealed interface ImportSource {
    /** {@code s3://BUCKET/KEY}. */
    record InS3(String bucket, String key) implements ImportSource {}

    record Local(Path file) implements ImportSource {}

    static ImportSource of(String text) {
        if (!text.startsWith("s3://")) {
            Path file = Path.of(text);
            if (!Files.isRegularFile(file)) {
                throw new ClientFailed("There is no file '" + text + "'; an object is named like s3://bucket/key");
            }
            return new Local(file);
        }
        int slash = text.indexOf('/', "s3://".length());
        if (slash < 0 || slash == text.length() - 1) {
            throw new ClientFailed("'" + text + "' names no object; one is named like s3://bucket/key");
        }
        return new InS3(text.substring("s3://".length(), slash), text.substring(slash + 1));
    }

    /** As StartDomainImport calls it: what was said, or what the name tells. */
    static String format(Optional<String> said, String source) {
        String name = source.toLowerCase(Locale.ROOT);
        String format = said.map(given -> given.toUpperCase(Locale.ROOT)).orElseGet(() -> {
            if (name.endsWith("manifest-summary.json")) {
                return "EXPORT";
            }
            return name.endsWith(".csv") ? "CSV" : name.matches(".*\\.(ndjson|jsonl|json)") ? "NDJSON" : "";
        });
        return switch (format) {
            case "EXPORT", "NDJSON", "CSV" -> format;
            case "" ->
                throw new ClientFailed(
                        "The name '" + source + "' does not tell its format: give --format export, ndjson or csv");
            default -> throw new ClientFailed("--format takes export, ndjson or csv, not '" + said.orElse("") + "'");
        };
    }
}
