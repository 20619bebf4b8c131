package dev.entrepot.cleanroomsml.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.cleanroomsml.CleanRoomsMlLimits;
import dev.entrepot.cleanroomsml.HeldStore;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.cleanroomsml.source.SeedLimits;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** A seed is judged by whom the model knows of it, and a job ends with a sentence that says so (dossier, section 6: 24, 31 to 36). */
class GenerationJobsTest {
    // [31 to 33]
    @OnEveryDatabase
    void aSeedIsRankedByOrRefusedWithItsFigures(TestDatabase test) {
        var limits = new CleanRoomsMlLimits(0, 0, 0, 0, 0, 0, 0, Stage.LIMITS.training(), new SeedLimits(25, 200));
        try (var scene = new Scene(new Stage(test, limits))) {
            String configured = scene.configured(scene.trainedModel());
            assertThat(failure(scene, "absent", configured))
                    .isEqualTo("SEED_NOT_FOUND: There is no object at s3://bucket-a/seed.jsonl.");
            seed(scene, Scene.seedOfOneTaste(24));
            assertThat(failure(scene, "small", configured))
                    .isEqualTo("SEED_TOO_SMALL: Different users in the seed: found 24, needed 25.");
            seed(scene, Scene.seedOfOneTaste(201));
            assertThat(failure(scene, "large", configured))
                    .isEqualTo("SEED_TOO_LARGE: The seed has more than 200 different users.");
            seed(scene, Scene.seed(IntStream.range(276, 306).toArray()));
            assertThat(failure(scene, "unknown", configured))
                    .isEqualTo("SEED_MATCH_TOO_SMALL: Users of the seed that the model knows: found 24, needed 25.");

            String job = scene.generated(configured, ",'includeSeedInOutput':false");
            JsonNode ended = scene.stage.get(job);
            assertThat(ended.path("startedBy").asText()).isEqualTo("111122223333");
            assertThat(ended.path("includeSeedInOutput").asBoolean(true)).isFalse();
            assertThat(ended.at("/seedAudience/dataSource/s3Uri").asText()).isEqualTo("s3://bucket-a/seed.jsonl");
            JsonNode relevance = ended.at("/metrics/relevanceMetrics");
            assertThat(relevance.findValuesAsText("value")).containsExactly("1", "5", "20");
            for (int i = 1; i < relevance.size(); i++) {
                assertThat(relevance.get(i).path("score").asDouble())
                        .isLessThan(relevance.get(i - 1).path("score").asDouble());
            }
        }
    }

    private static void seed(Scene scene, byte[] content) {
        scene.stage.put(Stage.A, "bucket-a", "seed.jsonl", content);
    }

    private static String failure(Scene scene, String name, String configured) {
        return scene.failure(scene.generate(name, configured, ""));
    }

    // [34 to 36]
    @OnEveryDatabase
    void whatCannotBeStartedIsRefusedAtOnce(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String configured = scene.configured(scene.trainedModel());
            String body = scene.generationBody("g", configured, "");
            String source = "'dataSource':{'s3Uri':'s3://bucket-a/seed.jsonl'}";
            String sql = "'sqlParameters':{'queryString':'SELECT user_id FROM t'}";
            assertThat(refusal(scene, body.replace(source, source + "," + sql)))
                    .isEqualTo("400 ValidationException: Specify exactly one of dataSource and sqlParameters");
            assertThat(refusal(scene, body.replace("," + source, "")))
                    .isEqualTo("400 ValidationException: Specify exactly one of dataSource and sqlParameters");
            assertThat(refusal(scene, body.replace(source, sql)))
                    .isEqualTo("400 ValidationException: SQL seeds are not enabled");
            String compute = ",'sqlComputeConfiguration':{'worker':{'type':'CR.1X','number':2}}";
            assertThat(refusal(scene, body.replace(source, source + compute)))
                    .isEqualTo("400 ValidationException: Specify sqlComputeConfiguration only with sqlParameters");
            assertThat(refusal(scene, body.replace(scene.role(), "arn:aws:iam::444455556666:role/r")))
                    .isEqualTo("403 AccessDeniedException: Passing a role across accounts is not allowed");
            assertThat(refusal(scene, scene.generationBody("g", configured + "x", "")))
                    .startsWith("404 ResourceNotFoundException");
            assertThat(refusal(scene, scene.generationBody("g", configured.replace("us-east-1", "eu-west-1"), "")))
                    .startsWith("404 ResourceNotFoundException");
            String unknown = ",'collaborationId':'00000000-0000-0000-0000-000000000001'";
            assertThat(refusal(scene, scene.generationBody("g", configured, unknown)))
                    .isEqualTo("404 ResourceNotFoundException: There is no collaboration "
                            + "00000000-0000-0000-0000-000000000001");
            assertThat(scene.stage.call("GET", "/audience-generation-job", "").path("audienceGenerationJobs"))
                    .isEmpty();
        }
    }

    private static String refusal(Scene scene, String body) {
        return scene.stage.refusal("POST", "/audience-generation-job", body);
    }

    // [24, 36]
    @OnEveryDatabase
    void aRunningJobKeepsWhatItBeganWithAndCountsAgainstTheQuota(TestDatabase test) {
        var held = new AtomicReference<HeldStore>();
        var limits = new CleanRoomsMlLimits(0, 0, 0, 0, 10, 0, 0, Stage.LIMITS.training(), Stage.LIMITS.seeds());
        var stage = new Stage(test, limits, store -> {
            held.set(new HeldStore(store));
            return held.get();
        });
        try (var scene = new Scene(stage)) {
            String configured = scene.configured(scene.trainedModel());
            stage.put(Stage.A, "bucket-a", "seed.jsonl", Scene.seedOfOneTaste(30));
            held.get().hold();
            String first = scene.generate("first", configured, "");
            assertThat(scene.generate("first", configured, "")).isEqualTo(first);
            assertThat(refusal(scene, scene.generationBody("first", configured, ",'description':'other'")))
                    .isEqualTo("409 ConflictException: An audience generation job named 'first' already exists");
            stage.call(
                    "PATCH",
                    Stage.path("configured-audience-model", configured),
                    "{'audienceSizeConfig':{'audienceSizeType':'ABSOLUTE','audienceSizeBins':[7]}}");
            String second = scene.generate("second", configured, "");
            for (int more = 2; more < 10; more++) {
                scene.generate("g" + more, configured, "");
            }
            assertThat(refusal(scene, scene.generationBody("eleventh", configured, "")))
                    .startsWith("402 ServiceQuotaExceededException")
                    .contains("Pending/in-progress audience generation jobs per customer, at most 10");
            assertThat(stage.get(first).has("metrics")).isFalse();
            assertThat(stage.refusal("POST", "/audience-export-job", scene.exportBody("e", first, "PERCENTAGE", 5)))
                    .isEqualTo("409 ConflictException: The audience generation job is not ACTIVE");
            held.get().release();
            assertThat(sizes(scene.end(first, "ACTIVE"))).isEqualTo("[1, 5, 20]");
            assertThat(sizes(scene.end(second, "ACTIVE"))).isEqualTo("[7]");
            assertThat(stage.refusal("DELETE", Stage.path("configured-audience-model", configured), ""))
                    .isEqualTo(
                            "409 ConflictException: The configured audience model is in use by an audience generation "
                                    + "job");
            JsonNode listed =
                    stage.call("GET", "/audience-generation-job?configuredAudienceModelArn=" + configured, "");
            assertThat(listed.path("audienceGenerationJobs").findValuesAsText("name"))
                    .hasSize(10)
                    .contains("first", "second");
            String other = configured.substring(0, configured.length() - 1) + "x";
            assertThat(stage.call("GET", "/audience-generation-job?configuredAudienceModelArn=" + other, "")
                            .path("audienceGenerationJobs"))
                    .isEmpty();
        }
    }

    private static String sizes(JsonNode job) {
        return job.at("/metrics/relevanceMetrics").findValuesAsText("value").toString();
    }
}
