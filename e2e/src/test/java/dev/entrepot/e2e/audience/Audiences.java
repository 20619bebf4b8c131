package dev.entrepot.e2e.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cleanroomsml.CleanRoomsMlClient;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceExportJobStatus;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceExportJobSummary;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceGenerationJobStatus;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceModelStatus;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceSizeType;
import software.amazon.awssdk.services.cleanroomsml.model.ColumnSchema;
import software.amazon.awssdk.services.cleanroomsml.model.ColumnType;
import software.amazon.awssdk.services.cleanroomsml.model.Dataset;
import software.amazon.awssdk.services.cleanroomsml.model.DatasetType;
import software.amazon.awssdk.services.cleanroomsml.model.GetAudienceGenerationJobResponse;
import software.amazon.awssdk.services.cleanroomsml.model.GetAudienceModelResponse;
import software.amazon.awssdk.services.cleanroomsml.model.SharedAudienceMetrics;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The steps from {@link Interactions} to an audience, each as a program takes it. */
public final class Audiences {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CleanRoomsMlClient client;
    private final S3Client s3;

    public Audiences(Entrepot entrepot) {
        client = entrepot.cleanRoomsMl();
        s3 = entrepot.s3();
    }

    public CleanRoomsMlClient client() {
        return client;
    }

    public String dataset(String name) {
        return client.createTrainingDataset(create -> create.name(name)
                        .roleArn(Interactions.ROLE)
                        .trainingData(Dataset.builder()
                                .type(DatasetType.INTERACTIONS)
                                .inputConfig(input -> input.schema(
                                                column("uid", ColumnType.USER_ID),
                                                column("sku", ColumnType.ITEM_ID),
                                                column("ts", ColumnType.TIMESTAMP))
                                        .dataSource(source ->
                                                source.glueDataSource(glue -> glue.databaseName(Interactions.DATABASE)
                                                        .tableName(Interactions.TABLE))))
                                .build()))
                .trainingDatasetArn();
    }

    private static ColumnSchema column(String name, ColumnType type) {
        return ColumnSchema.builder().columnName(name).columnTypes(type).build();
    }

    /** Begins to train one. */
    public String model(String name, String dataset) {
        return client.createAudienceModel(create -> create.name(name).trainingDatasetArn(dataset))
                .audienceModelArn();
    }

    public boolean isTrained(String model) {
        GetAudienceModelResponse seen = client.getAudienceModel(get -> get.audienceModelArn(model));
        assertThat(seen.status()).as("%s", seen).isNotEqualTo(AudienceModelStatus.CREATE_FAILED);
        return seen.status() == AudienceModelStatus.ACTIVE;
    }

    public String configured(String name, String model) {
        return client.createConfiguredAudienceModel(create -> create.name(name)
                        .audienceModelArn(model)
                        .minMatchingSeedSize(25)
                        .sharedAudienceMetrics(SharedAudienceMetrics.ALL)
                        .audienceSizeConfig(sizes -> sizes.audienceSizeType(AudienceSizeType.PERCENTAGE)
                                .audienceSizeBins(1, 5, 20))
                        .outputConfig(output -> output.roleArn(Interactions.ROLE)
                                .destination(to -> to.s3Destination(place -> place.s3Uri(Interactions.DESTINATION)))))
                .configuredAudienceModelArn();
    }

    /** Begins to rank users by the seed. */
    public String generation(String name, String configured) {
        return client.startAudienceGenerationJob(start -> start.name(name)
                        .configuredAudienceModelArn(configured)
                        .seedAudience(seed ->
                                seed.roleArn(Interactions.ROLE).dataSource(source -> source.s3Uri(Interactions.SEED))))
                .audienceGenerationJobArn();
    }

    public boolean isGenerated(String job) {
        GetAudienceGenerationJobResponse seen =
                client.getAudienceGenerationJob(get -> get.audienceGenerationJobArn(job));
        assertThat(seen.status()).as("%s", seen).isNotEqualTo(AudienceGenerationJobStatus.CREATE_FAILED);
        return seen.status() == AudienceGenerationJobStatus.ACTIVE;
    }

    public boolean isDeleted(String job) {
        return client.listAudienceGenerationJobs(_ -> {}).audienceGenerationJobs().stream()
                .noneMatch(each -> each.audienceGenerationJobArn().equals(job));
    }

    /** Begins to export a twentieth of the users. */
    public void export(String name, String generation) {
        client.startAudienceExportJob(start -> start.name(name)
                .audienceGenerationJobArn(generation)
                .audienceSize(size -> size.type(AudienceSizeType.PERCENTAGE).value(5)));
    }

    public AudienceExportJobSummary export(String generation, int index) {
        return client.listAudienceExportJobs(list -> list.audienceGenerationJobArn(generation))
                .audienceExportJobs()
                .get(index);
    }

    /** Of the latest export. */
    public boolean isExported(String generation) {
        AudienceExportJobSummary seen = export(generation, 0);
        assertThat(seen.status()).as("%s", seen).isNotEqualTo(AudienceExportJobStatus.CREATE_FAILED);
        return seen.status() == AudienceExportJobStatus.ACTIVE;
    }

    /** Waits for a step to end well. */
    public interface Step {
        boolean isDone();
    }

    public static void await(Step step) {
        Eventually.eventually(LONGEST, step::isDone, done -> done);
    }

    /** The keys of everything below a place such as {@code s3://bucket/prefix/}. */
    public List<String> keys(String place) {
        return s3.listObjectsV2(list -> list.bucket(Interactions.BUCKET).prefix(key(place))).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The only file of an export. */
    public String file(AudienceExportJobSummary export) {
        List<String> keys = keys(export.outputLocation());
        assertThat(keys).containsExactly(key(export.outputLocation()) + "audience-00000.jsonl");
        return s3.getObjectAsBytes(get -> get.bucket(Interactions.BUCKET).key(keys.getFirst()))
                .asString(StandardCharsets.UTF_8);
    }

    private static String key(String place) {
        String bucket = "s3://" + Interactions.BUCKET + "/";
        assertThat(place).startsWith(bucket);
        return place.substring(bucket.length());
    }
}
