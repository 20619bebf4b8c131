package dev.entrepot.cleanroomsml.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tags are what people find and bill resources by (dossier, section 6: 28 to 30). */
class TagsTest {
    // [28, 29]
    @OnEveryDatabase
    void tagsAreAddedAndTakenAway(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String dataset = scene.createDataset("d", "t");
            String path = Stage.path("tags", dataset);
            assertThat(scene.stage.call("POST", path, "{'tags':{'a':'1','b':'2','c':''}}"))
                    .isEmpty();
            scene.stage.call("POST", path, "{'tags':{'a':'3'}}");
            assertThat(scene.stage.get(dataset).path("tags").toString())
                    .isEqualTo("{\"a\":\"3\",\"b\":\"2\",\"c\":\"\"}");
            assertThat(scene.stage.call("DELETE", path + "?tagKeys=a&tagKeys=b&tagKeys=absent", ""))
                    .isEmpty();
            assertThat(scene.stage.call("GET", path, "").toString()).isEqualTo("{\"tags\":{\"c\":\"\"}}");

            assertThat(scene.stage.refusal("POST", path, "{'tags':{'AWS:x':'1'}}"))
                    .isEqualTo("400 ValidationException: Tag keys must not begin with the reserved prefix aws:");
            String fifty =
                    IntStream.range(0, 50).mapToObj(i -> "'k" + i + "':''").collect(Collectors.joining(","));
            assertThat(scene.stage.refusal("POST", path, "{'tags':{" + fifty + "}}"))
                    .isEqualTo("400 ValidationException: A resource has at most 50 tags");
            String export = dataset.replace("training-dataset", "audience-export-job");
            assertThat(scene.stage.refusal("POST", Stage.path("tags", export), "{'tags':{}}"))
                    .startsWith("400 ValidationException")
                    .contains("at '/resourceArn'");
            String other = dataset.replace("training-dataset", "configured-model-algorithm");
            assertThat(scene.stage.refusal("GET", Stage.path("tags", other), ""))
                    .startsWith("404 ResourceNotFoundException");
        }
    }

    // [30]
    @OnEveryDatabase
    void jobsTakeTagsFromTheirModelIfItGivesThem(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String model = scene.trainedModel();
            String giving = scene.configure(
                    "giving",
                    model,
                    ",'tags':{'a':'1','b':'1'},'childResourceTagOnCreatePolicy':'FROM_PARENT_RESOURCE'");
            String keeping = scene.configure("keeping", model, ",'tags':{'a':'1'}");
            String first = scene.generate("first", giving, ",'tags':{'b':'2'}");
            String second = scene.generate("second", keeping, ",'tags':{'b':'2'}");
            assertThat(scene.stage.get(first).path("tags").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
            assertThat(scene.stage.get(second).path("tags").toString()).isEqualTo("{\"b\":\"2\"}");
        }
    }
}
