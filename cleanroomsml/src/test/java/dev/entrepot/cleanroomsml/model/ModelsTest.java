package dev.entrepot.cleanroomsml.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.cleanroomsml.CleanRoomsMlLimits;
import dev.entrepot.cleanroomsml.HeldStore;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A model's owner polls one word and acts on it; why a model failed must be enough to mend it (dossier, section 6: 10 to 19). */
class ModelsTest {
    // [10, 12 to 14] What is wrong with data is found when they are read, not when they are named.
    @OnEveryDatabase
    void whatIsWrongWithTheDataFailsTheModelAndSaysWhy(TestDatabase test) {
        try (var scene = new Scene(test)) {
            assertThat(failure(scene, "absent"))
                    .isEqualTo("DATA_SOURCE_NOT_FOUND: There is no table web.absent in catalog 111122223333.");

            scene.table("few", "csv", Scene.csv(Scene.interactions(50)));
            assertThat(failure(scene, "few"))
                    .isEqualTo("INSUFFICIENT_USERS: Users with at least two interactions: found 50, needed 100.");

            List<List<String>> twice = Scene.interactions(100).stream()
                    .filter(row -> row.getLast().endsWith("0") || row.getLast().endsWith("1"))
                    .toList();
            scene.table("thin", "csv", Scene.csv(twice.subList(0, 199)));
            assertThat(failure(scene, "thin"))
                    .startsWith("INSUFFICIENT_USERS: ")
                    .contains("found 99, needed 100");

            scene.table(
                    "late",
                    "jsonl",
                    "{\"user_id\":\"u\",\"item\":\"i\",\"ts\":1700000000000}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(failure(scene, "late"))
                    .isEqualTo("SCHEMA_MISMATCH: s3://bucket-a/tables/late/part-0, line 1: column 'ts' has no seconds "
                            + "since 1970; they look like milliseconds.");
        }
    }

    private static String failure(Scene scene, String table) {
        return scene.failure(scene.createModel("m-" + table, scene.createDataset("d-" + table, table)));
    }

    // [13]
    @OnEveryDatabase
    void aWindowChoosesTheInteractions(TestDatabase test) {
        try (var scene = new Scene(test)) {
            scene.table("clicks", "csv", Scene.csv(Scene.interactions(Scene.USERS)));
            String dataset = scene.createDataset("d", "clicks");
            String body = "{'name':'%s','trainingDatasetArn':'" + dataset
                    + "','trainingDataStartTime':'%s','trainingDataEndTime':'%s'}";
            String none = scene.stage
                    .call(
                            "POST",
                            "/audience-model",
                            body.formatted("m", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"))
                    .path("audienceModelArn")
                    .asText();
            assertThat(scene.failure(none))
                    .isEqualTo("NO_DATA_IN_TRAINING_WINDOW: None of the 1800 rows is in the training window.");
            assertThat(scene.stage.get(none).path("trainingDataEndTime").asText())
                    .isEqualTo("2021-01-01T00:00:00Z");
            assertThat(scene.stage.refusal(
                            "POST",
                            "/audience-model",
                            body.formatted("n", "2021-01-01T00:00:00Z", "2021-01-01T00:00:00Z")))
                    .isEqualTo("400 ValidationException: trainingDataStartTime must be before trainingDataEndTime");
        }
    }

    // [16]
    @OnEveryDatabase
    void aModelNeedsADatasetOfTheAccount(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String dataset = scene.createDataset("d", "t");
            String unknown = dataset.substring(0, dataset.length() - 1) + "x";
            String body = "{'name':'m','trainingDatasetArn':'%s'}";
            assertThat(scene.stage.refusal("POST", "/audience-model", body.formatted(unknown)))
                    .startsWith("404 ResourceNotFoundException");
            assertThat(scene.stage.refusal("POST", "/audience-model", body.formatted("arn:aws:s3:::clicks-and-more")))
                    .startsWith("400 ValidationException")
                    .contains("at '/trainingDatasetArn'");
            scene.stage.callAs(Stage.B);
            assertThat(scene.stage.refusal("POST", "/audience-model", body.formatted(dataset)))
                    .startsWith("403 AccessDeniedException");
        }
    }

    // [11, 17 to 19]
    @OnEveryDatabase
    void aModelIsMadeAndDeletedByJobsThatCanBeWatched(TestDatabase test) {
        var held = new AtomicReference<HeldStore>();
        var limits = new CleanRoomsMlLimits(0, 0, 0, 2, 0, 0, 0, Stage.LIMITS.training(), Stage.LIMITS.seeds());
        var stage = new Stage(test, limits, store -> {
            held.set(new HeldStore(store));
            return held.get();
        });
        try (var scene = new Scene(stage)) {
            scene.table("clicks", "csv", Scene.csv(Scene.interactions(Scene.USERS)));
            String dataset = scene.createDataset("d", "clicks");
            held.get().hold();
            String first = scene.createModel("m1", dataset);
            assertThat(scene.createModel("m1", dataset)).isEqualTo(first);
            scene.createModel("m2", dataset);
            String third = "{'name':'m3','trainingDatasetArn':'" + dataset + "'}";
            assertThat(stage.refusal("POST", "/audience-model", third))
                    .isEqualTo("402 ServiceQuotaExceededException: The quota is reached: Pending/in-progress audience "
                            + "models per customer, at most 2");
            assertThat(stage.refusal("DELETE", Stage.path("audience-model", first), ""))
                    .isEqualTo("409 ConflictException: The audience model is still being created");
            String configured = scene.configuredBody("c", first, "");
            assertThat(stage.refusal("POST", "/configured-audience-model", configured))
                    .isEqualTo("409 ConflictException: The audience model is not ACTIVE");
            Eventually.await(() -> status(stage, first).equals("CREATE_IN_PROGRESS"));
            held.get().release();
            JsonNode model = scene.end(first, "ACTIVE");
            assertThat(model.path("updateTime").asText())
                    .isGreaterThanOrEqualTo(model.path("createTime").asText());
            assertThat(model.has("statusDetails")).isFalse();

            assertThat(stage.refusal("DELETE", Stage.path("training-dataset", dataset), ""))
                    .isEqualTo("409 ConflictException: The training dataset is in use by an audience model");
            String use = scene.configure("c", first, "");
            assertThat(stage.refusal("DELETE", Stage.path("audience-model", first), ""))
                    .isEqualTo("409 ConflictException: The audience model is in use by a configured audience model");
            stage.delete(use);
            assertThat(stage.keys(stage.artefacts, Stage.A, "audiences-111122223333", "audience-model/"))
                    .contains("audience-model/" + first.substring(first.indexOf('/') + 1));
            stage.heldArtefacts.hold();
            stage.delete(first);
            assertThat(status(stage, first)).startsWith("DELETE_");
            stage.delete(first);
            stage.heldArtefacts.release();
            Eventually.await(() ->
                    stage.send("GET", Stage.path("audience-model", first), "").status() == 404);
            assertThat(stage.keys(stage.artefacts, Stage.A, "audiences-111122223333", "audience-model/"))
                    .doesNotContain("audience-model/" + first.substring(first.indexOf('/') + 1));
        }
    }

    private static String status(Stage stage, String arn) {
        return stage.get(arn).path("status").asText();
    }

    // A key that is disabled locks models away, whoever asks.
    @OnEveryDatabase
    void aModelLiesUnderItsKey(TestDatabase test) {
        try (var scene = new Scene(test)) {
            scene.table("clicks", "csv", Scene.csv(Scene.interactions(Scene.USERS)));
            String dataset = scene.createDataset("d", "clicks");
            String key = scene.stage.keyring.create(Stage.A, Optional.empty()).arn();
            String model = scene.stage
                    .call(
                            "POST",
                            "/audience-model",
                            "{'name':'m','trainingDatasetArn':'%s','kmsKeyArn':'%s'}".formatted(dataset, key))
                    .path("audienceModelArn")
                    .asText();
            scene.end(model, "ACTIVE");
            String configured = scene.configured(model);
            scene.stage.keyring.disable(Stage.A, key);
            scene.stage.put(Stage.A, "bucket-a", "seed.jsonl", Scene.seedOfOneTaste(30));
            assertThat(scene.failure(scene.generate("g", configured, "")))
                    .isEqualTo("KMS_ACCESS_DENIED: " + key + " is disabled.");
        }
    }

    // Somebody else's bucket is not read, whatever a catalog says.
    @OnEveryDatabase
    void anotherAccountsBucketIsNotRead(TestDatabase test) {
        try (var scene = new Scene(test)) {
            scene.stage.callAs(Stage.B);
            scene.table("clicks", "csv", Scene.csv(Scene.interactions(Scene.USERS)));
            scene.stage.callAs(Stage.A);
            Owner b = Stage.B;
            String body = scene.datasetBody("d", "clicks")
                    .replace("'tableName'", "'catalogId':'" + b.account() + "','tableName'");
            String dataset = scene.stage
                    .call("POST", "/training-dataset", body)
                    .path("trainingDatasetArn")
                    .asText();
            assertThat(scene.failure(scene.createModel("m", dataset))).startsWith("DATA_SOURCE_ACCESS_DENIED: ");
        }
    }

    // [15]
    @OnEveryDatabase
    void theSameRowsInAnyFormatAndOrderGiveTheSameAudience(TestDatabase test) throws IOException {
        try (var scene = new Scene(test)) {
            var rows = new ArrayList<>(Scene.interactions(Scene.USERS));
            scene.table("csv", "csv", Scene.csv(rows));
            scene.table("jsonl", "jsonl", Scene.jsonLines(rows.reversed()));
            try (var parquet = ModelsTest.class.getResourceAsStream("/parquet/interactions.parquet")) {
                scene.table("parquet", "parquet", parquet.readAllBytes());
            }
            scene.stage.put(Stage.A, "bucket-a", "seed.jsonl", Scene.seedOfOneTaste(30));
            var audiences = new HashSet<List<String>>();
            for (String format : List.of("csv", "jsonl", "parquet")) {
                String model = scene.createModel("m-" + format, scene.createDataset("d-" + format, format));
                scene.end(model, "ACTIVE");
                String configured = scene.configure("c-" + format, model, ",'minMatchingSeedSize':25");
                String generation = scene.generate("g-" + format, configured, "");
                scene.end(generation, "ACTIVE");
                scene.export("e", generation, 20);
                audiences.add(scene.lines(scene.exported(generation, "e")));
            }
            assertThat(audiences).hasSize(1);
            assertThat(audiences.iterator().next()).hasSize(60);
        }
    }
}
