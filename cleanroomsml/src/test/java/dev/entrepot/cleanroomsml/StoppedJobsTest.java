package dev.entrepot.cleanroomsml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobNotStoppable;
import dev.entrepot.jobs.JobState;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * AWS's API has no stop. Whoever runs the server has one, and what was stopped must look like what failed and be deleted likewise; and
 * whoever deletes a generation job in the making stops it.
 */
class StoppedJobsTest {
    @OnEveryDatabase
    void whatIsStoppedHasFailedAndCanBeDeleted(TestDatabase test) {
        var held = new AtomicReference<HeldStore>();
        var stage = new Stage(test, Stage.LIMITS, store -> {
            held.set(new HeldStore(store));
            return held.get();
        });
        try (var scene = new Scene(stage)) {
            String configured = scene.configured(scene.trainedModel());
            String dataset = scene.createDataset("other", "clicks");
            String generated = scene.generated(configured, "");

            held.get().hold();
            String model = scene.createModel("stopped", dataset);
            String generation = scene.generate("stopped", configured, "");
            scene.export("stopped", generated, 5);
            assertThat(stage.refusal("DELETE", Stage.path("audience-model", model), ""))
                    .isEqualTo("409 ConflictException: The audience model is still being created");
            for (String arn : List.of(model, generation)) {
                Eventually.await(() -> status(scene, arn).equals("CREATE_IN_PROGRESS"));
                assertThat(stop(stage, arn.substring(arn.indexOf('/') + 1))).isEqualTo(JobState.CANCELLED);
                assertThat(scene.failure(arn)).isEqualTo(": It was stopped.");
            }
            Eventually.await(
                    () -> export(scene, generated).path("status").asText().equals("CREATE_IN_PROGRESS"));
            assertThat(stop(stage, latest(stage, "cleanroomsml-export").id().toString()))
                    .isEqualTo(JobState.CANCELLED);
            stage.clock.advance(Duration.ofSeconds(1)); // parts look twice a second whether they are to stop
            held.get().release();

            JsonNode export = scene.exported(generated, "stopped");
            assertThat(export.path("status").asText()).isEqualTo("CREATE_FAILED");
            assertThat(export.at("/statusDetails/message").asText()).isEqualTo("It was stopped.");
            for (String arn : List.of(model, generation)) {
                stage.delete(arn);
                awaitGone(stage, arn);
            }
            assertThatThrownBy(() -> stop(
                            stage, latest(stage, "cleanroomsml-removal").id().toString()))
                    .as("half a deletion is of no use")
                    .isInstanceOf(JobNotStoppable.class);
            Eventually.await(
                    () -> stage.keys(stage.objects, Stage.A, "bucket-a", "out/").isEmpty());
        }
    }

    @OnEveryDatabase
    void aGenerationJobInTheMakingIsStoppedByItsDeletion(TestDatabase test) {
        try (var scene = new Scene(test)) {
            Stage stage = scene.stage;
            String configured = scene.configured(scene.trainedModel());
            stage.put(Stage.A, "bucket-a", "seed.jsonl", Scene.seedOfOneTaste(30));
            stage.heldArtefacts.hold();
            String generation = scene.generate("unwanted", configured, "");
            Eventually.await(() -> status(scene, generation).equals("CREATE_IN_PROGRESS"));

            stage.delete(generation);
            stage.delete(generation);
            assertThat(status(scene, generation)).startsWith("DELETE_");
            assertThat(latest(stage, "cleanroomsml-generation").state()).isEqualTo(JobState.CANCELLED);
            stage.heldArtefacts.release();
            awaitGone(stage, generation);
            assertThat(scene.generate("unwanted", configured, ""))
                    .as("the name is free")
                    .isNotEqualTo(generation);
        }
    }

    /** The part that writes learns of the stop after its resource is gone, when nobody else would find what it wrote. */
    @OnEveryDatabase
    void whatIsWrittenAfterTheDeletionIsDeletedToo(TestDatabase test) {
        try (var scene = new Scene(test)) {
            Stage stage = scene.stage;
            String configured = scene.configured(scene.trainedModel());
            String dataset = scene.createDataset("other", "clicks");
            stage.put(Stage.A, "bucket-a", "seed.jsonl", Scene.seedOfOneTaste(30));
            List<String> before = artefacts(stage);
            for (Supplier<String> making : List.<Supplier<String>>of(
                    () -> scene.createModel("late", dataset), () -> scene.generate("late", configured, ""))) {
                stage.heldArtefacts.holdPuts();
                int written = stage.heldArtefacts.written();
                String arn = making.get();
                Eventually.await(() -> stage.heldArtefacts.begun() == written + 1);
                stop(stage, arn.substring(arn.indexOf('/') + 1));
                stage.delete(arn);
                awaitGone(stage, arn);
                stage.heldArtefacts.release();
                Eventually.await(() -> stage.heldArtefacts.written() == written + 1);
                Eventually.await(() -> artefacts(stage).equals(before));
            }
        }
    }

    private static List<String> artefacts(Stage stage) {
        return stage.keys(stage.artefacts, Stage.A, "audiences-" + Stage.A.account(), "");
    }

    private static void awaitGone(Stage stage, String arn) {
        Eventually.await(() ->
                stage.send("GET", Stage.path(Stage.type(arn), arn), "").status() == 404);
    }

    private static String status(Scene scene, String arn) {
        return scene.stage.get(arn).path("status").asText();
    }

    private static JsonNode export(Scene scene, String generation) {
        return scene.exports(generation).path(0);
    }

    private static JobState stop(Stage stage, String id) {
        return stage.jobs
                .stop(Stage.A, JobId.parse(id).orElseThrow())
                .orElseThrow()
                .state();
    }

    private static Job<?> latest(Stage stage, String kind) {
        return stage.jobs.latest(Stage.A, false, Optional.empty(), 100).stream()
                .filter(job -> job.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
