package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;

/**
 * How users are ranked.
 *
 * @param sizes of which relevance is told, in this order; the largest is the one recall is measured at
 * @param seed of all that is random in it
 * @param tieBreak decides between users of equal rank, together with their ids; the same text, the same order
 */
public record RankingSettings(List<Size> sizes, long seed, String tieBreak) {
    public RankingSettings {
        sizes = List.copyOf(sizes);
    }
}
