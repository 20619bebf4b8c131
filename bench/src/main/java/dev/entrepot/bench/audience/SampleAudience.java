package dev.entrepot.bench.audience;

import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.bench.sample.SampleInteractions;
import dev.entrepot.cleanroomsml.source.CatalogTable;
import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.cleanroomsml.source.TableFormat;
import dev.entrepot.cleanroomsml.source.TableName;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table and the seeds of a benchmark, where a server finds them. */
public final class SampleAudience {
    public static final int SEEDS = 5;
    public static final int SEED_USERS = 500;
    public static final String DESTINATION = "s3://" + SampleDirectory.BUCKET + "/out/";
    private static final Requester REQUESTER = Requester.of(SampleDirectory.OWNER);
    private static final TableName TABLE = new TableName(SampleDirectory.OWNER.account(), "bench", "interactions");

    private final int users;
    private final byte[] csv;
    private int interactions;

    /** About so many interactions, the same every time. */
    public SampleAudience(int users, int items, int interactions) {
        this.users = users;
        var rows = new StringBuilder("user_id,item,ts\n");
        SampleInteractions.each(users, items, interactions, (user, item, time) -> {
            this.interactions++;
            rows.append(user).append(',').append(item).append(',').append(time).append('\n');
        });
        this.csv = rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    public int users() {
        return users;
    }

    public int interactions() {
        return interactions;
    }

    /** Fills a data directory that nobody serves yet. */
    public void put(Path data) {
        try (var objects = SampleDirectory.objects(data)) {
            objects.createBucket(REQUESTER, SampleDirectory.BUCKET);
            put(objects, "table/part-0.csv", csv);
            for (int seed = 0; seed < SEEDS; seed++) {
                var lines = new StringBuilder();
                for (int user = 0; user < SEED_USERS; user++) {
                    lines.append("{\"user_id\":\"%s\"}%n".formatted(SampleInteractions.userAlike(seed, user)));
                }
                put(objects, key(seed), lines.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        new TableCatalog(data.resolve("catalog"))
                .put(
                        TABLE,
                        new CatalogTable(
                                "s3://" + SampleDirectory.BUCKET + "/table/",
                                TableFormat.CSV,
                                Optional.empty(),
                                List.of(
                                        new Column("user_id", "string"),
                                        new Column("item", "string"),
                                        new Column("ts", "bigint")),
                                Optional.empty()));
    }

    private static void put(ObjectStore objects, String key, byte[] content) {
        objects.put(
                REQUESTER,
                new ObjectLocation(SampleDirectory.BUCKET, key),
                PutOptions.DEFAULT,
                new ByteArrayInputStream(content));
    }

    private static String key(int seed) {
        return "seed" + seed + ".jsonl";
    }

    /** A place in S3. */
    public static String seed(int number) {
        return "s3://" + SampleDirectory.BUCKET + "/" + key(number);
    }

    /** What CreateTrainingDataset takes. */
    public static Map<String, ?> dataset(String role) {
        var source = Map.of("glueDataSource", Map.of("databaseName", TABLE.database(), "tableName", TABLE.table()));
        var schema = List.of(column("user_id", "USER_ID"), column("item", "ITEM_ID"), column("ts", "TIMESTAMP"));
        return Map.of(
                "name",
                "dataset",
                "roleArn",
                role,
                "trainingData",
                List.of(Map.of("type", "INTERACTIONS", "inputConfig", Map.of("schema", schema, "dataSource", source))));
    }

    private static Map<String, ?> column(String name, String role) {
        return Map.of("columnName", name, "columnTypes", List.of(role));
    }
}
