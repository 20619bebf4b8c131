package dev.entrepot.cleanroomsml.lookalike;

import java.util.OptionalDouble;

/**
 * How similar to the seeds the users of an audience of one size are.
 *
 * @param score -1 to 1, falling with the size, 0 where the audience has just as many users as are like the seeds; empty when
 *     the ranking is hardly better than chance (dossier, section 3.2)
 */
public record Relevance(Size size, OptionalDouble score) {}
