package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS documents a text for every parameter that cannot be; programs match on them. */
class ParametersTest {
    private static final String BUCKET = "never-written";
    private static final String KMS_ONLY = "Parameter S3SseKmsKeyId must be provided only when S3SseAlgorithm is KMS.";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    /** @param value shown in the message */
    private record Invalid(String operation, String member, Object given, String value, String text) {
        static Invalid start(String member, String given, String text) {
            return new Invalid("StartDomainExport", member, given, given, text);
        }

        static Invalid list(String member, Object given, String text) {
            return new Invalid("ListExports", member, given, given.toString(), text);
        }
    }

    @BeforeAll
    static void load() {
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
    }

    static Stream<Invalid> invalid() { // 12, 13, 14, 21, 23
        String token = "ClientToken is invalid. ClientToken must ";
        String domain = "DomainName is invalid. DomainName must ";
        String arn = "ExportArn is invalid. ExportArn must be ";
        String next = "NextToken is invalid. NextToken must ";
        String results = "MaxResults is invalid. MaxResults must be between 1 and 100.";
        String owner = "S3BucketOwner is invalid. S3BucketOwner must be a valid AWS account ID.";
        String algorithm = "S3SseAlgorithm is invalid. S3SseAlgorithm can only be AES256 or KMS.";
        String prefix = "S3KeyPrefix is invalid. S3KeyPrefix must be between 1 and 850 characters long.";
        String domainArn = "arn:aws:sdb:us-east-1:111122223333:domain/mydomain";
        return Stream.of(
                Invalid.start("clientToken", "t".repeat(129), token + "be between 1 and 128 characters long."),
                Invalid.start("clientToken", "", token + "be between 1 and 128 characters long."),
                Invalid.start(
                        "clientToken",
                        "a b",
                        token + "only contain ASCII characters in the range of 33-126, inclusive."),
                Invalid.start(
                        "clientToken", "é", token + "only contain ASCII characters in the range of 33-126, inclusive."),
                Invalid.start("domainName", "ab", domain + "be between 3 and 255 characters long."),
                Invalid.start("domainName", "d".repeat(256), domain + "be between 3 and 255 characters long."),
                Invalid.start(
                        "domainName",
                        "a#b",
                        domain + "only contain letters, numbers, underscores, periods, and hyphens."),
                Invalid.start("s3KeyPrefix", "", prefix),
                Invalid.start("s3KeyPrefix", "p".repeat(851), prefix),
                Invalid.start("s3SseAlgorithm", "aes256", algorithm),
                Invalid.start("s3BucketOwner", "12345", owner),
                Invalid.start("s3BucketOwner", "12345678901a", owner),
                Invalid.list("maxResults", 0, results),
                Invalid.list("maxResults", 101, results),
                Invalid.list(
                        "nextToken",
                        "a b",
                        next + "only contain letters, numbers, underscores, hyphens, and equals signs."),
                Invalid.list("nextToken", "", next + "be between 1 and 2048 characters long."),
                new Invalid("GetExport", "exportArn", "arn", "arn", arn + "between 20 and 2048 characters long."),
                new Invalid(
                        "GetExport",
                        "exportArn",
                        domainArn,
                        domainArn,
                        arn + "a valid Amazon SimpleDB Domain Export ARN."));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidParameterIsRefusedInAwssWords(Invalid invalid) {
        var members = new HashMap<String, Object>();
        if (invalid.operation.equals("StartDomainExport")) {
            members.putAll(Map.of("domainName", SampleDomain.NAME, "s3Bucket", BUCKET));
        }
        members.put(invalid.member, invalid.given);
        assertRefused(
                ENTREPOT.exports().call(invalid.operation, members),
                "InvalidParameterValueException",
                "Value (" + invalid.value + ") for parameter " + invalid.text);
    }

    @Test
    void aBucketsNameHas3To63Characters() {
        for (String name : List.of("ab", "b".repeat(64))) {
            assertRefused(
                    ENTREPOT.exports()
                            .call("StartDomainExport", Map.of("domainName", SampleDomain.NAME, "s3Bucket", name)),
                    "InvalidParameterValueException",
                    "Value (" + name + ") for parameter S3BucketName is invalid."
                            + " S3BucketName must be between 3 and 63 characters long.");
        }
    }

    @Test
    void whatIsRequiredIsNamedWhenItIsMissing() {
        assertRefused(
                ENTREPOT.exports().call("StartDomainExport", Map.of("s3Bucket", BUCKET)),
                "InvalidParameterValueException",
                "Value (null) for parameter DomainName is invalid.");
        assertRefused(
                ENTREPOT.exports().call("StartDomainExport", Map.of("domainName", SampleDomain.NAME)),
                "InvalidParameterValueException",
                "Value (null) for parameter S3BucketName is invalid.");
        assertRefused(
                ENTREPOT.exports().call("GetExport", Map.of()),
                "InvalidParameterValueException",
                "Value (null) for parameter ExportArn is invalid.");
    }

    @Test
    void aKeyIsRefusedWhereEncryptionIsNotByKms() { // 11
        for (Map<String, String> options : List.of(Map.<String, String>of(), Map.of("s3SseAlgorithm", "AES256"))) {
            var members = new HashMap<>(options);
            members.putAll(Map.of("domainName", SampleDomain.NAME, "s3Bucket", BUCKET, "s3SseKmsKeyId", "key"));
            assertRefused(
                    ENTREPOT.exports().call("StartDomainExport", members),
                    "InvalidParameterCombinationException",
                    KMS_ONLY);
        }
    }

    @Test
    void anUnknownDomainIsRefusedAndNothingIsWritten() { // 9, 24
        assertRefused(
                ENTREPOT.exports().call("StartDomainExport", Map.of("domainName", "nosuch", "s3Bucket", BUCKET)),
                "NoSuchDomainException",
                "The specified domain does not exist.");
        assertRefused(
                ENTREPOT.exports().call("ListExports", Map.of("domainName", "nosuch")),
                "NoSuchDomainException",
                "The specified domain does not exist.");
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), BUCKET, "")).isEmpty();
    }

    @Test
    void anUnknownExportIsRefused() { // 21
        String arn = "arn:aws:sdb:us-east-1:000000000000:domain/mydomain/export/" + UUID.randomUUID();
        assertRefused(
                ENTREPOT.exports().call("GetExport", Map.of("exportArn", arn)),
                "NoSuchExportException",
                "The specified export does not exist.");
    }

    private static void assertRefused(Answer answer, String code, String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(code);
        assertThat(answer.json().get("message").textValue()).isEqualTo(message);
        assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
    }
}
