package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.StoreFixture.BUCKET;
import static dev.entrepot.storage.objects.StoreFixture.OWNER;
import static dev.entrepot.storage.objects.StoreFixture.at;
import static dev.entrepot.storage.objects.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.storage.durable.Durability;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are the one thing clients choose freely that becomes a file name. */
class KeyPathTest {
    private static final List<String> KEYS = List.of(
            "a",
            "a/",
            "a/b",
            "a//b",
            "a/../b",
            "a/./b",
            "..",
            "../etc/passwd",
            "/",
            "//",
            "/etc/passwd",
            "a+object",
            "a/+object",
            "+",
            "%",
            "%41",
            "A",
            "a%2Fb",
            "a b",
            "a+b",
            "ü/ö",
            "\uFF5E",
            "\uD83D\uDE00",
            ".hidden",
            "upload",
            "bucket.properties",
            "tmp",
            "back\\slash",
            "new\nline",
            "x".repeat(1024),
            "ü".repeat(512),
            "/".repeat(1024),
            "x".repeat(200),
            "x".repeat(200) + "/y",
            "x".repeat(201),
            "x".repeat(200) + "%");

    @TempDir
    Path directory;

    // No client could ask for it: HTTP servers and proxies refuse such a target or ask for another.
    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/../../../b", "./../..", "../.."})
    void aKeyThatWouldClimbAboveTheRootIsRefused(String key) throws Exception {
        try (var fixture = new StoreFixture(directory, Durability.FSYNC)) {
            assertThatThrownBy(() -> fixture.put(key, "text"))
                    .isInstanceOfSatisfying(
                            ObjectRequestFailed.class,
                            failed -> assertThat(failed.error()).isEqualTo(ObjectError.INVALID_ARGUMENT));
        }
    }

    @Test
    void everyKeyIsStoredAsItIsAndNoneLeavesTheBucketsDirectory() throws Exception {
        try (var fixture = new StoreFixture(directory, Durability.FSYNC)) {
            for (String key : KEYS) {
                fixture.put(key, "text of " + key);
            }
            for (String key : KEYS) {
                assertThat(fixture.get(key)).isEqualTo("text of " + key);
            }
            var sorted = new ArrayList<>(KEYS);
            sorted.sort((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
            assertThat(fixture.keys()).containsExactlyElementsOf(sorted);

            var objects = directory.resolve("objects/buckets").resolve(BUCKET).resolve("objects");
            try (var files = Files.walk(objects)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(KEYS.size());
            }
            assertThat(fixture.files()).as("and bucket file, lock").hasSize(KEYS.size() + 2);

            fixture.store.delete(OWNER, BUCKET, KEYS, WriteCondition.NONE);
            assertThat(objects).isEmptyDirectory();
        }
    }

    @Test
    void aKeyThatCannotBeListedOrIsTooLongIsRefused() {
        refused(ObjectError.INVALID_ARGUMENT, () -> at("a\u0000b"));
        refused(ObjectError.INVALID_ARGUMENT, () -> at("a\uD83Db"));
        refused(ObjectError.INVALID_ARGUMENT, () -> at(""));
        refused(ObjectError.KEY_TOO_LONG, () -> at("x".repeat(1025)));
        refused(ObjectError.KEY_TOO_LONG, () -> at("ü".repeat(513)));
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
