package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients repeat a Start that they are unsure of: with the same token it must never make a second export. */
class ClientTokenTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void load() {
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        for (String bucket : List.of("parallel", "again", "restarted")) {
            ENTREPOT.s3().createBucket(create -> create.bucket(bucket));
        }
    }

    @Test
    void fiftyParallelEqualCallsMakeOneExport() throws Exception { // 5
        Map<String, String> request = request("parallel", "parallel");
        List<JsonNode> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> ENTREPOT.exports().start(request)))
                    .toList();
            answers = new ArrayList<>();
            for (Future<JsonNode> call : calls) {
                answers.add(call.get());
            }
        }
        assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
        String arn = answers.getFirst().get("exportArn").textValue();
        ENTREPOT.exports().succeeded(arn);
        assertThat(ENTREPOT.exports().list(Map.of()).get("exportSummaries"))
                .filteredOn(export -> export.get("exportArn").textValue().equals(arn))
                .hasSize(1);
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), "parallel", "")).hasSize(4);
    }

    @Test
    void theSameTokenWithOtherParametersIsAConflict() { // 6
        JsonNode first = ENTREPOT.exports().start(request("again", "conflict"));
        List<Map<String, String>> changes = List.of(
                Map.of("s3KeyPrefix", "x"),
                Map.of("s3Bucket", "other"),
                Map.of("domainName", "other-domain"),
                Map.of("s3SseAlgorithm", "AES256"),
                Map.of("s3BucketOwner", "000000000000"));
        for (Map<String, String> change : changes) {
            var request = new HashMap<>(request("again", "conflict"));
            request.putAll(change);
            Answer answer = ENTREPOT.exports().call("StartDomainExport", request);
            assertThat(answer.status()).as(change.toString()).isEqualTo(400);
            assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("ConflictException");
            assertThat(answer.json().get("message").textValue())
                    .isEqualTo("Idempotent request failed due to parameter mismatch.");
        }
        assertThat(ENTREPOT.exports().start(request("again", "conflict"))).isEqualTo(first);
    }

    @Test
    void tokensDifferByCaseAndByAccount() {
        JsonNode lower = ENTREPOT.exports().start(request("again", "case"));
        JsonNode upper = ENTREPOT.exports().start(request("again", "CASE"));
        assertThat(upper.get("exportArn")).isNotEqualTo(lower.get("exportArn"));
        var keys = ENTREPOT.server().addKeys("111122223333");
        SampleDomain.load(ENTREPOT.simpleDb(keys), SampleDomain.NAME);
        JsonNode foreign = ENTREPOT.exports(keys).start(request("again", "case"));
        assertThat(foreign.get("exportArn").textValue()).contains(":111122223333:");
    }

    @Test
    void withoutATokenEachCallIsAnExportOfItsOwn() {
        var request = Map.of("domainName", SampleDomain.NAME, "s3Bucket", "again");
        assertThat(ENTREPOT.exports().start(request).get("exportArn"))
                .isNotEqualTo(ENTREPOT.exports().start(request).get("exportArn"));
    }

    @Test
    void tokenAndExportSurviveAStopAndAKill() { // 8
        JsonNode first = ENTREPOT.exports().start(request("restarted", "restart"));
        String arn = first.get("exportArn").textValue();
        assertThat(ENTREPOT.server().stop()).isZero();
        ENTREPOT.server().startAgain();
        assertThat(ENTREPOT.exports().start(request("restarted", "restart"))).isEqualTo(first);
        ENTREPOT.server().kill();
        ENTREPOT.server().startAgain();
        assertThat(ENTREPOT.exports().start(request("restarted", "restart"))).isEqualTo(first);
        JsonNode export = ENTREPOT.exports().succeeded(arn);
        assertThat(ExportedObjects.of(ENTREPOT.s3(), export).items()).hasSize(SampleDomain.ITEMS);
    }

    private static Map<String, String> request(String bucket, String token) {
        return Map.of("domainName", SampleDomain.NAME, "s3Bucket", bucket, "clientToken", token);
    }
}
