package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An export is a cut of a ranking, so its rules are the ranking's: who is in, who comes first, how many (dossier, section 2.5). */
class RankingTest {
    private static final List<String> SEEDS = Blocks.ALIKE.subList(0, 30);
    private static final LookalikeModel MODEL = Blocks.model();
    private static final Ranking RANKING = ranking(SEEDS);

    @Test
    void usersOfTheSeedsKindComeBeforeAllOthers() {
        assertThat(RANKING.audience(Size.absolute(70), false)).hasSize(70).allMatch(Blocks.ALIKE::contains);
        assertThat(RANKING.audience(Size.percentage(100), false)).hasSize(270).doesNotContainAnyElementsOf(SEEDS);
        assertThat(Trial.of(MODEL, Blocks.ALIKE, 30).auc()).isEqualTo(1);
    }

    @Test
    void aSmallerAudienceIsTheBeginningOfALargerOne() {
        for (boolean seeds : new boolean[] {true, false}) {
            List<String> whole = RANKING.audience(Size.percentage(100), seeds).toList();
            for (int percent = 1; percent <= 100; percent++) {
                int size = Math.min(percent * 3, whole.size());
                assertThat(RANKING.audience(Size.percentage(percent), seeds)).isEqualTo(whole.subList(0, size));
            }
        }
    }

    @Test
    void includedSeedsComeFirstAndCountInTheSize() {
        List<String> audience = RANKING.audience(Size.absolute(50), true).toList();
        assertThat(audience).hasSize(50).doesNotHaveDuplicates();
        assertThat(audience.subList(0, 30)).isEqualTo(SEEDS);
        assertThat(RANKING.audience(Size.absolute(20), true)).isEqualTo(SEEDS.subList(0, 20));
    }

    @Test
    void thereAreNoMoreUsersThanTheModelHas() {
        assertThat(RANKING.audience(Size.absolute(20_000_000), false)).hasSize(270);
        assertThat(RANKING.audience(Size.absolute(20_000_000), true)).hasSize(300);
    }

    @Test
    void unknownAndRepeatedSeedsDoNotCount() {
        var ids = new ArrayList<>(SEEDS);
        ids.addAll(SEEDS);
        ids.addAll(List.of("stranger", "", "u0300"));
        assertThat(MODEL.match(ids).size()).isEqualTo(30);
        assertThat(audience(ranking(ids))).isEqualTo(audience(RANKING));
    }

    // So few cannot be held out; the job still ends, with an order that tells nothing, and no metrics.
    @Test
    void tooFewSeedsOrOthersHaveNoMetrics() {
        for (var seeds : List.of(List.<String>of(), SEEDS.subList(0, 1), all(), all().subList(0, 299))) {
            Ranking ranking = ranking(seeds);
            assertThat(ranking.metrics().recall()).isEmpty();
            assertThat(ranking.metrics().relevance())
                    .hasSize(3)
                    .allMatch(each -> each.score().isEmpty());
            assertThat(ranking.audience(Size.percentage(100), true)).containsExactlyInAnyOrderElementsOf(all());
        }
    }

    // Users who met the same items in the same fold cannot be told apart. Their order must not be that of their names.
    @Test
    void theTieBreakDecidesBetweenEquals() {
        var interactions = new Interactions();
        for (int user = 0; user < 200; user++) {
            interactions.add("u" + user, user < 50 ? "a" : "b", 0);
            interactions.add("u" + user, user < 50 ? "c" : "d", 0);
        }
        var model = LookalikeModel.train(interactions.finish(), TrainingSettings.seeded(1), _ -> {});
        var seeds =
                model.match(IntStream.range(0, 30).mapToObj(user -> "u" + user).toList());
        List<String> one = audience(model.rank(seeds, new RankingSettings(List.of(), 1, "one"), _ -> {}));
        List<String> other = audience(model.rank(seeds, new RankingSettings(List.of(), 1, "other"), _ -> {}));
        assertThat(one).isNotEqualTo(other).containsExactlyInAnyOrderElementsOf(other);
        assertThat(one).isEqualTo(audience(model.rank(seeds, new RankingSettings(List.of(), 1, "one"), _ -> {})));
    }

    @Test
    void seedsOfAnotherModelAreRefused() {
        var seeds = Blocks.model().match(SEEDS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.rank(seeds, new RankingSettings(List.of(), 1, ""), _ -> {}));
    }

    private static List<String> all() {
        var all = new ArrayList<>(Blocks.ALIKE);
        all.addAll(Blocks.OTHERS);
        return all;
    }

    private static List<String> audience(Ranking ranking) {
        return ranking.audience(Size.percentage(100), false).toList();
    }

    private static Ranking ranking(List<String> seeds) {
        return MODEL.rank(MODEL.match(seeds), new RankingSettings(Trial.SIZES, 1, "model"), _ -> {});
    }
}
