package dev.entrepot.simpledb.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starting, finding and listing exports: what a client may rely on when it repeats, waits and pages. */
class ExportRequestsTest {
    private static final String START = "{\"domainName\":\"domain\",\"s3Bucket\":\"bucket\",\"clientToken\":\"%s\"}";

    // [5] [6] [7]
    @OnEveryDatabase
    void aTokenMeansOneExportForEightHours(TestDatabase test) {
        try (var stage = stage(test)) {
            JsonNode first = stage.call("StartDomainExport", START.formatted("t1"));
            assertThat(stage.call("StartDomainExport", START.formatted("t1"))).isEqualTo(first);
            assertThat(error(stage.json(
                            "StartDomainExport", START.formatted("t1").replace("}", ",\"s3KeyPrefix\":\"p\"}"))))
                    .isEqualTo("400 ConflictException: Idempotent request failed due to parameter mismatch.");

            stage.clock.advance(Duration.ofHours(8).minusSeconds(60));
            assertThat(stage.call("StartDomainExport", START.formatted("t1"))).isEqualTo(first);
            stage.clock.advance(Duration.ofSeconds(61));
            assertThat(stage.call("StartDomainExport", START.formatted("t1")).path("exportArn"))
                    .isNotEqualTo(first.path("exportArn"));
        }
    }

    // Clients retry in crowds.
    @OnEveryDatabase
    void fiftyEqualCallsAtOnceMakeOneExport(TestDatabase test) {
        try (var stage = stage(test)) {
            var answers = new ArrayList<Future<JsonNode>>();
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    answers.add(clients.submit(() -> stage.call("StartDomainExport", START.formatted("same"))));
                }
            }
            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
            assertThat(stage.call("ListExports", "{}").path("exportSummaries")).hasSize(1);
        }
    }

    // [10] A replay is answered though the quota is used up; the window rolls.
    @OnEveryDatabase
    void awsAllowsFiveExportsOfADomainIn24Hours(TestDatabase test) {
        try (var stage = new Stage(test, SimpleDbLimits.AWS, store -> store)) {
            stage.classic("CreateDomain", "DomainName", "domain");
            for (int i = 0; i < 5; i++) {
                stage.clock.advance(Duration.ofMinutes(1));
                assertThat(stage.json("StartDomainExport", START.formatted("t" + i))
                                .status())
                        .isEqualTo(200);
            }
            assertThat(error(stage.json("StartDomainExport", START.formatted("t5"))))
                    .isEqualTo("409 NumberExportsLimitExceeded: The export limit was exceeded.");
            assertThat(stage.json("StartDomainExport", START.formatted("t4")).status())
                    .isEqualTo(200);
            stage.clock.advance(Duration.ofHours(24).minusMinutes(4));
            assertThat(stage.json("StartDomainExport", START.formatted("t5")).status())
                    .isEqualTo(200);
            assertThat(stage.json("StartDomainExport", START.formatted("t6")).status())
                    .isEqualTo(409);
        }
    }

    // [22] [23] [24]
    @OnEveryDatabase
    void exportsAreListedOldestFirstForThreeMonths(TestDatabase test) {
        try (var stage = stage(test)) {
            stage.classic("CreateDomain", "DomainName", "other");
            var arns = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                stage.clock.advance(Duration.ofSeconds(1));
                arns.add(stage.call("StartDomainExport", START.formatted("t" + i))
                        .path("exportArn")
                        .asText());
            }
            var listed = new ArrayList<String>();
            String token = "";
            int pages = 0;
            do {
                JsonNode page = stage.call("ListExports", "{\"maxResults\":2" + token + "}");
                page.path("exportSummaries")
                        .forEach(export -> listed.add(export.path("exportArn").asText()));
                token = page.has("nextToken")
                        ? ",\"nextToken\":\"" + page.path("nextToken").asText() + "\""
                        : "";
                pages++;
            } while (!token.isEmpty());
            assertThat(listed).isEqualTo(arns);
            assertThat(pages).isEqualTo(3);

            String foreign = stage.call("ListExports", "{\"maxResults\":2}")
                    .path("nextToken")
                    .asText();
            assertThat(error(
                            stage.json("ListExports", "{\"domainName\":\"domain\",\"nextToken\":\"" + foreign + "\"}")))
                    .isEqualTo("400 InvalidNextTokenException: The specified next token is not valid.");
            assertThat(error(stage.json("ListExports", "{\"nextToken\":\"abc\"}")))
                    .isEqualTo("400 InvalidNextTokenException: The specified next token is not valid.");
            assertThat(stage.call("ListExports", "{\"domainName\":\"other\"}").path("exportSummaries"))
                    .isEmpty();
            assertThat(error(stage.json("ListExports", "{\"domainName\":\"nosuch\"}")))
                    .isEqualTo("400 NoSuchDomainException: The specified domain does not exist.");

            stage.clock.advance(Duration.ofDays(93));
            assertThat(stage.call("ListExports", "{}").path("exportSummaries")).isEmpty();
            assertThat(error(stage.json("GetExport", "{\"exportArn\":\"" + arns.getFirst() + "\"}")))
                    .isEqualTo("400 NoSuchExportException: The specified export does not exist.");
        }
    }

    // [11] to [14], [21], [23]: the texts are AWS's.
    @OnEveryDatabase
    void everyMistakeHasItsOwnError(TestDatabase test) {
        try (var stage = stage(test)) {
            String start = "{\"domainName\":\"domain\",\"s3Bucket\":\"bucket\",%s}";
            String[][] cases = {
                {
                    "StartDomainExport",
                    "{\"domainName\":\"nosuch\",\"s3Bucket\":\"bucket\"}",
                    "NoSuchDomainException: The specified domain does not exist."
                },
                {
                    "StartDomainExport",
                    "{\"s3Bucket\":\"bucket\"}",
                    "InvalidParameterValueException: Value (null) for parameter DomainName is invalid."
                },
                {
                    "StartDomainExport",
                    "{\"domainName\":\"ab\",\"s3Bucket\":\"bucket\"}",
                    "InvalidParameterValueException: Value (ab) for"
                            + " parameter DomainName is invalid. DomainName must be between 3 and 255 characters long."
                },
                {
                    "StartDomainExport",
                    "{\"domainName\":\"domain\",\"s3Bucket\":\"b\"}",
                    "InvalidParameterValueException: Value (b) for"
                            + " parameter S3BucketName is invalid. S3BucketName must be between 3 and 63 characters long."
                },
                {
                    "StartDomainExport",
                    start.formatted("\"s3SseAlgorithm\":\"aes256\""),
                    "InvalidParameterValueException: Value (aes256) for"
                            + " parameter S3SseAlgorithm is invalid. S3SseAlgorithm can only be AES256 or KMS."
                },
                {
                    "StartDomainExport",
                    start.formatted("\"s3SseAlgorithm\":\"AES256\",\"s3SseKmsKeyId\":\"k\""),
                    "InvalidParameterCombinationException: Parameter S3SseKmsKeyId must be provided only when S3SseAlgorithm is KMS."
                },
                {
                    "StartDomainExport",
                    start.formatted("\"s3SseKmsKeyId\":\"k\""),
                    "InvalidParameterCombinationException: Parameter S3SseKmsKeyId must be provided only when S3SseAlgorithm is KMS."
                },
                {
                    "StartDomainExport",
                    start.formatted("\"s3BucketOwner\":\"12345\""),
                    "InvalidParameterValueException: Value (12345) for"
                            + " parameter S3BucketOwner is invalid. S3BucketOwner must be a valid AWS account ID."
                },
                {
                    "StartDomainExport",
                    start.formatted("\"clientToken\":\"" + "x".repeat(129) + "\""),
                    "InvalidParameterValueException: Value (" + "x".repeat(129)
                            + ") for parameter ClientToken is invalid. ClientToken must be between 1 and 128 characters long."
                },
                {
                    "StartDomainExport",
                    start.formatted("\"clientToken\":\"a b\""),
                    "InvalidParameterValueException: Value (a b) for parameter"
                            + " ClientToken is invalid. ClientToken must only contain ASCII characters in the range of 33-126, inclusive."
                },
                {
                    "ListExports",
                    "{\"maxResults\":0}",
                    "InvalidParameterValueException: Value (0) for parameter MaxResults is invalid."
                            + " MaxResults must be between 1 and 100."
                },
                {
                    "ListExports",
                    "{\"nextToken\":\"a b\"}",
                    "InvalidParameterValueException: Value (a b) for parameter NextToken is invalid."
                            + " NextToken must only contain letters, numbers, underscores, hyphens, and equals signs."
                },
                {
                    "GetExport",
                    "{\"exportArn\":\"arn:aws:sdb:us-east-1:111122223333:domain/mydomain\"}",
                    "InvalidParameterValueException: Value"
                            + " (arn:aws:sdb:us-east-1:111122223333:domain/mydomain) for parameter ExportArn is invalid. ExportArn must be a"
                            + " valid Amazon SimpleDB Domain Export ARN."
                },
                {
                    "GetExport",
                    "{\"exportArn\":\"arn:aws:sdb:us-east-1:111122223333:domain/mydomain/export/00000000-0000-4000-8000-000000000000\"}",
                    "NoSuchExportException: The specified export does not exist."
                },
            };
            for (String[] each : cases) {
                assertThat(error(stage.json(each[0], each[1]))).as(each[1]).isEqualTo("400 " + each[2]);
            }
            for (String notJson :
                    List.of("{", "[]", "null", "{\"domainName\":5}", "{} x", "{\"domainName\":\"\\ud800\"}")) {
                HttpResponse response = stage.json("StartDomainExport", notJson);
                assertThat(error(response)).as(notJson).startsWith("400 SerializationException: ");
            }
            assertThat(error(stage.json("Foo", "{}"))).startsWith("404 UnknownOperationException: ");
        }
    }

    // An id of another account tells nothing, not even that it exists.
    @OnEveryDatabase
    void anotherAccountsExportIsUnknown(TestDatabase test) {
        try (var stage = stage(test)) {
            String arn = stage.call("StartDomainExport", START.formatted("t"))
                    .path("exportArn")
                    .asText();
            stage.callAs(new Owner("999999999999", "us-east-1"));
            assertThat(error(stage.json("GetExport", "{\"exportArn\":\"" + arn + "\"}")))
                    .isEqualTo("400 NoSuchExportException: The specified export does not exist.");
            assertThat(stage.call("ListExports", "{}").path("exportSummaries")).isEmpty();
        }
    }

    private static Stage stage(TestDatabase test) {
        var stage = new Stage(test);
        stage.classic("CreateDomain", "DomainName", "domain");
        return stage;
    }

    private static String error(HttpResponse response) {
        JsonNode body = Stage.read(response);
        String type = response.headers().first("x-amzn-ErrorType").orElse("");
        assertThat(body.path("__type").asText()).isEqualTo(type);
        return response.status() + " " + type + ": " + body.path("message").asText();
    }
}
