import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cleanroomsml.CleanRoomsMlClient;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceSizeType;
import software.amazon.awssdk.services.cleanroomsml.model.ColumnSchema;
import software.amazon.awssdk.services.cleanroomsml.model.ColumnType;
import software.amazon.awssdk.services.cleanroomsml.model.Dataset;
import software.amazon.awssdk.services.cleanroomsml.model.DatasetType;
import software.amazon.awssdk.services.cleanroomsml.model.SharedAudienceMetrics;
import software.amazon.awssdk.services.s3.S3Client;

/** Learns from the table web.clicks, finds those who are like a seed, and exports them to S3. */
public final class AudienceGeneration {
    private static final String BUCKET = "audiences-java";
    /** Must look like a role; it is not assumed. */
    private static final String ROLE = "arn:aws:iam::000000000000:role/audiences";

    private final CleanRoomsMlClient ml = CleanRoomsMlClient.create();
    private final S3Client s3 = S3Client.create();

    /** @param arguments the file of the seed */
    public static void main(String[] arguments) throws InterruptedException {
        var example = new AudienceGeneration();
        example.s3.createBucket(create -> create.bucket(BUCKET));
        example.s3.putObject(put -> put.bucket(BUCKET).key("seed.jsonl"), Path.of(arguments[0]));
        example.print(example.export(example.generate(example.train())));
    }

    private String train() throws InterruptedException {
        var columns = List.of(
                column("user_id", ColumnType.USER_ID),
                column("item", ColumnType.ITEM_ID),
                column("ts", ColumnType.TIMESTAMP));
        var clicks = Dataset.builder()
                .type(DatasetType.INTERACTIONS)
                .inputConfig(input -> input.schema(columns)
                        .dataSource(source -> source.glueDataSource(
                                table -> table.databaseName("web").tableName("clicks"))))
                .build();
        String dataset = ml.createTrainingDataset(
                        create -> create.name("clicks-java").roleArn(ROLE).trainingData(clicks))
                .trainingDatasetArn();
        String model = ml.createAudienceModel(
                        create -> create.name("tastes-java").trainingDatasetArn(dataset))
                .audienceModelArn();
        await(() -> ml.getAudienceModel(get -> get.audienceModelArn(model)).statusAsString());
        return model;
    }

    private static ColumnSchema column(String name, ColumnType type) {
        return ColumnSchema.builder().columnName(name).columnTypes(type).build();
    }

    private String generate(String model) throws InterruptedException {
        String configured = ml.createConfiguredAudienceModel(create -> create.name("sizes-java")
                        .audienceModelArn(model)
                        .outputConfig(output -> output.roleArn(ROLE)
                                .destination(to -> to.s3Destination(s3 -> s3.s3Uri("s3://" + BUCKET + "/out/"))))
                        .sharedAudienceMetrics(SharedAudienceMetrics.ALL)
                        .minMatchingSeedSize(25) // 500 unless told otherwise
                        .audienceSizeConfig(size -> size.audienceSizeType(AudienceSizeType.PERCENTAGE)
                                .audienceSizeBins(5, 20)))
                .configuredAudienceModelArn();
        String job = ml.startAudienceGenerationJob(start -> start.name("like-seed-java")
                        .configuredAudienceModelArn(configured)
                        .seedAudience(seed -> seed.roleArn(ROLE)
                                .dataSource(source -> source.s3Uri("s3://" + BUCKET + "/seed.jsonl"))))
                .audienceGenerationJobArn();
        await(() -> ml.getAudienceGenerationJob(get -> get.audienceGenerationJobArn(job))
                .statusAsString());
        return job;
    }

    private String export(String job) throws InterruptedException {
        ml.startAudienceExportJob(start -> start.name("five-java")
                .audienceGenerationJobArn(job)
                .audienceSize(size -> size.type(AudienceSizeType.PERCENTAGE).value(5)));
        await(() -> ml.listAudienceExportJobs(list -> list.audienceGenerationJobArn(job))
                .audienceExportJobs()
                .getFirst()
                .statusAsString());
        return ml.listAudienceExportJobs(list -> list.audienceGenerationJobArn(job))
                .audienceExportJobs()
                .getFirst()
                .outputLocation();
    }

    private void print(String location) {
        String prefix = location.replace("s3://" + BUCKET + "/", "");
        for (var file :
                s3.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents()) {
            List<String> lines = s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(file.key()))
                    .asUtf8String()
                    .lines()
                    .toList();
            System.out.println(lines.size() + " people, the likest first: " + lines.getFirst());
        }
    }

    /** What is made is asked for until it is ready. */
    private static void await(Supplier<String> status) throws InterruptedException {
        String now;
        while (!(now = status.get()).equals("ACTIVE")) {
            if (now.endsWith("FAILED")) {
                throw new IllegalStateException(now);
            }
            Thread.sleep(200);
        }
    }
}
