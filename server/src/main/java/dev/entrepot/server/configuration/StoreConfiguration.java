package dev.entrepot.server.configuration;

import dev.entrepot.server.configuration.Settings.Given;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where data are kept; what every command needs that opens the stores.
 *
 * @param data the data directory, absolute
 * @param database a {@code postgresql:} URL; empty for a SQLite file in the data directory
 * @param objects a directory, absolute
 */
public record StoreConfiguration(Path data, Optional<URI> database, Path objects) {
    /**
     * @param home the default data directory's parent
     * @throws InvalidConfiguration when a value cannot be
     */
    public static StoreConfiguration of(Settings settings, Path home) {
        Path data = settings.get(Setting.DATA)
                .map(given -> path(given, given.value()))
                .orElse(home.resolve("data"))
                .toAbsolutePath()
                .normalize();
        return new StoreConfiguration(
                data,
                settings.get(Setting.DATABASE).map(StoreConfiguration::database),
                settings.get(Setting.OBJECTS).map(StoreConfiguration::objects).orElse(data.resolve("objects")));
    }

    private static Path path(Given given, String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // answered below
        }
        throw new InvalidConfiguration("%s takes a directory, not '%s'".formatted(given.by(), given.value()));
    }

    private static URI database(Given given) {
        // A database URL holds a password, so the value is not repeated.
        if (!given.value().startsWith("postgresql://")) {
            throw new InvalidConfiguration(
                    given.by() + " takes postgresql://user:password@host:port/name; without it data go to SQLite");
        }
        try {
            return URI.create(given.value());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfiguration(
                    given.by() + " is not a URL; characters such as @ in a password are written %40");
        }
    }

    private static Path objects(Given given) {
        if (!given.value().startsWith("file:///")) {
            throw new InvalidConfiguration(
                    "%s takes only file:///directory so far, not '%s'".formatted(given.by(), given.value()));
        }
        return path(given, given.value().substring("file://".length()))
                .toAbsolutePath()
                .normalize();
    }
}
