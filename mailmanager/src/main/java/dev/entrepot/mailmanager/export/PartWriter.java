package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.Counts;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.storage.objects.ObjectBatch;
import dev.entrepot.storage.objects.PutOptions;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes the messages of a part, all of which reach the disk together. */
final class PartWriter {
    private static final PutOptions JSON = PutOptions.DEFAULT.contentType("application/json");

    private final Target target;
    private final Layout layout;
    private final String archiveId;
    private final boolean metadata;
    private final Consumer<Counts> progress;
    private final Listings listings;

    /** @param progress told of every message; may throw to stop */
    PartWriter(Target target, String archiveId, boolean metadata, Consumer<Counts> progress) {
        this.target = target;
        this.layout = target.layout();
        this.archiveId = archiveId;
        this.metadata = metadata;
        this.progress = progress;
        this.listings = new Listings(layout);
    }

    void write(MessageRow message, MessageBytes from, ObjectBatch to) {
        try {
            byte[] bytes = from.read(message);
            put(to, layout.message(message.id()), options(message), bytes);
            listings.written(message, metadata ? Optional.of(writeMetadata(message, to)) : Optional.empty());
            progress.accept(new Counts(1, 0, message.size()));
        } catch (MessageBytes.Unreadable e) {
            failed(message.id().toString(), String.valueOf(e.getMessage()));
        }
    }

    /** A message that the list has and the archive has not, known by its number alone. */
    void missing(long number) {
        failed("number " + number, "The message is not in the archive any more.");
    }

    private void failed(String messageId, String error) {
        listings.failed(messageId, error);
        progress.accept(new Counts(1, 1, 0));
    }

    private PutOptions options(MessageRow message) {
        var headers = new TreeMap<>(Map.of(
                "content-type",
                "message/rfc822",
                "x-amz-meta-archive-id",
                archiveId,
                "x-amz-meta-export-id",
                layout.export(),
                "x-amz-meta-sha256",
                message.hash().toString()));
        return PutOptions.DEFAULT.headers(headers).length(OptionalLong.of(message.size()));
    }

    private String writeMetadata(MessageRow message, ObjectBatch to) {
        byte[] file = MetadataFile.of(archiveId, message);
        put(to, layout.metadata(message.id()), JSON, file);
        return Hashes.of(file);
    }

    private void put(ObjectBatch to, String key, PutOptions options, byte[] content) {
        target.refusable(() -> to.put(key, options, new ByteArrayInputStream(content)));
    }

    Listings listings() {
        return listings;
    }
}
