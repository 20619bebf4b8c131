package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Gathers a part's lines of the listings (dossier, section 3.2). */
final class Listings {
    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
    private final ByteArrayOutputStream checksums = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private long written;
    private long failed;
    private long bytes;

    /**
     * @param key of the file that it is in
     * @param metadataKey of the file that tells what is known of it, if there is one
     */
    void written(MessageRow message, String key, Optional<String> metadataKey) {
        line(manifest, JsonText.object(json -> {
            json.writeStringField("key", key);
            json.writeStringField("archivedMessageId", message.id().toString());
            JsonText.text(json, "messageId", message.document().summary().header(SummaryHeader.MESSAGE_ID));
            json.writeStringField("receivedTimestamp", message.id().received().toString());
            json.writeNumberField("size", message.size());
            json.writeStringField("sha256", message.hash().toString());
            JsonText.text(json, "metadataKey", metadataKey);
        }));
        written++;
        bytes += message.size();
    }

    /** @param name of a file of the export, as {@code sha256sum -c} finds it */
    void file(String name, String hash) {
        line(checksums, checksum(hash, name));
    }

    void failed(String messageId, String error) {
        line(errors, JsonText.object(json -> {
            json.writeStringField("archivedMessageId", messageId);
            json.writeStringField("error", error);
        }));
        failed++;
    }

    private static void line(ByteArrayOutputStream listing, byte[] line) {
        listing.writeBytes(line);
        listing.write('\n');
    }

    /** As {@code sha256sum -c} reads it. */
    static byte[] checksum(String hash, String name) {
        return (hash + "  " + name).getBytes(StandardCharsets.UTF_8);
    }

    Lines lines() {
        return new Lines(
                Lines.compress(manifest.toByteArray()),
                Lines.compress(checksums.toByteArray()),
                Lines.compress(errors.toByteArray()));
    }

    WrittenPart counts() {
        return new WrittenPart(written, failed, bytes);
    }
}
