package dev.entrepot.cleanroomsml.lookalike;

import java.util.HashSet;
import java.util.List;

/**
 * What a ranking made of some of an audience finds of the rest.
 *
 * @param auc of the audience's hidden users among all who are no seeds
 * @param recall the share of the hidden users in the best fifth
 */
public record Trial(double auc, double recall, Metrics metrics) {
    public static final List<Size> SIZES = List.of(Size.percentage(1), Size.percentage(5), Size.percentage(20));

    /** @param audience of which the first are the seeds */
    static Trial of(LookalikeModel model, List<String> audience, int seeds) {
        var settings = new RankingSettings(SIZES, 1, "trial");
        return of(model.rank(model.match(audience.subList(0, seeds)), settings, _ -> {}), audience, seeds);
    }

    /** Of a ranking that was made of the first so many of an audience. */
    public static Trial of(Ranking ranking, List<String> audience, int seeds) {
        List<String> ranked = ranking.audience(Size.percentage(100), false).toList();
        var hidden = new HashSet<>(audience.subList(seeds, audience.size()));
        int fifth = Math.ceilDiv(ranked.size(), 5);
        long found = 0;
        long foundInFifth = 0;
        double inOrder = 0;
        for (int place = 0; place < ranked.size(); place++) {
            if (hidden.contains(ranked.get(place))) {
                found++;
                foundInFifth += place < fifth ? 1 : 0;
            } else {
                inOrder += found;
            }
        }
        return new Trial(inOrder / found / (ranked.size() - found), (double) foundInFifth / found, ranking.metrics());
    }
}
