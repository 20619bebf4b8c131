package dev.entrepot.cleanroomsml.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.cleanroomsml.CleanRoomsMlLimits;
import dev.entrepot.cleanroomsml.HeldStore;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** An export is all that anybody gets out of this, and its name is the only handle to it (dossier, section 6: 41 to 52). */
class ExportJobsTest {
    // [41 to 44, 52]
    @OnEveryDatabase
    void onlyWhatTheModelOffersIsExported(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String generation = scene.generated(scene.configured(scene.trainedModel()), "");
            HttpResponse answer = scene.stage.send(
                    "POST", "/audience-export-job", scene.exportBody("e", generation, "PERCENTAGE", 5));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            JsonNode export = scene.exported(generation, "e");
            assertThat(export.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(export.path("outputLocation").asText())
                    .matches("s3://bucket-a/out/" + generation.substring(generation.indexOf('/') + 1)
                            + "/[0-9a-f-]{36}/");
            assertThat(export.path("audienceGenerationJobArn").asText()).isEqualTo(generation);

            scene.export("e", generation, 5);
            assertThat(scene.exports(generation)).hasSize(1);
            assertThat(refusal(scene, scene.exportBody("e", generation, "PERCENTAGE", 20)))
                    .isEqualTo("409 ConflictException: An audience export job named 'e' already exists");
            String wrongSize =
                    "400 ValidationException: The audience size must match one of the sizes in the configured "
                            + "audience model";
            assertThat(refusal(scene, scene.exportBody("f", generation, "PERCENTAGE", 7)))
                    .isEqualTo(wrongSize);
            assertThat(refusal(scene, scene.exportBody("f", generation, "ABSOLUTE", 5)))
                    .isEqualTo(wrongSize);
            assertThat(refusal(scene, scene.exportBody("f", generation, "PERCENTAGE", 0)))
                    .isEqualTo("400 ValidationException: 1 validation error detected. Value at '/audienceSize/value' "
                            + "failed to satisfy constraint: Member must be between 1 and 20000000, inclusive");
            assertThat(refusal(scene, scene.exportBody("f", generation, "PERCENT", 5)))
                    .startsWith("400 ValidationException")
                    .contains("/audienceSize/type");
            assertThat(refusal(scene, scene.exportBody("f", generation + "x", "PERCENTAGE", 5)))
                    .startsWith("404 ResourceNotFoundException");
            String whole = scene.exportBody("f", generation, "ABSOLUTE", 5);
            assertThat(refusal(scene, whole.replace("'name':'f',", ""))).endsWith(missing("/name"));
            assertThat(refusal(scene, whole.replaceFirst(",'audienceSize':\\{[^}]*}", "")))
                    .endsWith(missing("/audienceSize"));
            assertThat(refusal(scene, whole.replace(",'value':5", ""))).endsWith(missing("/audienceSize/value"));
            assertThat(refusal(scene, "{")).startsWith("400 SerializationException");
        }
    }

    private static String missing(String path) {
        return "Value at '" + path + "' failed to satisfy constraint: Member must not be null";
    }

    private static String refusal(Scene scene, String body) {
        return scene.stage.refusal("POST", "/audience-export-job", body);
    }

    // [47, 48]
    @OnEveryDatabase
    void seedsComeFirstWhenTheyAreWantedAndCountInsideTheSize(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String model = scene.trainedModel();
            String configured = scene.configure(
                    "c",
                    model,
                    ",'minMatchingSeedSize':25,"
                            + "'audienceSizeConfig':{'audienceSizeType':'ABSOLUTE','audienceSizeBins':[50,20000000]}");
            String generation = scene.generated(configured, ",'includeSeedInOutput':true");
            scene.stage.call("POST", "/audience-export-job", scene.exportBody("e", generation, "ABSOLUTE", 50));
            List<String> lines = scene.lines(scene.exported(generation, "e"));
            assertThat(String.join("\n", lines.subList(0, 30)) + "\n")
                    .isEqualTo(new String(Scene.seedOfOneTaste(30), StandardCharsets.UTF_8));
            assertThat(lines).hasSize(50).doesNotHaveDuplicates();
            assertThat(lines.subList(30, 50)).allMatch(Scene::isOfTheTasteButNoSeed);
            scene.stage.call(
                    "POST", "/audience-export-job", scene.exportBody("all", generation, "ABSOLUTE", 20_000_000));
            List<String> all = scene.lines(scene.exported(generation, "all"));
            assertThat(all).hasSize(Scene.USERS).doesNotHaveDuplicates();
            assertThat(all.subList(0, 50)).isEqualTo(lines);
        }
    }

    // [46] An export can be the next job's seed.
    @OnEveryDatabase
    void anExportCanBeASeed(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String configured = scene.configured(scene.trainedModel());
            String generation = scene.generated(configured, "");
            scene.export("e", generation, 20);
            String location =
                    scene.exported(generation, "e").path("outputLocation").asText();
            String body = scene.generationBody("next", configured, "").replace("s3://bucket-a/seed.jsonl", location);
            String next = scene.stage
                    .call("POST", "/audience-generation-job", body)
                    .path("audienceGenerationJobArn")
                    .asText();
            scene.end(next, "ACTIVE");
        }
    }

    // [49]
    @OnEveryDatabase
    void whereNothingCanBeWrittenTheExportFailsAndNoOther(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String model = scene.trainedModel();
            String configured = scene.configured(model);
            String generation = scene.generated(configured, "");
            scene.stage.call(
                    "PATCH",
                    Stage.path("configured-audience-model", configured),
                    "{'outputConfig':{'roleArn':'%s','destination':{'s3Destination':{'s3Uri':'s3://bucket-b/out'}}}}"
                            .formatted(scene.role()));
            String misdirected = scene.generate("misdirected", configured, "");
            scene.end(misdirected, "ACTIVE");
            scene.export("e", misdirected, 5);
            scene.export("e", generation, 5);
            JsonNode failed = scene.exported(misdirected, "e");
            assertThat(failed.path("status").asText()).isEqualTo("CREATE_FAILED");
            assertThat(failed.at("/statusDetails/statusCode").asText()).isEqualTo("OUTPUT_WRITE_FAILED");
            assertThat(failed.at("/statusDetails/message").asText()).contains("s3://bucket-b/out/");
            assertThat(failed.has("outputLocation")).isFalse();
            assertThat(scene.stage.keys(scene.stage.objects, Stage.B, "bucket-b", ""))
                    .isEmpty();
            assertThat(scene.exported(generation, "e").path("status").asText()).isEqualTo("ACTIVE");
        }
    }

    // [39, 50]
    @OnEveryDatabase
    void exportsCountAgainstQuotasAndHoldTheirJob(TestDatabase test) {
        var held = new AtomicReference<HeldStore>();
        var limits = new CleanRoomsMlLimits(0, 0, 0, 0, 0, 20, 25, Stage.LIMITS.training(), Stage.LIMITS.seeds());
        var stage = new Stage(test, limits, store -> {
            held.set(new HeldStore(store));
            return held.get();
        });
        try (var scene = new Scene(stage)) {
            String generation = scene.generated(scene.configured(scene.trainedModel()), "");
            held.get().hold();
            for (int i = 0; i < 20; i++) {
                scene.export("e" + i, generation, 5);
            }
            assertThat(refusal(scene, scene.exportBody("e20", generation, "PERCENTAGE", 5)))
                    .startsWith("402 ServiceQuotaExceededException")
                    .contains("Pending/in-progress audience export jobs per customer, at most 20");
            assertThat(stage.refusal("DELETE", Stage.path("audience-generation-job", generation), ""))
                    .isEqualTo(
                            "409 ConflictException: The audience generation job is in use by an audience export job");
            held.get().release();
            for (int i = 0; i < 20; i++) {
                scene.exported(generation, "e" + i);
            }
            for (int i = 20; i < 25; i++) {
                scene.export("e" + i, generation, 5);
                scene.exported(generation, "e" + i);
            }
            HttpResponse beyond =
                    stage.send("POST", "/audience-export-job", scene.exportBody("e25", generation, "PERCENTAGE", 5));
            assertThat(beyond.status()).isEqualTo(402);
            assertThat(new String(beyond.body(), StandardCharsets.UTF_8))
                    .contains(
                            "\"quotaName\":\"Active audience export jobs per audience generation job\"",
                            "\"quotaValue\":25");
        }
    }
}
