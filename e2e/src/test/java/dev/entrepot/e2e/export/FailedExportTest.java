package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trouble with the bucket shows in the export, not in the call that started it, and under S3's own name. */
class FailedExportTest {
    private static final String NO_ACCESS = "Export failed due to insufficient access to the Amazon S3 bucket.";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void load() {
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        ENTREPOT.s3().createBucket(create -> create.bucket("ours"));
    }

    @Test
    void aMissingBucketFailsTheExportNotTheCall() { // 15
        JsonNode export = failed("no-such-bucket", Map.of());
        assertThat(export.get("failureCode").textValue()).isEqualTo("S3NoSuchBucket");
        assertThat(export.get("failureMessage").textValue())
                .isEqualTo("An error occurred during the export. The specified Amazon S3 bucket does not exist.");
        assertThat(export.has("itemsCount")).isFalse();
        assertThat(export.has("exportManifest")).isFalse();
    }

    @Test
    void anotherAccountsBucketIsNotWritable() { // 16
        var other = ENTREPOT.s3(ENTREPOT.server().addKeys("111122223333"));
        other.createBucket(create -> create.bucket("theirs"));
        JsonNode export = failed("theirs", Map.of());
        assertThat(export.get("failureCode").textValue()).isEqualTo("S3AccessDenied");
        assertThat(export.get("failureMessage").textValue()).isEqualTo(NO_ACCESS);
        assertThat(ExportedObjects.keys(other, "theirs", "")).isEmpty();
    }

    @Test
    void aBucketOfAnotherOwnerThanExpectedIsNotWrittenTo() { // 16
        JsonNode export = failed("ours", Map.of("s3BucketOwner", "111122223333", "s3KeyPrefix", "expected"));
        assertThat(export.get("failureCode").textValue()).startsWith("S3");
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), "ours", "expected")).isEmpty();
    }

    @Test
    void theExpectedOwnersBucketIsWrittenToAndTheSummaryNamesTheOwner() {
        JsonNode export = ENTREPOT.exports()
                .succeeded(
                        ENTREPOT.exports().start(SampleDomain.NAME, "ours", Map.of("s3BucketOwner", "000000000000")));
        assertThat(export.get("s3BucketOwner").textValue()).isEqualTo("000000000000");
        assertThat(ExportedObjects.of(ENTREPOT.s3(), export)
                        .json("manifest-summary.json")
                        .get("s3BucketOwner")
                        .textValue())
                .isEqualTo("000000000000");
    }

    private static JsonNode failed(String bucket, Map<String, ?> options) {
        JsonNode export = ENTREPOT.exports().ended(ENTREPOT.exports().start(SampleDomain.NAME, bucket, options));
        assertThat(export.get("exportStatus").textValue()).isEqualTo("FAILED");
        return export;
    }
}
