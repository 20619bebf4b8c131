package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Job;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** An export that is not what its manifest says is refused as a whole: the domain is not even made. */
class WrongExportTest {
    private static final String ONE = "[{\"itemName\":\"one\",\"attributes\":[{\"name\":\"a\",\"values\":[\"1\"]}]}]";
    private static final String TWO = "[{\"itemName\":\"two\",\"attributes\":[{\"name\":\"a\",\"values\":[\"2\"]}]}]";

    @OnEveryDatabase
    void oneChangedByteInTheLastFileFailsAll(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            for (String changed : new String[] {TWO.replace("\"2\"", "\"3\""), TWO.replace('[', '{'), TWO + " "}) {
                String summary = new HandmadeExport(source, "x")
                        .file("1", ONE, 1)
                        .file("2", TWO, 1)
                        .summary(2);
                source.put("x/data/2", changed);
                assertFails(
                        source,
                        summary,
                        "ChecksumMismatch: s3://bucket/x/data/2 has MD5 %s, but its manifest says %s."
                                .formatted(HandmadeExport.md5(changed), HandmadeExport.md5(TWO)));
            }
        }
    }

    @OnEveryDatabase
    void aFileThatIsGoneFailsAll(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            String summary = new HandmadeExport(source, "x")
                    .file("1", ONE, 1)
                    .file("2", TWO, 1)
                    .summary(2);
            source.delete("x/data/2");
            assertFails(source, summary, "S3NoSuchKey: s3://bucket/x/data/2: The specified key does not exist.");
            source.delete("x/manifest-file.json");
            assertFails(
                    source,
                    summary,
                    "S3NoSuchKey: s3://bucket/x/manifest-file.json: The specified key does not exist.");
            source.delete(summary);
            assertFails(
                    source,
                    summary,
                    "S3NoSuchKey: s3://bucket/x/manifest-summary.json: The specified key does not exist.");
        }
    }

    @OnEveryDatabase
    void countsThatDifferFailAll(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            assertFails(
                    source,
                    new HandmadeExport(source, "x").file("1", ONE, 2).summary(2),
                    "CountMismatch: s3://bucket/x/data/1 has 1 items, but its manifest says 2.");
            assertFails(
                    source,
                    new HandmadeExport(source, "x").file("1", ONE, 1).summary(2),
                    "SourceInvalid: s3://bucket/x/manifest-summary.json says that there are 2 items, but the files of"
                            + " s3://bucket/x/manifest-file.json have 1.");
            assertFails(
                    source,
                    new HandmadeExport(source, "x")
                            .file("1", ONE, 1)
                            .file("1", ONE, 1)
                            .summary(2),
                    "SourceInvalid: s3://bucket/x/manifest-file.json lists"
                            + " AWSSimpleDB/6f3a1c1e-0000-4000-8000-000000000000/domain/data/1 twice.");
        }
    }

    // Exactly means all of it, so an item that SimpleDB could not hold cannot be left out.
    @OnEveryDatabase
    void anItemThatSimpleDbCouldNotHoldFailsAll(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            String bad =
                    "[\n" + ONE.substring(1, ONE.length() - 1) + ",\n{\"itemName\":\"two\",\"attributes\":[]}\n]\n";
            assertFails(
                    source,
                    new HandmadeExport(source, "x").file("1", bad, 2).summary(2),
                    "SourceInvalid: s3://bucket/x/data/1: line 3: No attributes for item ='two'.");
            String broken = "[\n" + ONE.substring(1, ONE.length() - 2);
            assertThat(Source.failure(load(
                            source,
                            new HandmadeExport(source, "x").file("1", broken, 2).summary(2))))
                    .startsWith("SourceInvalid: s3://bucket/x/data/1: line 2: Unexpected end-of-input");
            assertThat(source.stored()).isEqualTo("0 domains, 0 items");
        }
    }

    @OnEveryDatabase
    void whatIsNoManifestIsNamed(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            assertFails(
                    source,
                    new HandmadeExport(source, "x").summary("2030-01-01", 0),
                    "SourceInvalid: s3://bucket/x/manifest-summary.json has version \"2030-01-01\"; only \"2025-11-01\" is known.");
            source.put("x/manifest-summary.json", "no JSON");
            assertFails(
                    source,
                    "x/manifest-summary.json",
                    "SourceInvalid: s3://bucket/x/manifest-summary.json is not JSON.");
            assertFails(source, "x/data/1", "SourceInvalid: s3://bucket/x/data/1 is no manifest-summary.json.");
        }
    }

    private static void assertFails(Source source, String summary, String failure) {
        assertThat(Source.failure(load(source, summary))).isEqualTo(failure);
        assertThat(source.stored()).isEqualTo("0 domains, 0 items");
    }

    private static Job<?> load(Source source, String summary) {
        return source.load("domain", "EXPORT", summary);
    }
}
