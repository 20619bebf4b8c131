package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.audience.Audiences;
import dev.entrepot.e2e.audience.Interactions;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.Kills;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model, a ranking or an audience that dies half way must end whole, and be what it would have been. */
class AudienceExportTest {
    private static final int USERS = 9_000;
    private static final int SEEDS = 300;
    private static final int KILLS_A_STEP = Kills.usually(2, 5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Audiences audiences = new Audiences(ENTREPOT);

    // [51]
    @Test
    void killedAtRandomMomentsEveryStepLeadsToTheSameAudience() {
        System.out.println("Moments of the kills come from seed " + seed);
        Interactions.put(ENTREPOT, USERS, SEEDS);
        String dataset = audiences.dataset("dataset");
        String model = audiences.model("model", dataset);
        long training = took(() -> audiences.isTrained(model));
        String job = audiences.generation("job", audiences.configured("configured", model));
        long generating = took(() -> audiences.isGenerated(job));
        audiences.export("export", job);
        long exporting = took(() -> audiences.isExported(job));
        String undisturbed = audiences.file(audiences.export(job, 0));
        assertThat(undisturbed.lines()).hasSize(USERS / 20);

        String killedModel = audiences.model("killed", dataset);
        killed(training, () -> audiences.isTrained(killedModel));
        String killedJob = audiences.generation("killed", audiences.configured("killed", killedModel));
        killed(generating, () -> audiences.isGenerated(killedJob));
        for (int export = 0; export < KILLS_A_STEP; export++) {
            audiences.export("killed" + export, killedJob);
            killed(exporting, () -> audiences.isExported(killedJob));
            assertThat(audiences.file(audiences.export(killedJob, 0)))
                    .as("export %s, seed %s", export, seed)
                    .isEqualTo(undisturbed);
        }
        assertThat(audiences.keys(Interactions.DESTINATION))
                .as("an export a file, and no other")
                .hasSize(1 + KILLS_A_STEP);
    }

    private static long took(Audiences.Step step) {
        long begin = System.nanoTime();
        Audiences.await(step);
        return System.nanoTime() - begin;
    }

    /** Kills the server while it is at a step that usually takes so long, and lets it come to the end. */
    private void killed(long nanos, Audiences.Step step) {
        for (int kills = 0; kills < KILLS_A_STEP; kills++) {
            long until = System.nanoTime() + random.nextLong(nanos);
            Eventually.eventually(
                    LONGEST, () -> System.nanoTime() >= until || step.isDone(), isTimeOrDone -> isTimeOrDone);
            ENTREPOT.server().kill();
            ENTREPOT.server().startAgain();
        }
        Audiences.await(step);
    }
}
