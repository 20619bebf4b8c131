package dev.entrepot.cleanroomsml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.List;

/** What people come for: from interactions and a seed to a file of those who are like the seed. */
class WholeRunTest {
    // [11, 31, 41, 45, 46] Of three tastes the seed has one, so the audience is of that taste alone.
    @OnEveryDatabase
    void interactionsAndASeedBecomeAnAudience(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String generation = scene.generated(scene.configured(scene.trainedModel()), "");
            JsonNode metrics = scene.stage.get(generation).path("metrics");
            assertThat(metrics.path("recallMetric").asDouble()).isBetween(0.0, 1.0);
            assertThat(metrics.path("relevanceMetrics")).hasSize(3);

            scene.export("five", generation, 5);
            scene.export("twenty", generation, 20);
            JsonNode five = scene.exported(generation, "five");
            assertThat(five.path("status").asText()).isEqualTo("ACTIVE");
            List<String> lines = scene.lines(five);
            assertThat(lines).hasSize(15).doesNotHaveDuplicates().allMatch(Scene::isOfTheTasteButNoSeed);
            List<String> more = scene.lines(scene.exported(generation, "twenty"));
            assertThat(more).hasSize(60).allMatch(Scene::isOfTheTasteButNoSeed);
            assertThat(more.subList(0, 15)).isEqualTo(lines);
        }
    }
}
