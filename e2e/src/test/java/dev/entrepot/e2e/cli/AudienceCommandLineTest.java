package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.audience.Interactions;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way from interactions to an audience as a script goes it, by botocore, which puts ARNs into paths in a way of its own. */
class AudienceCommandLineTest {
    private static final String NONE = "SKIPPED: no aws command line that knows cleanroomsml is on the PATH";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int USERS = 600;
    private static final int SEEDS = 60;
    private static final String SCHEMA =
            "[{columnName=uid,columnTypes=[USER_ID]},{columnName=sku,columnTypes=[ITEM_ID]},"
                    + "{columnName=ts,columnTypes=[TIMESTAMP]}]";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private final Aws aws = new Aws(ENTREPOT.server().data());

    @BeforeAll
    static void find() {
        boolean here = Aws.knows("cleanroomsml", "start-audience-export-job");
        if (!here) {
            System.err.println(NONE);
        }
        assumeTrue(here, NONE);
        Interactions.put(ENTREPOT, USERS, SEEDS);
    }

    // [25] [41] [55]
    @Test
    void aScriptMakesAnAudience() {
        String dataset = made(
                "trainingDatasetArn",
                "create-training-dataset",
                "--name",
                "dataset",
                "--role-arn",
                Interactions.ROLE,
                "--training-data",
                "type=INTERACTIONS,inputConfig={schema=" + SCHEMA + ",dataSource={glueDataSource={databaseName="
                        + Interactions.DATABASE + ",tableName=" + Interactions.TABLE + "}}}");
        String model =
                made("audienceModelArn", "create-audience-model", "--name", "model", "--training-dataset-arn", dataset);
        awaitActive("get-audience-model", "--audience-model-arn", model);
        String configured = made(
                "configuredAudienceModelArn",
                "create-configured-audience-model",
                "--name",
                "configured",
                "--audience-model-arn",
                model,
                "--min-matching-seed-size",
                "25",
                "--shared-audience-metrics",
                "ALL",
                "--audience-size-config",
                "audienceSizeType=ABSOLUTE,audienceSizeBins=30,60",
                "--output-config",
                "roleArn=" + Interactions.ROLE + ",destination={s3Destination={s3Uri=" + Interactions.DESTINATION
                        + "}}");
        String job = made(
                "audienceGenerationJobArn",
                "start-audience-generation-job",
                "--name",
                "job",
                "--configured-audience-model-arn",
                configured,
                "--include-seed-in-output",
                "--seed-audience",
                "roleArn=" + Interactions.ROLE + ",dataSource={s3Uri=" + Interactions.SEED + "}");
        awaitActive("get-audience-generation-job", "--audience-generation-job-arn", job);

        assertThat(aws.ok(
                        "cleanroomsml",
                        "start-audience-export-job",
                        "--name",
                        "export",
                        "--audience-generation-job-arn",
                        job,
                        "--audience-size",
                        "type=ABSOLUTE,value=30"))
                .isEmpty();
        JsonNode export = Eventually.eventually(
                        LONGEST,
                        () -> aws.json(
                                "cleanroomsml", "list-audience-export-jobs", "--audience-generation-job-arn", job),
                        seen -> seen.at("/audienceExportJobs/0/status").asText().equals("ACTIVE"))
                .at("/audienceExportJobs/0");
        assertThat(aws.ok("s3", "cp", export.path("outputLocation").asText() + "audience-00000.jsonl", "-")
                        .lines())
                .as("seeds come first, in the order of their ids")
                .hasSize(30)
                .startsWith("{\"user_id\":\"u0\"}", "{\"user_id\":\"u102\"}");

        assertThat(aws.run(
                                "cleanroomsml",
                                "get-configured-audience-model-policy",
                                "--configured-audience-model-arn",
                                configured)
                        .err())
                .contains("(ResourceNotFoundException)", "has no policy");
        assertThat(aws.run("cleanroomsml", "delete-training-dataset", "--training-dataset-arn", dataset)
                        .err())
                .contains("(ConflictException)");
    }

    private String made(String arn, String... arguments) {
        return aws.json(command(arguments)).path(arn).asText();
    }

    private void awaitActive(String... arguments) {
        Eventually.eventually(
                LONGEST,
                () -> aws.json(command(arguments)),
                seen -> seen.path("status").asText().equals("ACTIVE"));
    }

    private static String[] command(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "cleanroomsml";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
