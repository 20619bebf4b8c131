package dev.entrepot.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.objects.ObjectListing.After;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A directory tree is not a sorted list of keys: the listing must look as if it were, page by page. */
class ListingTest {
    private static final List<String> PARTS =
            List.of("a", "b", "a-b", "a0", "", "..", "ü", "\uFF5E", "\uD83D\uDE00", "x".repeat(200), "x".repeat(205));
    private static final List<String> PREFIXES =
            List.of("", "a", "a/", "a/b", "a/b/", "/", "x", "x".repeat(201), "a-", "zz");
    private static final List<String> DELIMITERS = List.of("", "/", "-", "b/", "/a");

    @Test
    void pagesTogetherAreWhatASortedListOfKeysWouldGive() throws IOException {
        for (int seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var keys = new HashSet<String>();
            for (int i = random.nextInt(40); i > 0; i--) {
                keys.add(key(random));
            }
            keys.remove("");
            check(keys, oneOf(PREFIXES, random), oneOf(DELIMITERS, random), 1 + random.nextInt(5));
        }
    }

    private static String key(Random random) {
        return Stream.generate(() -> oneOf(PARTS, random))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.joining("/"));
    }

    private static String oneOf(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void check(Set<String> keys, String prefix, String delimiter, int limit) throws IOException {
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

    private static void write(Path root, String key) throws IOException {
        Path file = KeyPath.file(root, key);
        Files.createDirectories(file.getParent());
        var object =
                new StoredObject(key, 0, "etag", Optional.empty(), Instant.EPOCH, ServerSideEncryption.NONE, Map.of());
        Files.write(file, new Footer(object, Optional.empty()).encode());
    }
}
