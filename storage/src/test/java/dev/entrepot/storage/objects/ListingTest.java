package dev.entrepot.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.objects.ObjectListing.After;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A directory tree is not a sorted list of keys: the listing must look as if it were, page by page. */
class ListingTest {
    @Property(tries = 300)
    void pagesTogetherAreWhatASortedListOfKeysWouldGive(
            @ForAll @Size(max = 40) Set<@net.jqwik.api.From("keys") String> keys,
            @ForAll("prefixes") String prefix,
            @ForAll("delimiters") String delimiter,
            @ForAll @IntRange(min = 1, max = 5) int limit)
            throws IOException {
        Path root = Files.createTempDirectory("listing");
        try {
            for (String key : keys) {
                write(root, key);
            }
            var listed = new ArrayList<String>();
            var query = new ObjectListing.Query(prefix, delimiter, After.NOTHING, limit);
            for (Optional<After> next = Optional.of(After.NOTHING); next.isPresent(); ) {
                var page = Listing.page(root, query.after(next.get()));
                assertThat(page.objects().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(limit);
                page.objects().forEach(object -> listed.add(object.key()));
                listed.addAll(page.commonPrefixes());
                next = page.next();
            }
            assertThat(listed).containsExactlyInAnyOrderElementsOf(expected(keys, prefix, delimiter));
        } finally {
            Scratch.deleteTree(root);
        }
    }

    private static List<String> expected(Set<String> keys, String prefix, String delimiter) {
        var expected = new TreeSet<String>();
        for (String key : keys) {
            if (key.startsWith(prefix)) {
                int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
                expected.add(end < 0 ? key : key.substring(0, end + delimiter.length()));
            }
        }
        return List.copyOf(expected);
    }

    @Provide
    Arbitrary<String> keys() {
        var part = Arbitraries.of(
                "a", "b", "a-b", "a0", "", "..", "ü", "\uFF5E", "\uD83D\uDE00", "x".repeat(200), "x".repeat(205));
        return part.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("/", parts))
                .filter(key -> !key.isEmpty());
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "a", "a/", "a/b", "a/b/", "/", "x", "x".repeat(201), "a-", "zz");
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of("", "/", "-", "b/", "/a");
    }

    private static void write(Path root, String key) throws IOException {
        Path file = KeyPath.file(root, key);
        Files.createDirectories(file.getParent());
        var object =
                new StoredObject(key, 0, "etag", Optional.empty(), Instant.EPOCH, ServerSideEncryption.NONE, Map.of());
        Files.write(file, new Footer(object, Optional.empty()).encode().array());
    }
}
