package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Who asks for encryption gets it on every object of the export, the marker and the manifests too, or no export. */
class EncryptedExportTest {
    private static final String BUCKET = "encrypted";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void load() {
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
    }

    @Test
    void aes256IsOnEveryObject() {
        var objects = export(Map.of("s3SseAlgorithm", "AES256"), "AES256");
        for (String key : objects.objects().keySet()) {
            assertThat(head(key).serverSideEncryption()).as(key).isEqualTo(ServerSideEncryption.AES256);
        }
    }

    @Test
    void kmsWithoutAKeyUsesTheManagedOneOnEveryObject() { // 11
        var objects = export(Map.of("s3SseAlgorithm", "KMS"), "KMS");
        for (String key : objects.objects().keySet()) {
            assertThat(head(key).serverSideEncryption()).as(key).isEqualTo(ServerSideEncryption.AWS_KMS);
            assertThat(head(key).ssekmsKeyId()).as(key).isNotEmpty();
        }
    }

    @Test
    void withoutAnAlgorithmNoneIsNamed() {
        var objects = export(Map.of(), null);
        for (String key : objects.objects().keySet()) {
            assertThat(head(key).ssekmsKeyId()).as(key).isNull();
        }
    }

    @Test
    void anUnknownKeyFailsTheExportUnderKmssName() {
        JsonNode export = ENTREPOT.exports()
                .ended(ENTREPOT.exports()
                        .start(
                                SampleDomain.NAME,
                                BUCKET,
                                Map.of(
                                        "s3KeyPrefix",
                                        "unknown-key",
                                        "s3SseAlgorithm",
                                        "KMS",
                                        "s3SseKmsKeyId",
                                        "1234abcd-12ab-34cd-56ef-1234567890ab")));
        assertThat(export.get("exportStatus").textValue()).isEqualTo("FAILED");
        assertThat(export.get("failureCode").textValue()).isEqualTo("KmsNotFoundException");
        assertThat(export.get("failureMessage").textValue())
                .isEqualTo("An error occurred during the export. The specified KMS key does not exist.");
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), BUCKET, "unknown-key")).isEmpty();
    }

    /** @param algorithm what the summary must say, null for none */
    private static ExportedObjects export(Map<String, ?> options, @Nullable String algorithm) {
        JsonNode export = ENTREPOT.exports().succeeded(ENTREPOT.exports().start(SampleDomain.NAME, BUCKET, options));
        var objects = ExportedObjects.of(ENTREPOT.s3(), export);
        assertThat(export.path("s3SseAlgorithm").textValue()).isEqualTo(algorithm);
        assertThat(objects.json("manifest-summary.json").get("s3SseAlgorithm").textValue())
                .isEqualTo(algorithm);
        assertThat(objects.items()).hasSize(SampleDomain.ITEMS);
        return objects;
    }

    private static HeadObjectResponse head(String key) {
        return ENTREPOT.s3().headObject(head -> head.bucket(BUCKET).key(key));
    }
}
