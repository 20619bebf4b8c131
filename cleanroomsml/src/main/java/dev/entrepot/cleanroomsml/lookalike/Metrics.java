package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How good a ranking is, by the seeds that it did not learn from (dossier, section 3).
 *
 * @param relevance one for each size asked for, in that order
 * @param recall the share of held-out seeds that are ranked within the largest size, 0 to 1; empty when too few users are
 *     there to hold any out
 */
public record Metrics(List<Relevance> relevance, OptionalDouble recall) {
    public Metrics {
        relevance = List.copyOf(relevance);
    }
}
