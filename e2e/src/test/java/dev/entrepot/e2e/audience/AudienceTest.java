package dev.entrepot.e2e.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cleanroomsml.CleanRoomsMlClient;
import software.amazon.awssdk.services.cleanroomsml.model.AccessDeniedException;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceSizeType;
import software.amazon.awssdk.services.cleanroomsml.model.CleanRoomsMlException;
import software.amazon.awssdk.services.cleanroomsml.model.ConflictException;
import software.amazon.awssdk.services.cleanroomsml.model.RelevanceMetric;
import software.amazon.awssdk.services.cleanroomsml.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cleanroomsml.model.TrainingDatasetSummary;
import software.amazon.awssdk.services.cleanroomsml.model.ValidationException;

/** A program that makes audiences knows classes, not documents: what it sends must be understood and what it gets must fit. */
class AudienceTest {
    private static final int USERS = 600;
    private static final int SEEDS = 60;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static Audiences audiences;
    private static CleanRoomsMlClient client;

    @BeforeAll
    static void put() {
        Interactions.put(ENTREPOT, USERS, SEEDS);
        audiences = new Audiences(ENTREPOT);
        client = audiences.client();
    }

    // [1] [11] [23] [31] [41] [45] [52]
    @Test
    void interactionsAndASeedBecomeAFileOfUsers() {
        String model = audiences.model("model", audiences.dataset("dataset"));
        Audiences.await(() -> audiences.isTrained(model));
        String configured = audiences.configured("configured", model);
        String job = audiences.generation("job", configured);
        Audiences.await(() -> audiences.isGenerated(job));
        var metrics = client.getAudienceGenerationJob(get -> get.audienceGenerationJobArn(job))
                .metrics();
        assertThat(metrics.recallMetric()).isBetween(0.5, 1.0);
        assertThat(metrics.relevanceMetrics())
                .extracting(each -> each.audienceSize().value())
                .containsExactly(1, 5, 20);
        assertThat(metrics.relevanceMetrics())
                .extracting(RelevanceMetric::score)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));

        audiences.export("export", job);
        audiences.export("export", job);
        Audiences.await(() -> audiences.isExported(job));
        assertThat(client.listAudienceExportJobsPaginator(list -> list.audienceGenerationJobArn(job))
                        .audienceExportJobs())
                .hasSize(1);
        assertThat(audiences.file(audiences.export(job, 0)).lines())
                .hasSize(USERS / 20)
                .doesNotHaveDuplicates()
                .allMatch(line -> Interactions.isOfTheTaste(line, SEEDS));

        client.deleteAudienceGenerationJob(delete -> delete.audienceGenerationJobArn(job));
        Audiences.await(() -> isGone(job));
        assertThat(audiences.keys(Interactions.DESTINATION))
                .as("the bucket is its owner's")
                .hasSize(1);
    }

    private static boolean isGone(String job) {
        try {
            client.getAudienceGenerationJob(get -> get.audienceGenerationJobArn(job));
            return false;
        } catch (ResourceNotFoundException gone) {
            return true;
        }
    }

    // [25] [26] An ARN in a path is one segment, and the policy's path begins as its model's.
    @Test
    void policiesAreReached() {
        String model = audiences.model("model-of-policy", audiences.dataset("dataset-of-policy"));
        Audiences.await(() -> audiences.isTrained(model));
        String configured = audiences.configured("configured-of-policy", model);
        String policy =
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},
                 "Action":"cleanrooms-ml:StartAudienceGenerationJob","Resource":["%s","%s"]}}""".formatted(configured, configured.replaceFirst(":configured-.*", ":audience-generation-job/*"));
        assertThatThrownBy(() ->
                        client.getConfiguredAudienceModelPolicy(get -> get.configuredAudienceModelArn(configured)))
                .isInstanceOf(ResourceNotFoundException.class);
        String hash = client.putConfiguredAudienceModelPolicy(
                        put -> put.configuredAudienceModelArn(configured).configuredAudienceModelPolicy(policy))
                .policyHash();
        var read = client.getConfiguredAudienceModelPolicy(get -> get.configuredAudienceModelArn(configured));
        assertThat(read.configuredAudienceModelPolicy()).isEqualTo(policy);
        assertThat(read.policyHash()).isEqualTo(hash).hasSize(64);

        String elsewhere = audiences.generation("by-the-owner", configured);
        Audiences.await(() -> audiences.isGenerated(elsewhere));
        var stranger = ENTREPOT.cleanRoomsMl(ENTREPOT.server().addKeys("999900001111"));
        assertThatThrownBy(() -> stranger.startAudienceGenerationJob(start -> start.name("theirs")
                        .configuredAudienceModelArn(configured)
                        .seedAudience(seed -> seed.roleArn("arn:aws:iam::999900001111:role/r")
                                .dataSource(source -> source.s3Uri(Interactions.SEED)))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stranger.getAudienceGenerationJob(get -> get.audienceGenerationJobArn(elsewhere)))
                .isInstanceOf(AccessDeniedException.class);
        client.deleteConfiguredAudienceModelPolicy(delete -> delete.configuredAudienceModelArn(configured));
        assertThatThrownBy(() ->
                        client.deleteConfiguredAudienceModel(delete -> delete.configuredAudienceModelArn(configured)))
                .isInstanceOf(ConflictException.class)
                .extracting(refused -> ((CleanRoomsMlException) refused).statusCode())
                .isEqualTo(409);
    }

    // [54] Whether something is there is nobody's business who has not signed.
    @Test
    void whoHasNotSignedLearnsNothing() {
        var http = ENTREPOT.http("cleanrooms-ml");
        var unknown = Draft.of(
                "GET", "/audience-model/arn%3Aaws%3Acleanrooms-ml%3Aus-east-1%3A000000000000%3Aaudience-model%2Fnone");
        assertThat(refusal(http.send(unknown))).isEqualTo("404 ResourceNotFoundException");
        Draft signed = http.sign(unknown, Clock.systemUTC());
        String authorization = signed.headers().get("Authorization");
        Draft forged =
                signed.with("Authorization", authorization.replaceFirst("Signature=.*", "Signature=" + "0".repeat(64)));
        assertThat(refusal(http.unsigned(forged))).isEqualTo("403 InvalidSignatureException");
        assertThat(refusal(http.unsigned(unknown))).isEqualTo("403 MissingAuthenticationTokenException");
    }

    private static String refusal(Answer answer) {
        return answer.status() + " " + answer.header("x-amzn-errortype");
    }

    // [35] What a seed is chosen by is its owner's secret, also where it is not understood.
    @Test
    void seedsBySqlAreRefusedAndTheirQueriesAreNotLogged() {
        String configured = audiences.configured("configured-of-sql", trained("model-of-sql"));
        assertThatThrownBy(() -> client.startAudienceGenerationJob(start -> start.name("by-sql")
                        .configuredAudienceModelArn(configured)
                        .seedAudience(seed -> seed.roleArn(Interactions.ROLE)
                                .sqlParameters(
                                        sql -> sql.queryString("SELECT user_id FROM t WHERE plan = 'PLATINUM'")))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("SQL seeds are not enabled");
        assertThat(ENTREPOT.server().log()).doesNotContain("PLATINUM");
    }

    private static String trained(String name) {
        String model = audiences.model(name, audiences.dataset(name));
        Audiences.await(() -> audiences.isTrained(model));
        return model;
    }

    // [28] [29] [44] [53]
    @Test
    void tagsListsAndMistakesAreAsTheSdkKnowsThem() {
        String first = audiences.dataset("tagged");
        client.tagResource(tag -> tag.resourceArn(first).tags(Map.of("team", "a b/c", "x", "", "é", "1")));
        client.untagResource(untag -> untag.resourceArn(first).tagKeys("x", "é", "none"));
        assertThat(client.listTagsForResource(list -> list.resourceArn(first)).tags())
                .isEqualTo(Map.of("team", "a b/c"));
        audiences.dataset("second");
        assertThat(client.listTrainingDatasetsPaginator(list -> list.maxResults(1))
                        .trainingDatasets())
                .extracting(TrainingDatasetSummary::name)
                .contains("tagged", "second")
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> client.startAudienceExportJob(start -> start.name("x")
                        .audienceGenerationJobArn(first)
                        .audienceSize(
                                size -> size.type(AudienceSizeType.ABSOLUTE).value(1))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("'/audienceGenerationJobArn'");
        assertThatThrownBy(() -> client.getAudienceModel(get ->
                        get.audienceModelArn("arn:aws:cleanrooms-ml:us-east-1:000000000000:audience-model/none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
