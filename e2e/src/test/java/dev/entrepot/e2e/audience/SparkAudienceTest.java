package dev.entrepot.e2e.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cleanroomsml.model.AudienceModelStatus;

/** Where models are made is the server's business: a program sees the same steps and gets the same users. */
class SparkAudienceTest {
    private static final int USERS = 600;
    private static final int SEEDS = 60;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--engine", "spark=local[2]");

    // [51] What Spark had begun dies with the server, and begins anew.
    @Test
    void killedWhileItTrainsTheServerStillComesToTheAudience() {
        Interactions.put(ENTREPOT, USERS, SEEDS);
        var audiences = new Audiences(ENTREPOT);
        String model = audiences.model("model", audiences.dataset("dataset"));
        Eventually.eventually(
                Duration.ofMinutes(1),
                () -> audiences
                        .client()
                        .getAudienceModel(get -> get.audienceModelArn(model))
                        .status(),
                AudienceModelStatus.CREATE_IN_PROGRESS::equals);
        ENTREPOT.server().kill();
        ENTREPOT.server().startAgain();
        Audiences.await(() -> audiences.isTrained(model));

        String configured = audiences.configured("configured", model);
        String unwanted = audiences.generation("job", configured);
        audiences.client().deleteAudienceGenerationJob(delete -> delete.audienceGenerationJobArn(unwanted));
        Audiences.await(() -> audiences.isDeleted(unwanted));
        String job = audiences.generation("job", configured);
        Audiences.await(() -> audiences.isGenerated(job));
        audiences.export("export", job);
        Audiences.await(() -> audiences.isExported(job));
        assertThat(audiences.file(audiences.export(job, 0)).lines())
                .hasSize(USERS / 20)
                .doesNotHaveDuplicates()
                .allMatch(line -> Interactions.isOfTheTaste(line, SEEDS));
        assertThat(ENTREPOT.server().log()).contains("Connected to Spark ", " at local[2]");
    }
}
