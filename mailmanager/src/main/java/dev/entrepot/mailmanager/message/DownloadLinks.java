package dev.entrepot.mailmanager.message;

import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Caller;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    /**
     * What a link lets whoever has it do.
     *
     * @param accessKeyId whose link it is
     */
    record Grant(MessageId message, String accessKeyId) {}

    /** @param host as the caller reached this server */
    URI link(Caller caller, String host, MessageId id) {
        byte[] key = caller.accessKeyId().getBytes(StandardCharsets.UTF_8);
        long expires = clock.instant().plus(LIFETIME).toEpochMilli();
        ByteBuffer position =
                ByteBuffer.allocate(Long.BYTES + key.length).putLong(expires).put(key);
        String grant = seals.issue(context(id), position.array());
        return URI.create("http://" + host + PATH + id + SUFFIX + "?grant=" + grant);
    }

    /** Nothing when the link has expired or was changed. */
    Optional<Grant> read(String path, String query) {
        if (!path.endsWith(SUFFIX) || !query.startsWith("grant=")) {
            return Optional.empty();
        }
        String name = path.substring(PATH.length(), path.length() - SUFFIX.length());
        String grant = query.substring("grant=".length());
        return MessageId.parse(name)
                .flatMap(
                        id -> seals.read(context(id), grant).flatMap(position -> grant(id, ByteBuffer.wrap(position))));
    }

    private Optional<Grant> grant(MessageId id, ByteBuffer position) {
        if (position.remaining() < Long.BYTES || !clock.instant().isBefore(Instant.ofEpochMilli(position.getLong()))) {
            return Optional.empty();
        }
        return Optional.of(new Grant(id, StandardCharsets.UTF_8.decode(position).toString()));
    }

    private static String context(MessageId id) {
        return "GetArchiveMessage " + id;
    }
}
