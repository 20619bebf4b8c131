package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.storage.objects.ObjectBatch;
import dev.entrepot.storage.objects.PutOptions;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the messages of a part, all of which reach the disk together. */
final class PartWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PartWriter.class);

    private final Target target;
    private final Layout layout;
    private final Job<ExportRequest> job;
    private final Consumer<Counts> progress;
    private final Listings listings = new Listings();

    /** @param progress told of every message; may throw to stop */
    PartWriter(Target target, Job<ExportRequest> job, Consumer<Counts> progress) {
        this.target = target;
        this.layout = target.layout();
        this.job = job;
        this.progress = progress;
    }

    /** @param part its number */
    void write(int part, List<MessageRow> messages, MessageBytes from, ObjectBatch to) {
        switch (job.request().form().format()) {
            case EML -> messages.forEach(message -> writeEach(message, from, to));
            case MBOXRD -> writePackage(new MboxrdFile(), part, messages, from, to);
            case ZIP -> writePackage(new ZipFile(), part, messages, from, to);
        }
    }

    private void writeEach(MessageRow message, MessageBytes from, ObjectBatch to) {
        Optional<byte[]> bytes = read(message, from);
        if (bytes.isPresent()) {
            String key = layout.message(message.id());
            put(to, key, options(message), bytes.get());
            listings.file(layout.belowPrefix(key), message.hash().toString());
            listings.written(message, key, writeMetadata(message, to));
        }
    }

    private Optional<String> writeMetadata(MessageRow message, ObjectBatch to) {
        if (!job.request().metadata()) {
            return Optional.empty();
        }
        String key = layout.metadata(message.id());
        byte[] file = MetadataFile.of(job.subject(), message);
        put(to, key, PutOptions.DEFAULT.contentType("application/json"), file);
        listings.file(layout.belowPrefix(key), Hashes.of(file));
        return Optional.of(key);
    }

    private void writePackage(
            Packaging packaging, int part, List<MessageRow> messages, MessageBytes from, ObjectBatch to) {
        String key = layout.part(part, packaging.suffix());
        var content = new PackageContent(packaging, messages, message -> read(message, from));
        Optional<String> metadataKey =
                job.request().metadata() ? Optional.of(layout.part(part, ".jsonl")) : Optional.empty();
        target.refusable(() -> to.put(key, PutOptions.DEFAULT.contentType(packaging.contentType()), content));
        listings.file(layout.belowPrefix(key), content.hash());
        metadataKey.ifPresent(lines -> {
            byte[] file = MetadataFile.lines(job.subject(), content.messages());
            put(to, lines, PutOptions.DEFAULT.contentType("application/x-ndjson"), file);
            listings.file(layout.belowPrefix(lines), Hashes.of(file));
        });
        content.messages().forEach(message -> listings.written(message, key, metadataKey));
    }

    private Optional<byte[]> read(MessageRow message, MessageBytes from) {
        try {
            byte[] bytes = from.read(message);
            progress.accept(new Counts(1, 0, message.size()));
            return Optional.of(bytes);
        } catch (MessageBytes.Unreadable e) {
            LOG.warn("Message {} is missing from export {}", message.id(), layout.export(), e);
            failed(message.id().toString(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A message that the list has and the archive has not, known by its number alone. */
    void missing(long number) {
        LOG.warn("Message number {} is missing from export {}: its row is gone", number, layout.export());
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
                job.subject(),
                "x-amz-meta-export-id",
                layout.export(),
                "x-amz-meta-sha256",
                message.hash().toString()));
        return PutOptions.DEFAULT.headers(headers).length(OptionalLong.of(message.size()));
    }

    private void put(ObjectBatch to, String key, PutOptions options, byte[] content) {
        target.refusable(() -> to.put(key, options, new ByteArrayInputStream(content)));
    }

    Listings listings() {
        return listings;
    }
}
