package dev.entrepot.cleanroomsml.lookalike;

import java.io.Serializable;

/**
 * How a matrix of users and items is factorised (dossier, section 4.5).
 *
 * @param width of the vectors
 * @param unobserved what a user and an item that did not meet count, beside 1 for those that did
 * @param seed of all that is random in it
 */
public record Factors(int width, double unobserved, long seed) implements Serializable {
    /** How much vectors are kept small, for each meeting and as much in proportion for what was not observed. */
    static final double REGULARISATION = 0.005;

    private static final double DENSE = 0.001;

    static Factors of(Rows met, long seed) {
        int width = Math.min(met.size() < 10_000 ? 32 : met.size() < 1_000_000 ? 64 : 96, met.columns());
        return new Factors(width, met.density() < DENSE ? 0.02 : 0.1, seed);
    }
}
