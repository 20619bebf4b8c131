package dev.entrepot.cleanroomsml.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A dataset is a promise about a table; what the promise itself can be wrong in is told at once (dossier, section 6: 1 to 10, 53). */
class DatasetsTest {
    private static final String USER = "{'columnName':'u','columnTypes':['USER_ID']}";
    private static final String ITEM = "{'columnName':'i','columnTypes':['ITEM_ID']}";
    private static final String TIME = "{'columnName':'t','columnTypes':['TIMESTAMP']}";

    // [1]
    @OnEveryDatabase
    void whatWasCreatedIsRead(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String body = scene.datasetBody("clicks", "t").replaceFirst("\\}\\s*$", ",'tags':{'team':'a'}}");
            String arn = scene.stage
                    .call("POST", "/training-dataset", body)
                    .path("trainingDatasetArn")
                    .asText();
            assertThat(arn).matches("arn:aws:cleanrooms-ml:us-east-1:111122223333:training-dataset/[0-9a-f-]{36}");
            JsonNode dataset = scene.stage.get(arn);
            assertThat(dataset.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(dataset.path("createTime").asText()).matches("20.+T.+Z");
            assertThat(dataset.path("roleArn").asText()).isEqualTo(scene.role());
            assertThat(dataset.path("tags").path("team").asText()).isEqualTo("a");
            assertThat(dataset.at("/trainingData/0/inputConfig/dataSource/glueDataSource/tableName")
                            .asText())
                    .isEqualTo("t");

            scene.stage.delete(arn);
            assertThat(scene.stage.refusal("DELETE", Stage.path("training-dataset", arn), ""))
                    .startsWith("404 ResourceNotFoundException");
        }
    }

    // [2 to 8]
    @OnEveryDatabase
    void whatCannotBeATableOfInteractionsIsRefused(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String body = scene.datasetBody("n", "t");
            assertThat(refusal(scene, body.replace("'n'", "'" + "x".repeat(64) + "'")))
                    .isEqualTo("400 ValidationException: 1 validation error detected. Value with length 64 at '/name' "
                            + "failed to satisfy constraint: Member must have length between 1 and 63, inclusive");
            assertThat(refusal(scene, body.replace("'n'", "'   '")))
                    .startsWith("400 ValidationException")
                    .contains("at '/name'");
            String dataset = body.substring(body.indexOf("{'type'"), body.lastIndexOf("]}"));
            assertThat(refusal(scene, body.replace(dataset, dataset + "," + dataset)))
                    .contains("length 2 at '/trainingData'");
            assertThat(refusal(scene, body.replace(dataset, ""))).contains("length 0 at '/trainingData'");
            assertThat(schema(scene, USER, ITEM))
                    .isEqualTo("400 ValidationException: The schema must contain exactly one TIMESTAMP column");
            assertThat(schema(scene, USER, USER.replace("'u'", "'v'"), ITEM, TIME))
                    .isEqualTo("400 ValidationException: The schema must contain exactly one USER_ID column");
            var features = new ArrayList<>(List.of(USER, ITEM, TIME));
            IntStream.range(0, 11)
                    .forEach(
                            i -> features.add("{'columnName':'f%d','columnTypes':['NUMERICAL_FEATURE']}".formatted(i)));
            assertThat(schema(scene, features.toArray(String[]::new)))
                    .isEqualTo(
                            "400 ValidationException: At most 10 categorical or numerical feature columns are allowed, "
                                    + "found 11");
            assertThat(schema(scene, "{'columnName':'u','columnTypes':['USER_ID','ITEM_ID']}", TIME))
                    .contains("length 2 at '/trainingData/0/inputConfig/schema/0/columnTypes'");
            assertThat(refusal(scene, body.replace("111122223333", "444455556666")))
                    .isEqualTo("403 AccessDeniedException: Passing a role across accounts is not allowed");
        }
    }

    private static String schema(Scene scene, String... columns) {
        return refusal(scene, scene.datasetBody("n", "t", "[" + String.join(",", columns) + "]"));
    }

    private static String refusal(Scene scene, String body) {
        return scene.stage.refusal("POST", "/training-dataset", body);
    }

    // [9] SDKs send a create again when the answer was lost.
    @OnEveryDatabase
    void theSameRequestAgainMakesNothingAndAnotherOneOfTheNameIsRefused(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String first = scene.createDataset("x", "t");
            assertThat(scene.createDataset("x", "t")).isEqualTo(first);
            assertThat(scene.stage.call("GET", "/training-dataset", "").path("trainingDatasets"))
                    .hasSize(1);
            assertThat(refusal(scene, scene.datasetBody("x", "other")))
                    .isEqualTo("409 ConflictException: A training dataset named 'x' already exists");
        }
    }

    // [53]
    @OnEveryDatabase
    void pagesGoThroughAllTheLatestFirst(TestDatabase test) {
        try (var scene = new Scene(test)) {
            for (int i = 0; i < 250; i++) {
                scene.createDataset("d" + i, "t");
                // one page ends amid datasets of the same moment
                scene.stage.clock.advance(i > 100 && i < 200 ? Duration.ZERO : Duration.ofSeconds(1));
            }
            var names = new ArrayList<String>();
            var pages = new ArrayList<Integer>();
            String token = "";
            do {
                JsonNode page = scene.stage.call("GET", "/training-dataset?maxResults=100" + token, "");
                pages.add(page.path("trainingDatasets").size());
                page.path("trainingDatasets")
                        .forEach(each -> names.add(each.path("name").asText()));
                token = page.has("nextToken")
                        ? "&nextToken=" + page.path("nextToken").asText()
                        : "";
            } while (!token.isEmpty());
            assertThat(pages).containsExactly(100, 100, 50);
            assertThat(names).doesNotHaveDuplicates().startsWith("d249", "d248").endsWith("d1", "d0");

            assertThat(scene.stage.refusal("GET", "/training-dataset?maxResults=101", ""))
                    .startsWith("400 ValidationException");
            assertThat(scene.stage.refusal("GET", "/training-dataset?maxResults=0", ""))
                    .startsWith("400 ValidationException");
            assertThat(scene.stage.refusal("GET", "/training-dataset?nextToken=x", ""))
                    .isEqualTo("400 ValidationException: Invalid nextToken");
        }
    }
}
