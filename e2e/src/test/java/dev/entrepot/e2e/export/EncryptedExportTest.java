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
    void anOwnKeyIsOnEveryObjectAndOnceDisabledFailsTheExport() {
        String arn = ENTREPOT.server().createKey("000000000000");
        var byKey = Map.of("s3SseAlgorithm", "KMS", "s3SseKmsKeyId", arn);
        var objects = export(byKey, "KMS");
        assertThat(objects.json("manifest-summary.json").get("s3SseKmsKeyId").textValue())
                .isEqualTo(arn);
        for (String key : objects.objects().keySet()) {
            assertThat(head(key).serverSideEncryption()).as(key).isEqualTo(ServerSideEncryption.AWS_KMS);
            assertThat(head(key).ssekmsKeyId()).as(key).isEqualTo(arn);
        }
        ENTREPOT.server().disableKey(arn);
        assertFails("disabled-key", arn, "KmsDisabledException", "The specified KMS key is disabled.");
    }

    @Test
    void anUnknownKeyFailsTheExportUnderKmssName() {
        String key = "1234abcd-12ab-34cd-56ef-1234567890ab";
        assertFails("unknown-key", key, "KmsNotFoundException", "The specified KMS key does not exist.");
    }

    @Test
    void anotherAccountsKeyIsOutOfReach() {
        String arn = ENTREPOT.server().createKey("111122223333");
        JsonNode export = failed("foreign-key", arn);
        assertThat(export.get("failureCode").textValue())
                .isIn("KmsAccessDeniedException", "KmsNotFoundException"); // neither says whether there is such a key
    }

    private static void assertFails(String prefix, String key, String code, String message) {
        JsonNode export = failed(prefix, key);
        assertThat(export.get("failureCode").textValue()).isEqualTo(code);
        assertThat(export.get("failureMessage").textValue())
                .isEqualTo("An error occurred during the export. " + message);
    }

    private static JsonNode failed(String prefix, String key) {
        var options = Map.of("s3KeyPrefix", prefix, "s3SseAlgorithm", "KMS", "s3SseKmsKeyId", key);
        JsonNode export = ENTREPOT.exports().ended(ENTREPOT.exports().start(SampleDomain.NAME, BUCKET, options));
        assertThat(export.get("exportStatus").textValue()).isEqualTo("FAILED");
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), BUCKET, prefix)).isEmpty();
        return export;
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
