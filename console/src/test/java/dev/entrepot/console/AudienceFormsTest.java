package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.ColumnSchema;
import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.contract.CreateTrainingDatasetRequest;
import dev.entrepot.cleanroomsml.contract.DataSource;
import dev.entrepot.cleanroomsml.contract.Dataset;
import dev.entrepot.cleanroomsml.contract.DatasetInputConfig;
import dev.entrepot.cleanroomsml.contract.DatasetType;
import dev.entrepot.cleanroomsml.contract.GlueDataSource;
import dev.entrepot.console.Browser.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a training dataset to a file of users takes four forms, in an order that the page must make plain. */
class AudienceFormsTest extends StagedTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/audiences";
    private static final int USERS = 300;

    @Test
    void eachStepAsksForWhatItTakes() {
        assertThat(browser.get("audiences").text())
                .contains(
                        "It takes a training dataset",
                        "It takes a model that is active.",
                        "It takes a configured model.")
                .doesNotContain("<button>Train");
    }

    @Test
    void fourFormsLeadFromADatasetToAFileOfUsers() throws IOException {
        dataset();
        String dataset = choice(browser.get("audiences"), "clicks");
        Page training = browser.submit("audiences/models", "name", "tastes", "dataset", dataset);
        browser.await(training.job(), "state succeeded");

        String model = choice(browser.get("audiences"), "tastes");
        Page configured = browser.submit(
                "audiences/configured-models",
                "name",
                "offered",
                "model",
                model,
                "destination",
                "s3://bucket/out/",
                "role",
                ROLE,
                "sizes",
                "1, 5,20",
                "type",
                "PERCENTAGE",
                "seeds",
                "25",
                "metrics",
                "ALL");
        Page generation = browser.submit(
                "audiences",
                "name",
                "readers",
                "configured",
                choice(configured, "offered"),
                "seed",
                "s3://bucket/seed.jsonl",
                "role",
                ROLE);
        Page ended = browser.await(generation.job(), "state succeeded");

        Page audience = browser.get(ended.link("The audience"));
        assertThat(audience.text())
                .contains(
                        "<h3>Recall</h3>",
                        "<h3>Relevance</h3>",
                        "are among the 20 % of all users",
                        "by chance it would be 20 %")
                .contains("<option value=\"PERCENTAGE 5\">5 %</option>", "s3://bucket/seed.jsonl", "No exports.");
        String arn = audience.text().replaceAll("(?s).*name=\"audience\" value=\"([^\"]*)\".*", "$1");
        browser.submit("audiences/exports", "name", "first", "audience", arn, "size", "PERCENTAGE 5");
        String address = ended.link("The audience");
        Page exported = browser.await(address, "s3://bucket/out/");
        assertThat(browser.get(exported.link("s3://bucket/out/")).text()).contains("audience-00000.jsonl");
        assertThat(exported.text()).doesNotContain("hx-get");

        Page job = browser.get(browser.get("jobs").link("Audience export"));
        assertThat(browser.get(job.link("s3://bucket/out/")).text()).contains("audience-00000.jsonl");
        assertThat(job.link("The audience")).isEqualTo(address);
        assertThat(browser.post("audiences/exports", "name", "x", "audience", arn, "size", "7")
                        .status())
                .isEqualTo(400);
    }

    /** What a form sends when somebody chooses this. */
    private static String choice(Page page, String name) {
        return page.text().replaceAll("(?s).*<option value=\"([^\"]*)\">" + name + "</option>.*", "$1");
    }

    /** People of three tastes; a seed of some of the first. */
    private void dataset() throws IOException {
        stage.put(
                "clicks/part-0.csv",
                IntStream.range(0, USERS)
                        .boxed()
                        .flatMap(user -> IntStream.range(0, 8)
                                .mapToObj(i -> "u%d,taste%d-%d,%d\n"
                                        .formatted(
                                                user,
                                                user % 3,
                                                (user * 7 + i * i * 3) % 40,
                                                1_700_000_000L + user * 60 + i)))
                        .collect(Collectors.joining("", "uid,sku,ts\n", "")));
        stage.put(
                "seed.jsonl",
                IntStream.range(0, 40)
                        .mapToObj(i -> "{\"user_id\":\"u" + 3 * i + "\"}\n")
                        .collect(Collectors.joining()));
        Path database = Files.createDirectories(directory.resolve("catalog/111122223333/web"));
        Files.writeString(database.resolve("clicks.json"), """
            {"location":"s3://bucket/clicks/","format":"csv","columns":[{"name":"uid","type":"string"},
             {"name":"sku","type":"string"},{"name":"ts","type":"bigint"}]}""");
        var table =
                GlueDataSource.builder().databaseName("web").tableName("clicks").build();
        var input = DatasetInputConfig.builder()
                .schema_(List.of(
                        column("uid", ColumnType.USER_ID),
                        column("sku", ColumnType.ITEM_ID),
                        column("ts", ColumnType.TIMESTAMP)))
                .dataSource(DataSource.builder().glueDataSource(table).build())
                .build();
        stage.call(
                CleanRoomsML.CREATE_TRAINING_DATASET,
                CreateTrainingDatasetRequest.builder()
                        .name("clicks")
                        .roleArn(ROLE)
                        .trainingData(List.of(Dataset.builder()
                                .type(DatasetType.INTERACTIONS)
                                .inputConfig(input)
                                .build()))
                        .build());
    }

    private static ColumnSchema column(String name, ColumnType type) {
        return ColumnSchema.builder()
                .columnName(name)
                .columnTypes(List.of(type))
                .build();
    }
}
