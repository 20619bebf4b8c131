package dev.entrepot.cleanroomsml.configured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is offered of a model, and that it changes only where it is told to (dossier, section 6: 20 to 24). */
class ConfiguredModelsTest {
    private static final String SIZES = ",'audienceSizeConfig':{'audienceSizeType':'%s','audienceSizeBins':[%s]}";

    // [20 to 22, 24]
    @OnEveryDatabase
    void aModelIsConfiguredAndChanged(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String model = scene.trainedModel();
            String configured = scene.configure("c", model, ",'description':'d'");
            JsonNode first = scene.stage.get(configured);
            assertThat(first.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(first.path("minMatchingSeedSize").asInt()).isEqualTo(500);
            assertThat(first.at("/audienceSizeConfig/audienceSizeType").asText())
                    .isEqualTo("PERCENTAGE");
            assertThat(first.at("/audienceSizeConfig/audienceSizeBins")).hasSize(20);
            assertThat(first.has("tags")).isFalse();
            assertThat(first.has("childResourceTagOnCreatePolicy")).isFalse();

            scene.stage.clock.advance(Duration.ofSeconds(1));
            String path = Stage.path("configured-audience-model", configured);
            scene.stage.call("PATCH", path, "{'description':'e'}");
            JsonNode second = scene.stage.get(configured);
            assertThat(second.path("description").asText()).isEqualTo("e");
            assertThat(second.path("outputConfig")).isEqualTo(first.path("outputConfig"));
            assertThat(second.path("audienceSizeConfig")).isEqualTo(first.path("audienceSizeConfig"));
            assertThat(second.path("createTime")).isEqualTo(first.path("createTime"));
            assertThat(second.path("updateTime").asText())
                    .isGreaterThan(first.path("updateTime").asText());
            scene.stage.call("PATCH", path, "{}");
            assertThat(scene.stage.refusal(
                            "PATCH",
                            path,
                            "{" + SIZES.formatted("PERCENTAGE", "101").substring(1) + "}"))
                    .isEqualTo("400 ValidationException: Percentage sizes must be between 1 and 100");

            assertThat(refusal(scene, model, ",'minMatchingSeedSize':24")).contains("between 25 and 500000, inclusive");
            assertThat(refusal(scene, model, SIZES.formatted("PERCENTAGE", "1,5,101")))
                    .isEqualTo("400 ValidationException: Percentage sizes must be between 1 and 100");
            assertThat(refusal(scene, model, SIZES.formatted("PERCENTAGE", "5,5")))
                    .contains("unique");
            String many = IntStream.rangeClosed(1, 26).mapToObj(i -> "" + i).collect(Collectors.joining(","));
            assertThat(refusal(scene, model, SIZES.formatted("PERCENTAGE", many)))
                    .contains("length 26");
            assertThat(scene.stage.refusal(
                            "POST",
                            "/configured-audience-model",
                            scene.configuredBody("n", model, "").replace("['ALL']", "['ALL','NONE']")))
                    .contains("length 2 at '/sharedAudienceMetrics'");
            assertThat(scene.stage.refusal(
                            "POST",
                            "/configured-audience-model",
                            scene.configuredBody("n", model, "").replace("['ALL']", "[]")))
                    .contains("length 0 at '/sharedAudienceMetrics'");
            assertThat(scene.stage.refusal(
                            "POST",
                            "/configured-audience-model",
                            scene.configuredBody("n", model, "")
                                    .replace(scene.role(), "arn:aws:iam::444455556666:role/r")))
                    .startsWith("403 AccessDeniedException");
        }
    }

    private static String refusal(Scene scene, String model, String more) {
        return scene.stage.refusal("POST", "/configured-audience-model", scene.configuredBody("n", model, more));
    }

    // [25] Whether slashes in labels are encoded or not, no operation is taken for another.
    @OnEveryDatabase
    void pathsAreToldApartHoweverTheArnIsWritten(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String configured = scene.configure("c", scene.trainedModel(), "");
            String encoded = Stage.path("configured-audience-model", configured);
            String bare = "/configured-audience-model/" + configured;
            for (String path : new String[] {encoded, bare}) {
                assertThat(scene.stage.call("GET", path, "").path("name").asText())
                        .isEqualTo("c");
                assertThat(scene.stage.refusal("GET", path + "/policy", ""))
                        .isEqualTo("404 ResourceNotFoundException: The configured audience model has no policy");
                assertThat(scene.stage.call("DELETE", path + "/policy", "")).isEmpty();
                assertThat(scene.stage
                                .call("GET", "/tags/" + path.substring(path.indexOf("/", 1) + 1), "")
                                .path("tags"))
                        .isEmpty();
            }
        }
    }
}
