package dev.entrepot.mailmanager.message;

import dev.entrepot.storage.token.PageTokens;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Links that give a message's bytes to whoever has them, for a quarter of an hour. Packs hold many messages, so no S3 link could
 * name one: these lead to a page of our own, and what they grant is sealed as page tokens are.
 */
public final class DownloadLinks {
    static final String PATH = "/_entrepot/messages/";
    private static final String SUFFIX = ".eml";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final PageTokens seals;
    private final InstantSource clock;

    public DownloadLinks(PageTokens seals, InstantSource clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** @param host as the caller reached this server */
    URI link(String host, MessageId id) {
        long expires = clock.instant().plus(LIFETIME).toEpochMilli();
        String grant = seals.issue(
                context(id), ByteBuffer.allocate(Long.BYTES).putLong(expires).array());
        return URI.create("http://" + host + PATH + id + SUFFIX + "?grant=" + grant);
    }

    /** The message that a link leads to, unless the link has expired or was changed. */
    Optional<MessageId> read(String path, String query) {
        if (!path.endsWith(SUFFIX) || !query.startsWith("grant=")) {
            return Optional.empty();
        }
        String name = path.substring(PATH.length(), path.length() - SUFFIX.length());
        String grant = query.substring("grant=".length());
        return MessageId.parse(name)
                .filter(id -> seals.read(context(id), grant)
                        .filter(position -> position.length == Long.BYTES)
                        .map(position ->
                                Instant.ofEpochMilli(ByteBuffer.wrap(position).getLong()))
                        .filter(clock.instant()::isBefore)
                        .isPresent());
    }

    private static String context(MessageId id) {
        return "GetArchiveMessage " + id;
    }
}
