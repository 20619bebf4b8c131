package dev.entrepot.cleanroomsml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * People of three tastes, by turns: each meets the items of their own taste only. Whoever is like users 0, 3 and 6 is therefore known,
 * and lists of them can be checked line by line.
 */
public final class Scene implements AutoCloseable {
    public static final int USERS = 300;
    private static final int TASTES = 3;
    private static final int ITEMS_A_USER = 6;
    private static final int ITEMS = 20;
    private static final String SCHEMA = """
            [{'columnName':'user_id','columnTypes':['USER_ID']},{'columnName':'item','columnTypes':['ITEM_ID']},
            {'columnName':'ts','columnTypes':['TIMESTAMP']}]""";
    private static final String COLUMNS =
            "[{'name':'user_id','type':'string'},{'name':'item','type':'string'},{'name':'ts','type':'bigint'}]";

    public final Stage stage;

    public Scene(TestDatabase test) {
        this(new Stage(test));
    }

    public Scene(Stage stage) {
        this.stage = stage;
    }

    public static String user(int number) {
        return "u%03d".formatted(number);
    }

    /** Rows of user, item and time, the same each time. */
    public static List<List<String>> interactions(int users) {
        return IntStream.range(0, users)
                .boxed()
                .flatMap(user -> IntStream.range(0, ITEMS_A_USER)
                        .mapToObj(i -> List.of(
                                user(user),
                                "taste" + user % TASTES + "-" + (user / TASTES * 7 + i * 3) % ITEMS,
                                "" + (1_700_000_000L + user * 60 + i))))
                .toList();
    }

    public static byte[] csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n", "user_id,item,ts\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] jsonLines(List<List<String>> rows) {
        return rows.stream()
                .map(row -> "{\"user_id\":\"%s\",\"item\":\"%s\",\"ts\":%s}\n".formatted(row.toArray()))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] seed(int... users) {
        return IntStream.of(users)
                .mapToObj(user -> "{\"user_id\":\"" + user(user) + "\"}\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The first users of the taste of user 0. */
    public static byte[] seedOfOneTaste(int users) {
        return seed(IntStream.range(0, users).map(i -> TASTES * i).toArray());
    }

    /** Whether a line of an audience is right for a seed of thirty of one taste. */
    public static boolean isOfTheTasteButNoSeed(String line) {
        int number = Integer.parseInt(line.substring("{\"user_id\":\"u".length(), line.length() - 2));
        return line.equals("{\"user_id\":\"" + user(number) + "\"}") && number % TASTES == 0 && number >= 30 * TASTES;
    }

    /** Files for the table of this name, and its entry in the caller's catalog. */
    public void table(String name, String format, byte[] content) {
        Owner owner = stage.caller();
        stage.put(owner, bucket(), "tables/" + name + "/part-0", content);
        stage.table(
                owner.account(),
                "web",
                name,
                "{'location':'s3://%s/tables/%s/','format':'%s','columns':%s}"
                        .formatted(bucket(), name, format, COLUMNS));
    }

    public String bucket() {
        return stage.caller().equals(Stage.A) ? "bucket-a" : "bucket-b";
    }

    public String role() {
        return "arn:aws:iam::" + stage.caller().account() + ":role/r";
    }

    public String datasetBody(String name, String table) {
        return datasetBody(name, table, SCHEMA);
    }

    public String datasetBody(String name, String table, String schema) {
        return """
                {'name':'%s','roleArn':'%s','trainingData':[{'type':'INTERACTIONS','inputConfig':{'schema':%s,
                'dataSource':{'glueDataSource':{'databaseName':'web','tableName':'%s'}}}}]}""".formatted(name, role(), schema, table);
    }

    public String createDataset(String name, String table) {
        return stage.call("POST", "/training-dataset", datasetBody(name, table))
                .path("trainingDatasetArn")
                .asText();
    }

    public String createModel(String name, String dataset) {
        return stage.call("POST", "/audience-model", "{'name':'%s','trainingDatasetArn':'%s'}".formatted(name, dataset))
                .path("audienceModelArn")
                .asText();
    }

    /** A model of all users, ready to be used. */
    public String trainedModel() {
        table("clicks", "csv", csv(interactions(USERS)));
        String model = createModel("model", createDataset("dataset", "clicks"));
        end(model, "ACTIVE");
        return model;
    }

    /** @param more members, each with a comma before it */
    public String configuredBody(String name, String model, String more) {
        return """
                {'name':'%s','audienceModelArn':'%s','sharedAudienceMetrics':['ALL'],
                'outputConfig':{'roleArn':'%s','destination':{'s3Destination':{'s3Uri':'s3://%s/out/'}}}%s}""".formatted(name, model, role(), bucket(), more);
    }

    public String configure(String name, String model, String more) {
        return stage.call("POST", "/configured-audience-model", configuredBody(name, model, more))
                .path("configuredAudienceModelArn")
                .asText();
    }

    /** Sizes of 1, 5 and 20 percent, for seeds of which 25 are known. */
    public String configured(String model) {
        return configure(
                "configured",
                model,
                ",'minMatchingSeedSize':25,"
                        + "'audienceSizeConfig':{'audienceSizeType':'PERCENTAGE','audienceSizeBins':[20,1,5]}");
    }

    /** @param more members, each with a comma before it */
    public String generationBody(String name, String configured, String more) {
        return """
                {'name':'%s','configuredAudienceModelArn':'%s',
                'seedAudience':{'roleArn':'%s','dataSource':{'s3Uri':'s3://%s/seed.jsonl'}}%s}""".formatted(name, configured, role(), bucket(), more);
    }

    public String generate(String name, String configured, String more) {
        return stage.call("POST", "/audience-generation-job", generationBody(name, configured, more))
                .path("audienceGenerationJobArn")
                .asText();
    }

    /** A ranking by thirty users of one taste. */
    public String generated(String configured, String more) {
        stage.put(stage.caller(), bucket(), "seed.jsonl", seedOfOneTaste(30));
        String job = generate("job", configured, more);
        end(job, "ACTIVE");
        return job;
    }

    public String exportBody(String name, String generation, String type, int value) {
        return "{'name':'%s','audienceGenerationJobArn':'%s','audienceSize':{'type':'%s','value':%d}}"
                .formatted(name, generation, type, value);
    }

    public void export(String name, String generation, int percent) {
        stage.call("POST", "/audience-export-job", exportBody(name, generation, "PERCENTAGE", percent));
    }

    public JsonNode exports(String generation) {
        String target = Stage.path("audience-export-job?audienceGenerationJobArn=", generation)
                .substring(1)
                .replaceFirst("=/", "=");
        return stage.call("GET", "/" + target, "").path("audienceExportJobs");
    }

    /** The named export once it has ended. */
    public JsonNode exported(String generation, String name) {
        var found = new JsonNode[1];
        Eventually.await(() -> {
            for (JsonNode each : exports(generation)) {
                if (each.path("name").asText().equals(name)) {
                    found[0] = each;
                }
            }
            return found[0] != null
                    && !found[0].path("status").asText().startsWith("CREATE_P")
                    && !found[0].path("status").asText().equals("CREATE_IN_PROGRESS");
        });
        return found[0];
    }

    /** The lines of an export's only file. */
    public List<String> lines(JsonNode export) {
        String location = export.path("outputLocation").asText();
        String bucket = location.substring(5, location.indexOf('/', 5));
        String key = location.substring(location.indexOf('/', 5) + 1) + "audience-00000.jsonl";
        return stage.read(stage.caller(), bucket, key).lines().toList();
    }

    /** Waits until a model or job has ended, as it must. */
    public JsonNode end(String arn, String status) {
        Eventually.await(() -> !isBeingCreated(arn));
        JsonNode ended = stage.get(arn);
        if (!ended.path("status").asText().equals(status)) {
            throw new AssertionError(arn + " ended as " + ended);
        }
        return ended;
    }

    private boolean isBeingCreated(String arn) {
        String status = stage.get(arn).path("status").asText();
        return status.equals("CREATE_PENDING") || status.equals("CREATE_IN_PROGRESS");
    }

    /** Code and message of a model or job that has failed. */
    public String failure(String arn) {
        JsonNode details = end(arn, "CREATE_FAILED").path("statusDetails");
        return details.path("statusCode").asText() + ": "
                + details.path("message").asText();
    }

    @Override
    public void close() {
        stage.close();
    }
}
