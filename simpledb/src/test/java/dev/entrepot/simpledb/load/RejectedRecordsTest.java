package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** A thousand rows are not lost for one bad one, and that one is not lost in silence. */
class RejectedRecordsTest {
    @OnEveryDatabase
    void badRowsAreWrittenDownWithTheirReasonAndTheRestIsLoaded(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("items.csv", "id,a\none,1\n,2\nthree,\nfour," + "x".repeat(1025) + "\nfive,5,6\nsix,6\n");
            JsonNode started = Stage.read(source.start("domain", "CSV", "items.csv", ""));
            Job<?> job = stage.awaitJob(started.path("jobId").asText());
            assertThat(Source.failure(job)).isEqualTo("it is SUCCEEDED");
            assertThat(job.done()).isEqualTo(new Counts(6, 4, job.expected().bytes()));
            assertThat(source.text(started.path("rejectedS3Key").asText())).isEqualTo("""
                    {"line":3,"reason":"Value () for parameter ItemName is invalid.The empty string is an illegal item name","record":",2"}
                    {"line":4,"reason":"No attributes for item ='three'.","record":"three,"}
                    {"line":5,"reason":"Value (%1$s) for parameter Value is invalid. Value exceeds maximum length of 1024.","record":"four,%1$s"}
                    {"line":6,"reason":"It has 3 fields where the header has 2.","record":"five,5,6"}
                    """.formatted("x".repeat(1025)));
            assertThat(source.stored()).isEqualTo("1 domains, 2 items");
        }
    }

    @OnEveryDatabase
    void aGoodSourceLeavesNoObjectOfRejectedOnes(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("items.csv", "id,a\none,1\n");
            source.load("domain", "CSV", "items.csv");
            assertThat(source.keys("entrepot-imports/")).isEmpty();
        }
    }

    // What no row is to blame for fails the import before it has begun.
    @OnEveryDatabase
    void aFileThatIsWrongAsAWholeChangesNothing(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("latin1.csv", new byte[] {'i', 'd', ',', 'a', '\n', 'x', ',', (byte) 0xE9, '\n'});
            assertThat(Source.failure(source.load("domain", "CSV", "latin1.csv")))
                    .isEqualTo("SourceInvalid: s3://bucket/latin1.csv: It is not UTF-8: convert it first, for instance"
                            + " with iconv.");
            source.put("unclosed.csv", "id,a\none,\"1\ntwo,2\n");
            assertThat(Source.failure(source.load("domain", "CSV", "unclosed.csv")))
                    .startsWith("SourceInvalid: s3://bucket/unclosed.csv: ");
            source.put("empty.csv", "");
            assertThat(Source.failure(source.load("domain", "CSV", "empty.csv")))
                    .isEqualTo("SourceInvalid: s3://bucket/empty.csv: It has no header.");
            source.put("items.csv", "id,a\none,1\n");
            assertThat(Source.failure(source.load("domain", "CSV", "items.csv", ",\"itemNameColumn\":\"name\"")))
                    .isEqualTo("SourceInvalid: s3://bucket/items.csv: It has no column 'name'; its columns are id, a.");
            assertThat(source.stored()).isEqualTo("0 domains, 0 items");
        }
    }
}
