package dev.entrepot.console.buckets;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The beginning of an object, as far as a person can read it; {@code buckets/preview.jte} shows it. */
public sealed interface Preview {
    int MOST_BYTES = 64 * 1024;
    int MOST_ROWS = 200;
    long LARGEST_PICTURE = 8L << 20;

    /** @param whole whether there is no more */
    record Text(String text, boolean whole) implements Preview {}

    /** Rows of cells, the first of them the header. */
    record Table(List<List<String>> rows, boolean whole) implements Preview {
        public Table {
            rows = List.copyOf(rows);
        }

        List<String> header() {
            return rows.isEmpty() ? List.of() : rows.getFirst();
        }

        List<List<String>> body() {
            return rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
        }
    }

    record Picture(String address) implements Preview {}

    /** Bytes that say nothing to people. */
    record Binary() implements Preview {}

    Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** @throws dev.entrepot.storage.objects.ObjectRequestFailed when there is no such object or it may not be read */
    static Preview of(ObjectStore objects, Requester requester, ObjectLocation location) {
        try (var content = objects.get(requester, location, size -> new ByteRange(0, Math.min(size, MOST_BYTES)))
                .bytes()) {
            StoredObject object = objects.head(requester, location);
            boolean whole = object.size() <= MOST_BYTES;
            if (PICTURES.contains(object.headers().getOrDefault("content-type", ""))
                    && object.size() <= LARGEST_PICTURE) {
                return new Picture(BucketPages.downloadAddress(location));
            }
            Optional<String> text = text(content.readAllBytes(), whole);
            if (text.isEmpty()) {
                return new Binary();
            }
            return shown(location.key(), text.get(), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(location + " could not be read", e);
        }
    }

    /** Nothing when the bytes are not UTF-8; a last character that was cut off is left out. */
    private static Optional<String> text(byte[] bytes, boolean whole) {
        var chars = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, whole);
        String text = chars.flip().toString();
        return result.isError() || text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    }

    private static Preview shown(String key, String text, boolean whole) {
        // The last line may have been cut off.
        String lines = whole ? text : text.substring(0, text.lastIndexOf('\n') + 1);
        Optional<List<List<String>>> rows = Optional.empty();
        if (key.endsWith(".csv")) {
            rows = Rows.csv(lines, MOST_ROWS + 1);
        } else if (key.endsWith(".ndjson")) {
            rows = Rows.ndjson(lines, MOST_ROWS + 1);
        }
        return rows.<Preview>map(all ->
                        new Table(all.subList(0, Math.min(all.size(), MOST_ROWS)), whole && all.size() <= MOST_ROWS))
                .orElseGet(() -> new Text(text, whole));
    }
}
