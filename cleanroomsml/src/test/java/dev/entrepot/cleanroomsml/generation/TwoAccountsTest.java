package dev.entrepot.cleanroomsml.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.cleanroomsml.configured.Policies;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;

/**
 * A brings the seed, B has the model and gets the audience; neither may learn what is the other's (dossier, sections 1.9 and 6: 30, 37
 * to 39).
 */
class TwoAccountsTest {
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    // [37]
    @OnEveryDatabase
    void aJobOnAnotherAccountsModelNeedsItsPolicyAndTheCollaboration(TestDatabase test) throws IOException {
        try (var scene = new Scene(test)) {
            scene.stage.callAs(Stage.B);
            String configured = scene.configured(scene.trainedModel());
            scene.stage.callAs(Stage.A);
            String denied =
                    "403 AccessDeniedException: User: arn:aws:iam::111122223333:root is not authorized to perform: "
                            + "cleanrooms-ml:StartAudienceGenerationJob on resource: " + configured;
            assertThat(start(scene, configured, "")).isEqualTo(denied);
            assertThat(start(scene, configured + "x", "")).startsWith("403 AccessDeniedException");

            scene.stage.callAs(Stage.B);
            letIn(scene, configured, Policies.collaboration(ID));
            scene.stage.callAs(Stage.A);
            assertThat(start(scene, configured, "")).isEqualTo(denied);
            assertThat(start(scene, configured, ",'collaborationId':'" + ID + "'"))
                    .startsWith("404 ResourceNotFoundException");
            collaborations(scene, "{\"" + ID + "\":[\"444455556666\"]}");
            assertThat(start(scene, configured, ",'collaborationId':'" + ID + "'"))
                    .startsWith("403 AccessDeniedException: Not all accounts involved are members");
            collaborations(scene, "{\"" + ID + "\":[\"444455556666\",\"111122223333\"]}");
            String job = scene.generate("g", configured, ",'collaborationId':'" + ID + "'");
            assertThat(job).contains(":111122223333:audience-generation-job/");

            scene.stage.callAs(Stage.B);
            JsonNode listed = scene.stage
                    .call("GET", "/audience-generation-job?collaborationId=" + ID, "")
                    .path("audienceGenerationJobs");
            assertThat(listed.findValuesAsText("name")).containsExactly("111122223333-g");
            assertThat(listed.findValuesAsText("audienceGenerationJobArn"))
                    .containsExactly(job.replace("111122223333", "444455556666"));
            assertThat(scene.stage
                            .call("GET", "/audience-generation-job?collaborationId=" + ID.replace('1', '2'), "")
                            .path("audienceGenerationJobs"))
                    .isEmpty();
        }
    }

    private static String start(Scene scene, String configured, String more) {
        return scene.stage.refusal("POST", "/audience-generation-job", scene.generationBody("g", configured, more));
    }

    private static void letIn(Scene scene, String configured, String condition) {
        String policy = Policies.letting("111122223333", configured, condition);
        scene.stage.call(
                "PUT",
                Stage.path("configured-audience-model", configured) + "/policy",
                "{'configuredAudienceModelPolicy':" + JsonNodeFactory.instance.textNode(policy) + "}");
    }

    private static void collaborations(Scene scene, String json) throws IOException {
        Files.writeString(scene.stage.directory.resolve("collaborations.json"), json);
    }

    // [30, 38, 39]
    @OnEveryDatabase
    void eachAccountSeesItsOwnSideOfTheOneJob(TestDatabase test) {
        try (var scene = new Scene(test)) {
            scene.stage.callAs(Stage.B);
            String configured = scene.configure(
                    "c",
                    scene.trainedModel(),
                    ",'minMatchingSeedSize':25,'tags':{'a':'1','b':'1'},"
                            + "'childResourceTagOnCreatePolicy':'FROM_PARENT_RESOURCE'");
            letIn(scene, configured, "");
            scene.stage.call(
                    "PATCH", Stage.path("configured-audience-model", configured), "{'sharedAudienceMetrics':['NONE']}");
            scene.stage.callAs(Stage.A);
            String ours = scene.generated(configured, ",'tags':{'b':'2'}");
            String theirs = ours.replace("111122223333", "444455556666");
            JsonNode seenByA = scene.stage.get(ours);
            assertThat(seenByA.has("metrics")).isFalse();
            assertThat(seenByA.has("seedAudience")).isTrue();
            assertThat(seenByA.path("tags").toString()).isEqualTo("{\"b\":\"2\"}");
            assertThat(scene.stage.refusal("GET", Stage.path("audience-generation-job", theirs), ""))
                    .startsWith("403 AccessDeniedException");
            scene.export("e", ours, 5);
            JsonNode exportSeenByA = scene.exported(ours, "e");
            assertThat(exportSeenByA.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(exportSeenByA.has("outputLocation")).isFalse();

            scene.stage.callAs(Stage.B);
            JsonNode seenByB = scene.stage.get(theirs);
            assertThat(seenByB.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(seenByB.path("startedBy").asText()).isEqualTo("111122223333");
            assertThat(seenByB.path("name").asText()).isEqualTo("111122223333-job");
            assertThat(seenByB.has("metrics")).isTrue();
            assertThat(seenByB.has("seedAudience")).isFalse();
            assertThat(seenByB.path("tags").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"1\"}");
            JsonNode export = scene.exported(theirs, "e");
            assertThat(scene.lines(export)).hasSize(15).allMatch(Scene::isOfTheTasteButNoSeed);

            scene.stage.delete(theirs);
            Eventually.await(() -> scene.stage
                            .send("GET", Stage.path("audience-generation-job", theirs), "")
                            .status()
                    == 404);
            scene.stage.callAs(Stage.A);
            assertThat(scene.stage.refusal("GET", Stage.path("audience-generation-job", ours), ""))
                    .startsWith("404 ResourceNotFoundException");
            assertThat(scene.exports(ours)).isEmpty();
            assertThat(scene.stage.keys(
                            scene.stage.artefacts, Stage.B, "audiences-444455556666", "audience-generation-job/"))
                    .isEmpty();
            assertThat(scene.stage.keys(scene.stage.objects, Stage.B, "bucket-b", "out/"))
                    .as("what was exported stays")
                    .hasSize(1);
        }
    }
}
